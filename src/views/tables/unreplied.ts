import { dueWords, type DateWords } from '../../domain/date-words.ts'
import type { Day } from '../../domain/day.ts'
import type { Unreplied } from '../../domain/mail-report.ts'
import { tableView } from '../layout/table.ts'
import type { Theme } from '../layout/theme.ts'

/** My messages that have no reply yet. */
export function unrepliedView(
  messages: readonly Unreplied[],
  { theme, width, words, now }: { theme: Theme; width: number; words: DateWords; now: Day },
): string {
  if (messages.length === 0) return 'Everybody to whom you wrote has replied, or still has time to reply.\n'
  const rows = messages.map(({ contact, subject, at }) => [
    `${contact.name} (@${contact.id})`,
    subject,
    dueWords(at, now, words),
  ])
  return tableView(['who', 'subject', 'you wrote on'], rows, { theme, width })
}
