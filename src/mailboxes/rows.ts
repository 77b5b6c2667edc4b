import type { MailRow } from '../domain/mail.ts'
import type { MailWindow } from './source.ts'

/** Whether a row is in the window; a message that cannot be read always is. */
export function isSince(row: MailRow, { since }: MailWindow): boolean {
  return 'unreadable' in row || row.message.at >= since
}

/** The row of a message whose header is too long to be read. */
export function tooLong(place: string): MailRow {
  return { place, unreadable: 'its header is over 16 KiB' }
}
