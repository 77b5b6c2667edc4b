/**
 * The export of a build before version 4: the same JSON document without the newer fields, whose facts were then only
 * in text.
 */
export function olderExport(text: string): string {
  return JSON.stringify(JSON.parse(text), (field, value: unknown) =>
    field === 'data' || field === 'fromCallLog' || field === 'fromMail' ? undefined : value,
  )
}
