import { fates, type ImportAccount, type RowRemark } from '../../domain/import.ts'

/** So many rows of one kind are told of one by one; `--json` tells of all. */
const most = 20

/** What became of a file, in a sentence: `contacts.csv (Google Contacts), 5 rows: 3 added, 2 unchanged. (fu undo)`. */
export function importedView(
  { counts }: ImportAccount,
  {
    file,
    what,
    dryRun,
    canUndo,
  }: { readonly file: string; readonly what: string; readonly dryRun: boolean; readonly canUndo: boolean },
): string {
  const rows = fates.reduce((sum, fate) => sum + counts[fate], 0)
  const told = fates.filter((fate) => counts[fate] > 0).map((fate) => `${counts[fate]} ${fate}`)
  const account = told.length === 0 ? 'nothing in it' : told.join(', ')
  const end = dryRun ? ' Nothing was written: this was a dry run.' : canUndo ? ' (fu undo)' : ''
  return `${file} (${what}), ${rows === 1 ? '1 row' : `${rows} rows`}: ${account}.${end}`
}

/**
 * The rows that were left out with why, promises that are open there first and all of them; those who may be there
 * twice; and what is to be said of the whole file.
 */
export function leftView({ left, alike, notes }: ImportAccount): string[] {
  const invalid = left.filter(({ fate }) => fate === 'invalid')
  const open = left.filter(({ fate, open: isOpen }) => fate === 'skipped' && isOpen)
  const skipped = left.filter(({ fate, open: isOpen }) => fate === 'skipped' && !isOpen)
  return [
    ...listed(open, 'skipped', Infinity),
    ...listed(invalid, 'invalid', Infinity),
    ...listed(skipped, 'skipped', most),
    ...listed(alike, 'added', most),
    ...notes,
  ]
}

function listed(remarks: readonly RowRemark[], fate: string, atMost: number): string[] {
  const lines = remarks
    .slice(0, atMost)
    .map(({ place, name, why }) => `${place}${name === null ? '' : `, ${name}`}: ${fate}, ${why}`)
  const more = remarks.length - lines.length
  return more > 0 ? [...lines, `… and ${more} more ${fate}; --json lists all of them.`] : lines
}
