import path from 'node:path'
import { backupReasons, type BackupReason, type BackupTime } from '../../domain/backup.ts'
import { clockTime, isDay } from '../../domain/day.ts'
import { isOneOf } from '../../domain/entry.ts'

/** The folder beside a diary for its backups. */
export function backupFolder(diary: string): string {
  return path.join(path.dirname(diary), 'backups')
}

/**
 * The name of a backup. It begins with the name of its diary, so that two diaries in one folder never mix.
 *
 * @example backupName('/home/ada/diary.db', { day: '2026-11-25', time: '09:00', count: 1 }, 'daily')
 * // 'diary-2026-11-25T0900-daily.db'
 */
export function backupName(diary: string, { day, time, count }: BackupTime, reason: BackupReason): string {
  const more = count === 1 ? '' : `-${count}`
  return `${stemOf(diary)}-${day}T${time.replace(':', '')}-${reason}${more}.db`
}

/** Parses the time and the reason from the name of a backup; `null` if the name is not that of a backup. */
export function readBackupName(
  diary: string,
  name: string,
): (BackupTime & { readonly reason: BackupReason }) | null {
  const stem = `${stemOf(diary)}-`
  if (!name.startsWith(stem)) return null
  const [, day = '', hour, minute, reason = '', count = '1'] =
    /^(\d{4}-\d\d-\d\d)T(\d\d)(\d\d)-([a-z-]+?)(?:-([2-9]|[1-9]\d{1,5}))?\.db$/.exec(
      name.slice(stem.length),
    ) ?? []
  const time = clockTime(Number(hour), Number(minute))
  if (!isDay(day) || time === null || !isOneOf(backupReasons, reason)) return null
  return { day, time, reason, count: Number(count) }
}

/** A diary without the suffix `.db` keeps its whole name, followed by a dot, with which no other stem ends. */
function stemOf(diary: string): string {
  const name = path.basename(diary)
  return name.endsWith('.db') ? name.slice(0, -'.db'.length) : `${name}.`
}
