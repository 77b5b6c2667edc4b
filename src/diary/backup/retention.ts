import type { BackupTime } from '../../domain/backup.ts'
import { addDays, mondayOf, type Day } from '../../domain/day.ts'

/** The number of days, including the current one, whose backups are all kept. */
const daysInFull = 2

/** For older backups, the newest one is kept of each of this many days, then weeks, then months. */
const periods: readonly { readonly of: (day: Day) => string; readonly limit: number }[] = [
  { of: (day) => day, limit: 7 },
  { of: (day) => mondayOf(day), limit: 4 },
  { of: (day) => day.slice(0, 7), limit: 6 },
]

/**
 * The surplus backups on a day; the input is newest first. All backups of two days are kept, and of the older ones the
 * newest of each of 7 days, then of 4 weeks, then of 6 months. Only days, weeks and months with a backup count, so that
 * a diary unused for a year keeps its copies. Backups of future days, after the clock was set back, are kept.
 */
export function tooMany<Kept extends BackupTime>(newestFirst: readonly Kept[], today: Day): Kept[] {
  const inFull = addDays(today, 1 - daysInFull)
  let older = newestFirst.filter(({ day }) => day < inFull)
  const kept = new Set<Kept>()
  for (const { of, limit } of periods) {
    const chosen = newestOfEach(older, of).slice(0, limit)
    for (const backup of chosen) kept.add(backup)
    const oldest = chosen.at(-1)
    older = oldest === undefined ? [] : older.filter(({ day }) => of(day) < of(oldest.day))
  }
  return newestFirst.filter((backup) => backup.day < inFull && !kept.has(backup))
}

function newestOfEach<Kept extends BackupTime>(
  newestFirst: readonly Kept[],
  of: (day: Day) => string,
): Kept[] {
  return newestFirst.filter((backup, index) => {
    const before = newestFirst[index - 1]
    return before === undefined || of(before.day) !== of(backup.day)
  })
}
