/** The promises of a file that cannot be read: their numbers, and whether there are others without a number. */
export type Unread = { readonly numbers: Set<number>; others: boolean }

/** The number of entries without their promise, by the reason why it is missing. */
export type Loose = Record<'unread' | 'leftOut' | 'absent', number>

/** Why the promise of an entry is missing. */
export function whyLoose(promise: number, { numbers }: Unread, leftOut: ReadonlySet<number>): keyof Loose {
  if (numbers.has(promise)) return 'unread'
  return leftOut.has(promise) ? 'leftOut' : 'absent'
}

/** Sentences about the entries that were imported without their promise. */
export function looseWords({ unread, leftOut, absent }: Loose, { others }: Unread): string[] {
  const stand = (count: number): string =>
    count === 1 ? '1 entry was imported' : `${count} entries were imported, each`
  const without = (count: number, why: string): string[] =>
    count === 0 ? [] : [`${stand(count)} without its promise, which ${why}`]
  return [
    ...without(
      unread,
      'is in this file but cannot be read: run "fu undo", correct the file, and import it again.',
    ),
    ...without(leftOut, 'was left out.'),
    ...without(
      absent,
      `is not in this file${others ? ', or cannot be read' : ''}; import the whole diary to keep them together.`,
    ),
  ]
}
