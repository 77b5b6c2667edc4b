import { rowOutcomes, type ImportSummary, type RowRemark } from '../../domain/import.ts'

/** The most rows of one kind listed; `--json` lists all. */
const limit = 20

/** The result of an import in a sentence: `contacts.csv (Google Contacts), 5 rows: 3 added, 2 unchanged. (fu undo)`. */
export function importSentence(
  { counts }: ImportSummary,
  {
    file,
    what,
    dryRun,
    canUndo,
  }: { readonly file: string; readonly what: string; readonly dryRun: boolean; readonly canUndo: boolean },
): string {
  const rows = rowOutcomes.reduce((sum, outcome) => sum + counts[outcome], 0)
  const told = rowOutcomes
    .filter((outcome) => counts[outcome] > 0)
    .map((outcome) => `${counts[outcome]} ${outcome}`)
  const account = told.length === 0 ? 'nothing in it' : told.join(', ')
  const end = dryRun ? ' Nothing was written: this was a dry run.' : canUndo ? ' (fu undo)' : ''
  return `${file} (${what}), ${rows === 1 ? '1 row' : `${rows} rows`}: ${account}.${end}`
}

/** The skipped rows with the reasons, all open promises first; possible duplicates; and notes on the whole file. */
export function omittedRowLines({ left, alike, notes }: ImportSummary): string[] {
  const invalid = left.filter(({ outcome }) => outcome === 'invalid')
  const open = left.filter(({ outcome, open: isOpen }) => outcome === 'skipped' && isOpen)
  const skipped = left.filter(({ outcome, open: isOpen }) => outcome === 'skipped' && !isOpen)
  return [
    ...listed(open, 'skipped', Infinity),
    ...listed(invalid, 'invalid', Infinity),
    ...listed(skipped, 'skipped', limit),
    ...listed(alike, 'added', limit),
    ...notes,
  ]
}

function listed(remarks: readonly RowRemark[], outcome: string, atMost: number): string[] {
  const lines = remarks
    .slice(0, atMost)
    .map(({ place, name, why }) => `${place}${name === null ? '' : `, ${name}`}: ${outcome}, ${why}`)
  const more = remarks.length - lines.length
  return more > 0 ? [...lines, `… and ${more} more ${outcome}; --json lists all of them.`] : lines
}

/** Says that numbers without a known country match no call in a phone's log. */
export function withoutCountrySentence(count: number): string {
  const numbers = count === 1 ? '1 number has' : `${count} numbers have`
  return `${numbers} no country code, and your country is not known: fu config country <code>, as in fu config country AU.`
}
