import { failed } from '../../src/domain/errors.ts'
import type { MailAddress, MailMessage, MailRow } from '../../src/domain/mail.ts'

/** A message as a test writes it: who wrote to whom, when (UTC), about what, and what it answers. */
export type SomeMessage = Partial<Omit<MailMessage, 'at' | 'from' | 'to' | 'cc' | 'bcc'>> & {
  /** "gary@lee.example", or "Gary Lee <gary@lee.example>"; from me if left out, and then it lies in Sent. */
  readonly from?: string
  readonly to?: string
  readonly cc?: string
  readonly bcc?: string
  /** `2026-11-25T10:00` */
  readonly at: string
  /** The id of the message that it answers, in both headers. */
  readonly re?: string
}

export const me = 'sue@hall.example'

let count = 0

/** A message with everything that a test leaves out. */
export function aMessage({ from, to, cc, bcc, at, re, ...rest }: SomeMessage): MailMessage {
  count += 1
  const isSent = from === undefined
  return {
    place: `${isSent ? 'Sent' : 'INBOX'} ${count}`,
    isSent,
    id: `<${count}@made.example>`,
    inReplyTo: re === undefined ? [] : [re],
    references: re === undefined ? [] : [re],
    from: addresses(from ?? `Sue Hall <${me}>`),
    to: addresses(to ?? (isSent ? '' : me)),
    cc: addresses(cc ?? ''),
    bcc: addresses(bcc ?? ''),
    subject: '',
    at: Date.parse(`${at}:00Z`) / 1000,
    kind: 'personal',
    isAnswered: false,
    isFlagged: false,
    ...rest,
  }
}

function addresses(text: string): MailAddress[] {
  return text
    .split(',')
    .filter((one) => one.trim() !== '')
    .map((one) => {
      const [, name, address] = /^\s*(.*?)\s*<(.*)>\s*$/.exec(one) ?? []
      return { address: address ?? one.trim(), name: name === undefined || name === '' ? null : name }
    })
}

/** Where a connection is cut off. */
export const cut = { cut: true } as const

/** A row of a mailbox as a test writes it. */
export type Row = SomeMessage | Extract<MailRow, { unreadable: string }> | typeof cut

/** A mailbox as a file that `readBox` reads. */
export function box(...rows: readonly Row[]): string {
  return JSON.stringify(
    rows.map((one): MailRow | typeof cut => ('at' in one ? { message: aMessage(one) } : one)),
  )
}

/** The rows of a mailbox that `box` made. */
export async function* readBox(text: string): AsyncGenerator<MailRow> {
  for (const row of JSON.parse(text) as (MailRow | typeof cut)[]) {
    if ('cut' in row) throw failed('The connection was cut off.', 'Nothing was written.')
    yield row
  }
}
