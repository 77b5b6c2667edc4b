import { failed, type FuError } from '../../../domain/errors.ts'
import { mostInvalidRows } from '../../../domain/import-limits.ts'
import {
  placeOf,
  rowOutcomes,
  type RowOutcome,
  type ImportSummary,
  type OmittedRow,
  type PropertyFault,
  type RowRemark,
} from '../../../domain/import.ts'

/** Collects the results of all rows of a file. */
export type ImportReport = {
  readonly summary: ImportSummary
  /** Records the result of a row; one that was left out needs a reason, and whether it is an open promise. */
  count(outcome: Exclude<RowOutcome, 'skipped' | 'invalid'>): void
  leave(outcome: 'skipped' | 'invalid', remark: RowRemark, open?: boolean): void
  /** Notes that an added contact may already be in the diary. */
  mayBe(remark: RowRemark): void
  /** Records a property that could not be read, or was left out, of a row that was written. */
  fault(row: { readonly file: string | null; readonly name: string | null }, fault: PropertyFault): void
  /** Records a remark on the whole file. */
  note(sentence: string): void
  /** Rows read so far. */
  rows(): number
}

/** A report that calls `progress` from time to time with the number of rows read. */
export function importReport(progress: (rows: number) => void): ImportReport {
  const counts: Record<RowOutcome, number> = { added: 0, merged: 0, unchanged: 0, skipped: 0, invalid: 0 }
  const left: OmittedRow[] = []
  const alike: RowRemark[] = []
  const notes: string[] = []
  const leftOut = new Map<string, string[]>()
  const rows = (): number => rowOutcomes.reduce((sum, outcome) => sum + counts[outcome], 0)
  const add = (outcome: RowOutcome): void => {
    counts[outcome] += 1
    if (rows() % 1000 === 0) progress(rows())
  }
  return {
    rows,
    get summary() {
      return { counts, left, alike, notes: [...notes, ...leftOutWords(leftOut)] }
    },
    fault: ({ file, name }, { line, property, kind, why }) => {
      const place = placeOf(file, line)
      const places = leftOut.get(property)
      if (kind === 'left-out' && places !== undefined) places.push(place)
      else if (kind === 'left-out') leftOut.set(property, [place])
      else {
        notes.push(
          `${place}, ${name ?? 'somebody without a name'}: ${property} cannot be read and is kept undecoded. ${why}`,
        )
      }
    },
    note: (sentence) => {
      notes.push(sentence)
    },
    count: add,
    leave: (outcome, remark, open = false) => {
      add(outcome)
      if (counts.invalid > mostInvalidRows) throw tooManyInvalid(left)
      // Thousands of consecutive rows may be left out for the same reason, which is stored once.
      const last = left.at(-1)?.why
      const why = last === remark.why ? last : remark.why
      left.push({ ...remark, why, outcome: outcome, open })
    },
    mayBe: (remark) => {
      alike.push(remark)
    },
  }
}

/** The most places named for a property that is left out. */
const maxNamed = 5

/** The most properties that are reported. */
const maxProperties = 20

/** Values that are too long to keep, by property: a photo would be copied into the history with every change. */
function leftOutWords(leftOut: ReadonlyMap<string, readonly string[]>): string[] {
  const words = [...leftOut].slice(0, maxProperties).map(([property, places]) => {
    const named = places.slice(0, maxNamed).join('; ')
    const more = places.length > maxNamed ? ` and ${places.length - maxNamed} more` : ''
    return `${property} was left out because it is too long to keep: ${named}${more}.`
  })
  const others = leftOut.size - words.length
  return others > 0 ? [...words, `\u2026 and ${others} more were left out.`] : words
}

/** A file with so many unreadable rows is probably not a file to import. */
function tooManyInvalid(left: readonly OmittedRow[]): FuError {
  const first = left.find(({ outcome }) => outcome === 'invalid')
  return failed(
    `More than ${mostInvalidRows} rows cannot be read.`,
    `Nothing was imported. The first is ${first?.place ?? ''}: ${first?.why ?? ''}`,
  )
}
