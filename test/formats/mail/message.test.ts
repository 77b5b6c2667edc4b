import { describe, expect, it, test } from 'vitest'
import type { MailMessage } from '../../../src/domain/mail.ts'
import { deliveredAt, imapFlags, maildirFlags, mboxFlags } from '../../../src/formats/mail/flags.ts'
import { folderName, writtenFolderName } from '../../../src/formats/mail/folder-name.ts'
import { readHeader } from '../../../src/formats/mail/header.ts'
import { mailRow, type StoredMail } from '../../../src/formats/mail/message.ts'

const at = (text: string): number => Date.parse(text) / 1000
const stored = at('2026-11-23T10:00Z')

function row(lines: readonly string[], more: Partial<StoredMail> = {}): ReturnType<typeof mailRow> {
  const flags = { isAnswered: false, isFlagged: false, isLeftOut: false }
  const header = readHeader(Buffer.from(lines.join('\n')))
  return mailRow(
    { place: 'INBOX 7', isSent: false, flags, storedAt: stored, bodySize: () => 12, header, ...more },
    (text) => `hash-of-${text}`,
  )
}

function message(lines: readonly string[], more: Partial<StoredMail> = {}): MailMessage {
  const made = row(lines, more)
  if ('unreadable' in made) throw new Error(made.unreadable)
  return made.message
}

test('a message has the decoded fields of its header', () => {
  expect(
    row(
      [
        'Message-ID: <a1@hall.example>',
        'In-Reply-To: Your message <q7@lee.example> of Friday',
        'References: <q5@lee.example>',
        '\t<q7@lee.example>',
        'From: =?utf-8?Q?S=C3=BCe?= Hall <sue@hall.example>',
        'To: gary@lee.example',
        'Cc: Ann <ann@lee.example>',
        'Bcc: gary+fu@lee.example',
        'Subject: =?utf-8?Q?Re:_Gr=C3=BC=C3=9Fe?=',
        'Date: Mon, 23 Nov 2026 09:59:00 +0000',
      ],
      { isSent: true, flags: { isAnswered: true, isFlagged: true, isLeftOut: false } },
    ),
  ).toEqual({
    message: {
      place: 'INBOX 7',
      isSent: true,
      id: '<a1@hall.example>',
      inReplyTo: ['<q7@lee.example>'],
      references: ['<q5@lee.example>', '<q7@lee.example>'],
      from: [{ address: 'sue@hall.example', name: 'Süe Hall' }],
      to: [{ address: 'gary@lee.example', name: null }],
      cc: [{ address: 'ann@lee.example', name: 'Ann' }],
      bcc: [{ address: 'gary+fu@lee.example', name: null }],
      subject: 'Re: Grüße',
      at: at('2026-11-23T09:59Z'),
      kind: 'personal',
      isAnswered: true,
      isFlagged: true,
    },
  })
})

test('a text without message fields is not a message', () => {
  expect(row(['X-Foo: bar'])).toEqual({ place: 'INBOX 7', unreadable: 'it has no message header' })
})

describe('the time of a message is', () => {
  const date = (text: string): string => `Date: ${text}`
  const received = (text: string): string => `Received: from a by b\n\t(x; y) for <sue@hall.example>; ${text}`

  it.each([
    ['its date, within a day before it came', [date('Sun, 22 Nov 2026 10:00:00 +0000')], '2026-11-22T10:00Z'],
    ['when it came, for an older date', [date('Sun, 22 Nov 2026 09:59:59 +0000')], '2026-11-23T10:00Z'],
    ['when it came, for a date to come', [date('Mon, 23 Nov 2037 10:00:00 +0000')], '2026-11-23T10:00Z'],
    ['when it came, for no date', ['Subject: x', date('yesterday')], '2026-11-23T10:00Z'],
    [
      'its date of old, where a server received it then and the mailbox was copied since',
      [received('Sun, 1 Nov 2026 08:00:00 +0000'), date('Sun, 1 Nov 2026 07:59:00 +0000')],
      '2026-11-01T07:59Z',
    ],
    [
      'when it came, where the clocks of sender and server do not agree',
      [received('Thu, 1 Jan 1970 00:00:00 +0000'), date('Sun, 1 Nov 2026 07:59:00 +0000')],
      '2026-11-23T10:00Z',
    ],
    [
      'when it came, where both are to come',
      [received('Mon, 23 Nov 2037 10:00:00 +0000'), date('Mon, 23 Nov 2037 10:00:00 +0000')],
      '2026-11-23T10:00Z',
    ],
  ])('%s', (_what, lines, expected) => {
    expect(message(lines).at).toBe(at(expected))
  })

  it('its date, if it was sent from here and the mailbox was copied since', () => {
    expect(message([date('Sun, 1 Nov 2026 07:59:00 +0000')], { isSent: true }).at).toBe(
      at('2026-11-01T07:59Z'),
    )
    expect(message([date('Mon, 23 Nov 2037 10:00:00 +0000')], { isSent: true }).at).toBe(stored)
  })
})

