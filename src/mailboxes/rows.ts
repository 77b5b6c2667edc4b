import type { MailRow } from '../domain/mail.ts'
import type { MailWindow } from './source.ts'

/** Whether a message is of the time that is read; what cannot be read is always told. */
export function isSince(row: MailRow, { since }: MailWindow): boolean {
  return 'unreadable' in row || row.message.at >= since
}

/** The row of a message whose header is longer than is read. */
export function tooLong(place: string): MailRow {
  return { place, unreadable: 'its header is over 16 KiB' }
}
