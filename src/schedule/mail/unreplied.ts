import type { Day, Due } from '../../domain/day.ts'
import { mailOf } from '../../domain/entry-data.ts'
import type { Entry } from '../../domain/entry.ts'
import type { Unreplied } from '../../domain/mail-report.ts'
import type { Moment } from '../../domain/moment.ts'
import { addWorkingDays, type WorkingWeek } from '../../domain/working-week.ts'
import { threadsOf } from './threads.ts'

/** After this many working days, a reply is missing. */
const customaryDays = 3

/** How long somebody who has not replied is listed, in seconds. */
export const repliesExpectedFor = 30 * 24 * 3600

/** The day by which a reply to a message of a day is customary. */
export function customaryReply({ day }: { readonly day: Day }, week: WorkingWeek): Due {
  return { day: addWorkingDays(day, customaryDays, week), time: null }
}

/**
 * My messages without a wish that have had no reply for three working days, oldest first: the last of mine in each
 * thread with a contact, unless they wrote there since, or we spoke.
 *
 * @param entries the entries of messages and calls of these days, oldest first
 */
export function unrepliedIn(entries: readonly Entry[], now: Moment, week: WorkingWeek): Unreplied[] {
  const messages = entries.flatMap((entry) => {
    const mail = mailOf(entry)
    return mail === null || entry.act === 'tried' ? [] : [{ entry, mail }]
  })
  const threads = threadsOf(messages.map(({ mail }) => mail))
  const last = new Map<string, Entry>()
  for (const { entry, mail } of messages) {
    const key = `${entry.contact.id} ${threads.of(mail.id)}`
    if (entry.direction === 'out') last.set(key, entry)
    // A message from a program is not a reply.
    else if (entry.direction === 'in') last.delete(key)
  }
  const bounced = new Set(
    entries.flatMap((entry) => (entry.act === 'tried' ? (mailOf(entry)?.answers ?? []) : [])),
  )
  const spoken = new Map<number, number>()
  for (const entry of entries) if (mailOf(entry) === null) spoken.set(entry.contact.id, entry.at.instant)
  return [...last.values()]
    .filter(
      (entry) =>
        entry.act !== 'sent' &&
        !bounced.has(mailOf(entry)?.id ?? '') &&
        customaryReply(entry.at, week).day < now.day &&
        (spoken.get(entry.contact.id) ?? 0) < entry.at.instant,
    )
    .map(({ contact, text, at }) => ({ contact, subject: text ?? '', at }))
}
