import { fates, type Fate, type ImportAccount, type RowRemark } from '../domain/import.ts'

/** Keeps the account of a file while it is read. */
export type Accounting = {
  readonly account: ImportAccount
  /** Says what became of a row; one that was left out needs a reason. */
  count(fate: Exclude<Fate, 'skipped' | 'invalid'>): void
  leave(fate: 'skipped' | 'invalid', remark: RowRemark): void
  /** Says that a row which was written may be somebody the diary knew. */
  mayBe(remark: RowRemark): void
  /** Rows read so far. */
  rows(): number
}

export function accounting(): Accounting {
  const counts: Record<Fate, number> = { added: 0, merged: 0, unchanged: 0, skipped: 0, invalid: 0 }
  const left: (RowRemark & { fate: 'skipped' | 'invalid' })[] = []
  const alike: RowRemark[] = []
  return {
    account: { counts, left, alike },
    count: (fate) => {
      counts[fate] += 1
    },
    leave: (fate, remark) => {
      counts[fate] += 1
      left.push({ ...remark, fate })
    },
    mayBe: (remark) => {
      alike.push(remark)
    },
    rows: () => fates.reduce((sum, fate) => sum + counts[fate], 0),
  }
}
