import type { BackupTime } from '../../domain/backup.ts'
import { addDays, mondayOf, type Day } from '../../domain/day.ts'

/** How many days before a day are kept in full, that day among them. */
const daysInFull = 2

/** What is kept of what is older: the newest backup of each of so many days, then weeks, then months. */
const periods: readonly { readonly of: (day: Day) => string; readonly limit: number }[] = [
  { of: (day) => day, limit: 7 },
  { of: (day) => mondayOf(day), limit: 4 },
  { of: (day) => day.slice(0, 7), limit: 6 },
]

/**
 * Which backups, given newest first, are one too many on a day. Kept are two days in full, and of what is older the
 * newest of each of 7 days, then of 4 weeks, then of 6 months. Only days, weeks and months that have a backup count,
 * so that a diary left alone for a year keeps its copies; those of days to come, after a clock was set back, stay.
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
