import { fates, type Fate, type ImportAccount, type LeftOut, type RowRemark } from '../../domain/import.ts'

/** Keeps the account of a file while it is read. */
export type Accounting = {
  readonly account: ImportAccount
  /** Says what became of a row; one that was left out needs a reason, and tells whether it is a promise still open. */
  count(fate: Exclude<Fate, 'skipped' | 'invalid'>): void
  leave(fate: 'skipped' | 'invalid', remark: RowRemark, open?: boolean): void
  /** Says that a row which was written may be somebody the diary knew. */
  mayBe(remark: RowRemark): void
  /** Says something of the whole file. */
  note(sentence: string): void
  /** Rows read so far. */
  rows(): number
}

/** An account that tells how many rows were read, now and then. */
export function accounting(progress: (rows: number) => void): Accounting {
  const counts: Record<Fate, number> = { added: 0, merged: 0, unchanged: 0, skipped: 0, invalid: 0 }
  const left: LeftOut[] = []
  const alike: RowRemark[] = []
  const notes: string[] = []
  const rows = (): number => fates.reduce((sum, fate) => sum + counts[fate], 0)
  const add = (fate: Fate): void => {
    counts[fate] += 1
    if (rows() % 1000 === 0) progress(rows())
  }
  return {
    rows,
    account: { counts, left, alike, notes },
    note: (sentence) => {
      notes.push(sentence)
    },
    count: add,
    leave: (fate, remark, open = false) => {
      add(fate)
      left.push({ ...remark, fate, open })
    },
    mayBe: (remark) => {
      alike.push(remark)
    },
  }
}
