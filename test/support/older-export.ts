/**
 * What a build before version 4 exported of a diary: the same JSON document without the fields that came with it, which
 * state in data what was in words alone.
 */
export function olderExport(text: string): string {
  return JSON.stringify(JSON.parse(text), (field, value: unknown) =>
    field === 'data' || field === 'fromCallLog' || field === 'fromMail' ? undefined : value,
  )
}
