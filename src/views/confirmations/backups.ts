import type {
  Backup,
  BackupReason,
  PreservedErasures,
  BackupComparison,
  DiaryCounts,
  LastChange,
} from '../../domain/backup.ts'
import { dueWords, type DateContext, type DateWords } from '../../domain/date-words.ts'
import type { Day } from '../../domain/day.ts'
import { shellWord } from '../../domain/shell-word.ts'
import { pluralize } from '../layout/pluralize.ts'
import { renderRows, contentArea } from '../layout/render.ts'
import { gap, hangingIndent, rowWidth, span, type Row } from '../layout/span.ts'
import { wrap } from '../layout/wrap.ts'
import type { Theme } from '../layout/theme.ts'

/** A backup with the counts of its rows; `null` if it cannot be read. */
export type ListedBackup = Backup & { readonly counts: DiaryCounts | null }

const reasons: Readonly<Record<BackupReason, string>> = {
  daily: 'first change of the day',
  'by-hand': 'by hand',
  'before-migration': 'before an update of the diary',
  'before-import': 'before an import',
  'before-forget': 'before somebody was forgotten',
  'before-restore': 'before a restore',
  damaged: 'a damaged diary, unchanged',
}

/** The backups under the days on which they were made, in the given order. */
export function backupListView(
  backups: readonly ListedBackup[],
  { words, theme, width }: { readonly words: DateWords; readonly theme: Theme; readonly width: number },
): string {
  if (backups.length === 0) return ''
  const sheet = contentArea(width)
  const rows: Row[] = []
  let last: Day | null = null
  for (const { day, time, reason, size, counts, name } of backups) {
    if (day !== last) rows.push([], [span('heading', words.long(day))])
    last = day
    const unread = reason === 'damaged' ? null : 'it cannot be read'
    const what = [reasons[reason], sizeWords(size), counts === null ? unread : countsText(counts)]
    const head = [span('time', time), gap(2)]
    const room = Math.max(10, sheet.width - rowWidth(head))
    const facts = what.filter((part) => part !== null).join(' · ')
    rows.push(
      ...hangingIndent(head, [...wrap([span('plain', name)], room), ...wrap([span('dim', facts)], room)]),
    )
  }
  return renderRows([...rows, []], theme, sheet.margin)
}

/** Says where a copy was made and what it contains. */
export function backupSentence({
  path,
  counts,
}: {
  readonly path: string
  readonly counts: DiaryCounts
}): string {
  return `Copied to ${path} and checked: ${countsText(counts)}.`
}

/** A warning for a copy that `fu forget` will not find. */
export const notRemembered =
  'The diary cannot be written now, so this path is not recorded: "fu forget" will not erase from this copy.'

/** "12 contacts, 30 promises and 90 entries" */
export function countsText({ contacts, promises, entries }: DiaryCounts): string {
  return `${pluralize(contacts, 'contact')}, ${pluralize(promises, 'promise')} and ${entriesWords(entries)}`
}

/** Says what the diary contains now, what it would contain, and which commands would be lost; one line each. */
export function comparisonLines(comparison: BackupComparison, name: string, context: DateContext): string[] {
  const { present, backup, sameDiary, lost, back } = comparison
  const last = backup.last === null ? [] : [`Last change in it: ${changeText(backup.last, context)}`]
  const other = sameDiary === false ? ['It is a copy of another diary.'] : []
  const more = back === 0 ? [] : [`It has ${pluralize(back, 'command')} that the diary does not have.`]
  return [
    ...presentLines(comparison, name),
    ...other,
    ...last,
    ...lostChangeLines(lost, present, context),
    ...more,
    ...comparison.unwanted.map(
      (who) =>
        `${who.name} (@${who.id}) may be somebody who was forgotten and blocked, and would be restored.`,
    ),
    ...(comparison.erased === 0 ? [] : ['Interrupted erasures are completed in it first.']),
  ]
}

/** Says what was restored, and where the previous diary is. */
export function restoredSentence(counts: DiaryCounts, name: string, kept: string | null): string {
  const how =
    kept === null
      ? 'There was no diary there before.'
      : `The previous diary is kept: fu restore ${shellWord(nameOf(kept))}`
  return `Restored ${name}: ${countsText(counts)}. ${how}`
}

/** Names the people who should have stayed erased but are in the restored diary, and says what to do; one line each. */
export function erasureLines({ unwanted, isUnfinished, isWhole }: PreservedErasures): string[] {
  return [
    ...unwanted.map(
      ({ id, name }) =>
        `${name} is in the diary again, and may be a blocked person: fu forget @${id} --block`,
    ),
    ...(isUnfinished
      ? [
          'People who were forgotten are not in it, but backups may still contain them: "fu forget" without a name erases them there.',
        ]
      : []),
    ...(isWhole
      ? []
      : [
          'The damaged diary cannot tell who was forgotten since then. If somebody is back, forget them again: fu forget <who> --block',
        ]),
  ]
}

/** The changes lost since a copy was made, if known; one line each. */
export function lostChangeLines(
  lost: readonly LastChange[] | null,
  present: BackupComparison['present'],
  context: DateContext,
): string[] {
  if (present.state === 'missing' || present.state === 'empty') return []
  if (lost === null) return ['The changes since then cannot be read.']
  if (lost.length === 0) return ['Nothing was written since then.']
  // A damaged diary cannot list its history later, so all changes are shown here.
  const [limit, listed] =
    present.state === 'sound' ? [mostShown, present.counts.history] : [lost.length, lost.length]
  const shown = lost.slice(0, limit)
  const rest = lost.length - shown.length
  return [
    'Written since, and not in it:',
    ...shown.map((entry) => `  ${changeText(entry, context)}`),
    ...(rest === 0 ? [] : [`  and ${rest} more: fu history -n ${listed}`]),
  ]
}

/**
 * A file size in words.
 *
 * @example sizeWords(90_112) // '90 kB'
 */
export function sizeWords(bytes: number): string {
  if (bytes < 1000) return pluralize(bytes, 'byte')
  if (bytes < 999_500) return `${Math.round(bytes / 1000)} kB`
  return `${(bytes / 1_000_000).toFixed(1)} MB`
}

const mostShown = 20

function presentLines({ present, backup }: BackupComparison, name: string): string[] {
  if (present.state === 'missing' || present.state === 'empty') {
    const diary = present.state === 'empty' ? 'The diary is empty' : 'There is no diary'
    return [`${diary}; ${name} holds ${countsText(backup.counts)}.`]
  }
  const now = (present.state === 'sound' ? present.counts : present.contents?.counts) ?? null
  const damaged = present.state === 'damaged' ? [`The diary is damaged: ${present.why}`] : []
  if (now === null) return [...damaged, `${name} holds ${countsText(backup.counts)}.`]
  const rows = (['contacts', 'promises', 'open', 'entries'] as const).map((kind) =>
    row(kind, String(now[kind]), String(backup.counts[kind])),
  )
  return [...damaged, `Restoring ${name} would change this:`, row('', 'now', 'then'), ...rows]
}

function row(kind: string, now: string, then: string): string {
  return `  ${kind.padEnd(9)}${now.padStart(9)}${then.padStart(9)}`
}

function changeText({ at, title }: LastChange, { words, today }: DateContext): string {
  return `${dueWords(at, today, words)}  ${title}`
}

function entriesWords(count: number): string {
  return count === 1 ? '1 entry' : `${count} entries`
}

function nameOf(path: string): string {
  return path.replace(/^.*[\\/]/, '')
}
