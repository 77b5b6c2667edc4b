import { field, type MailHeader } from './header.ts'

/** The flags that a mailbox stores for a message. */
export type MailFlags = {
  readonly isAnswered: boolean
  readonly isFlagged: boolean
  /** Whether it is not read: a draft, or a deleted message that was not expunged yet. */
  readonly isLeftOut: boolean
}

/**
 * The flags in the name of a Maildir file. Systems that do not allow ":" in a name use ";" or "!".
 *
 * @example maildirFlags('1795424400.M1P2.host:2,RS') // answered
 */
export function maildirFlags(name: string): MailFlags {
  const letters = /[:;!]2,([A-Za-z]*)$/.exec(name)?.[1] ?? ''
  return flags(letters.includes('R'), letters.includes('F'), /[DT]/.test(letters))
}

/**
 * When a message was put into a Maildir, in seconds since 1970: its file is named after the second. `null` if it is not;
 * then the time of the file has to do, which copying the folder may change.
 *
 * @example deliveredAt('1795424400.M1P2.host:2,S') // 1795424400
 */
export function deliveredAt(name: string): number | null {
  const [, digits] = /^(\d{9,11})\./.exec(name) ?? []
  return digits === undefined ? null : Number(digits)
}

/** The flags of a message on an IMAP server. */
export function imapFlags(names: ReadonlySet<string>): MailFlags {
  const known = new Set([...names].map((name) => name.toLowerCase()))
  return flags(
    known.has(String.raw`\answered`),
    known.has(String.raw`\flagged`),
    known.has(String.raw`\draft`) || known.has(String.raw`\deleted`),
  )
}

/** The bits of X-Mozilla-Status, in which Thunderbird stores flags in the message. */
const mozilla = { answered: 0x0002, flagged: 0x0004, expunged: 0x0008 }

/**
 * The flags that mail programs store in the header of a message in an mbox file. Thunderbird writes its fields before
 * all others: the same fields further down came from the sender.
 */
export function mboxFlags(header: MailHeader): MailFlags {
  const bits = isAdded(header) ? Number.parseInt(field(header, 'x-mozilla-status') ?? '0', 16) : 0
  const letters = field(header, 'x-status') ?? ''
  return flags(
    (bits & mozilla.answered) !== 0 || letters.includes('A'),
    (bits & mozilla.flagged) !== 0 || letters.includes('F'),
    (bits & mozilla.expunged) !== 0 || /[DT]/.test(letters),
  )
}

function isAdded(header: MailHeader): boolean {
  const names = [...header.keys()]
  return names.slice(0, names.indexOf('x-mozilla-status')).every((name) => name.startsWith('x-'))
}

function flags(isAnswered: boolean, isFlagged: boolean, isLeftOut: boolean): MailFlags {
  return { isAnswered, isFlagged, isLeftOut }
}