describe('a message without an id', () => {
  const lines = ['Date: Mon, 23 Nov 2026 09:59:00 +0000', 'From: sue@hall.example', 'Subject: two\n words']

  it('gets one from its date, sender, subject and size', () => {
    const id = `<hash-of-["Mon, 23 Nov 2026 09:59:00 +0000","sue@hall.example","two words",12]@no-message-id>`
    expect(message(lines).id).toBe(id)
    expect(message([...lines, 'Message-ID: ', 'X-Added: here']).id).toBe(id)
    expect(message(lines, { bodySize: () => 13 }).id).not.toBe(id)
  })

  it('is the only one whose body is measured', () => {
    const bodySize = (): number => {
      throw new Error('it was measured')
    }
    expect(message(['Message-ID: <a@b>'], { bodySize }).id).toBe('<a@b>')
  })
})

test.each([
  ['1795424400.M1P2.host:2,S', 1795424400],
  ['message-1', null],
  ['17.M1P2.host', null],
])('a message in the file %s of a Maildir came at %s', (name, instant) => {
  expect(deliveredAt(name)).toBe(instant)
})

describe('flags', () => {
  it.each([
    ['1795424400.M1P2.host', false, false, false],
    ['1795424400.M1P2.host:2,', false, false, false],
    ['1795424400.M1P2.host,S=12,W=13:2,RS', true, false, false],
    ['1795424400.M1P2.host:2,FS', false, true, false],
    ['1795424400.M1P2.host;2,FR', true, true, false],
    ['1795424400.M1P2.host!2,R', true, false, false],
    ['1795424400.M1P2.host:2,Sab', false, false, false],
    ['1795424400.M1P2.host:2,D', false, false, true],
    ['1795424400.M1P2.host:2,RT', true, false, true],
    ['FRDT', false, false, false],
  ])('of the file %s of a Maildir', (name, isAnswered, isFlagged, isLeftOut) => {
    expect(maildirFlags(name)).toEqual({ isAnswered, isFlagged, isLeftOut })
  })

  it.each([
    [['\\Seen'], false, false, false],
    [['\\Answered', '\\Seen'], true, false, false],
    [['\\FLAGGED', '$Forwarded'], false, true, false],
    [['\\Draft'], false, false, true],
    [['\\Deleted'], false, false, true],
    [['Answered'], false, false, false],
  ])('%j on a server', (names, isAnswered, isFlagged, isLeftOut) => {
    expect(imapFlags(new Set(names))).toEqual({ isAnswered, isFlagged, isLeftOut })
  })

  it.each([
    ['X-Mozilla-Status: 0001', false, false, false],
    ['X-Mozilla-Status: 0003\nX-Mozilla-Status2: 00000000', true, false, false],
    ['X-Account-Key: account1\nX-UIDL: 7\nX-Mozilla-Status: 0005', false, true, false],
    ['X-Mozilla-Status: 1007', true, true, false],
    ['X-Mozilla-Status: 0009', false, false, true],
    ['X-Mozilla-Status: many', false, false, false],
    ['From: a@b\nStatus: RO\nX-Status: AF', true, true, false],
    ['From: a@b\nX-Status: D', false, false, true],
    ['From: a@b', false, false, false],
  ])('%j in an mbox file', (lines, isAnswered, isFlagged, isLeftOut) => {
    expect(mboxFlags(readHeader(Buffer.from(lines)))).toEqual({ isAnswered, isFlagged, isLeftOut })
  })

  it('of Thunderbird are not read from fields that a sender wrote', () => {
    const header = readHeader(Buffer.from('Return-Path: <a@b>\nX-Mozilla-Status: 000b'))
    expect(mboxFlags(header)).toEqual({ isAnswered: false, isFlagged: false, isLeftOut: false })
  })
})

describe('the name of a folder', () => {
  it.each([
    ['Entw&APw-rfe', 'Entwürfe'],
    ['&U,BTFw-', '台北'],
    ['&2D3cjA- mail', '💌 mail'],
    ['Roof &- Co', 'Roof & Co'],
  ])('%s is %s, and back', (written, name) => {
    expect(folderName(written)).toBe(name)
    expect(writtenFolderName(name)).toBe(written)
  })

  it.each(['Roof & Co', 'Entwürfe', 'A&B-', '&2D0-', '&AAAA'])('%s is unchanged', (name) => {
    expect(folderName(name)).toBe(name)
  })
})
