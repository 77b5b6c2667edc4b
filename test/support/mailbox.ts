import fs from 'node:fs'
import path from 'node:path'
import type { MailMessage, MailRow } from '../../src/domain/mail.ts'
import { readMailbox } from '../../src/mailboxes/mailbox.ts'
import type { MailSource } from '../../src/domain/mail-source.ts'

/** When the messages below came, unless they say: Mon 23 Nov 2026 10:00, UTC. */
export const monday10 = Date.UTC(2026, 10, 23, 10) / 1000

/** A message that is put into a mailbox. */
export type Written = {
  readonly text: string | Buffer
  /** A folder as Maildir++ names it; the inbox if it is left out. */
  readonly folder?: string
  readonly flags?: string
  readonly at?: number
}

/** The text of a message, by the lines of its header. */
export function mailText(subject: string, ...more: readonly string[]): string {
  const lines = [
    `Message-ID: <${subject}@lee.example>`,
    'From: Gary Lee <gary@lee.example>',
    `Subject: ${subject}`,
  ]
  return [...lines, 'Date: Mon, 23 Nov 2026 09:59:00 +0000', ...more, '', 'Hello', ''].join('\n')
}

/** Puts messages into a Maildir++, each file named by its number. */
export function writeMaildir(root: string, messages: readonly Written[]): void {
  for (const [index, { text, folder = '', flags = '', at = monday10 }] of messages.entries()) {
    const place = path.join(root, folder)
    for (const part of ['cur', 'new', 'tmp']) fs.mkdirSync(path.join(place, part), { recursive: true })
    const file = path.join(place, 'cur', `${at}.M${index}P1.host:2,${flags}`)
    fs.writeFileSync(file, text)
    fs.utimesSync(file, at, at)
  }
}

/** Everything that is read of a mailbox since a moment, in seconds since 1970; without one, of all time. */
export async function mailIn(
  source: MailSource | string,
  { since = 0, authorities = [] }: { since?: number; authorities?: readonly string[] } = {},
): Promise<MailRow[]> {
  const named = typeof source === 'string' ? { kind: 'path' as const, path: source } : source
  const rows: MailRow[] = []
  for await (const row of readMailbox({ authorities }, named, { since })) rows.push(row)
  return rows
}

/** The messages alone. */
export function messagesOf(rows: readonly MailRow[]): MailMessage[] {
  return rows.flatMap((row) => ('message' in row ? [row.message] : []))
}
