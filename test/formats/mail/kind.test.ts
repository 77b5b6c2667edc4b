import { describe, expect, it } from 'vitest'
import { readHeader } from '../../../src/formats/mail/header.ts'
import { kindOf } from '../../../src/formats/mail/kind.ts'

const kind = (...lines: string[]): string => kindOf(readHeader(new TextEncoder().encode(lines.join('\r\n'))))

const fromSue = 'From: Sue Hall <sue@hall.example>'

describe('a message that a person wrote', () => {
  it.each([
    [
      'Outlook',
      [
        fromSue,
        'Thread-Topic: Quote for the roof',
        'Thread-Index: AQHbPZ5f1x2y3z==',
        'Accept-Language: en-GB, en-US',
        'X-MS-Has-Attach: yes',
        'X-Auto-Response-Suppress: DR, OOF, AutoReply',
        'x-ms-exchange-transport-fromentityheader: Hosted',
        'Content-Type: multipart/mixed; boundary="_004_LO2P265MB"',
        'MIME-Version: 1.0',
      ],
    ],
    [
      'Gmail',
      [
        'Return-Path: <sue@hall.example>',
        'DKIM-Signature: v=1; a=rsa-sha256; d=gmail.com; s=20230601;',
        '        h=to:subject:message-id:date:from; bh=abc=; b=def',
        'X-Gm-Message-State: AOJu0Yx',
        fromSue,
        'Content-Type: multipart/alternative; boundary="00000000000012ab"',
      ],
    ],
    [
      'Apple Mail',
      [fromSue, 'Mime-Version: 1.0 (Mac OS X Mail 16.0 \\(3826.200.121\\))', 'X-Mailer: Apple Mail (2.3826)'],
    ],
    [
      'Thunderbird',
      [fromSue, 'User-Agent: Mozilla Thunderbird', 'Content-Type: text/plain; charset=UTF-8; format=flowed'],
    ],
    ['K-9', [fromSue, 'User-Agent: K-9 Mail for Android', 'Autocrypt: addr=sue@hall.example; keydata=abc']],
    ['a program that says it is no machine', [fromSue, 'Auto-Submitted: no', 'Precedence: first-class']],
    ['a jest', [fromSue, 'Subject: Out of office: Automatic reply: Undeliverable: Invitation']],
    [
      'a message about a report',
      [fromSue, 'Subject: report-type=delivery-status', 'X-Note: text/calendar; method=REQUEST'],
    ],
  ])('is personal, from %s', (_program, lines) => {
    expect(kind(...lines)).toBe('personal')
  })
})

describe('an automatic answer', () => {
  it.each([
    [
      'an absence in Exchange',
      [
        'Return-Path: <>',
        fromSue,
        'Subject: Automatische Antwort: Angebot',
        'Auto-Submitted: auto-generated',
        'X-Auto-Response-Suppress: All',
        'X-MS-Exchange-Inbox-Rules-Loop: sue@hall.example',
      ],
    ],
    [
      'an absence in Gmail',
      [
        'Return-Path: <sue@hall.example>',
        fromSue,
        'Subject: Réponse automatique : Devis',
        'Precedence: bulk',
        'X-Autoreply: yes',
        'Auto-Submitted: auto-replied',
      ],
    ],
    [
      'a vacation of Sieve',
      [
        'Return-Path: <>',
        fromSue,
        'X-Sieve: Pigeonhole Sieve 0.5.19',
        'Auto-Submitted: auto-replied (vacation)',
        'Precedence: bulk',
      ],
    ],
    ['a vacation of old', [fromSue, 'Precedence: auto_reply']],
    [
      'an autoresponder of cPanel',
      [fromSue, 'X-Autorespond: ', 'X-Precedence: auto_reply', 'Precedence: auto_reply'],
    ],
    [
      'a ticket',
      [
        fromSue,
        'Auto-Submitted: auto-generated; owner-token="x"',
        'List-Unsubscribe: <mailto:off@x.example>',
      ],
    ],
  ])('is automatic: %s', (_what, lines) => {
    expect(kind(...lines)).toBe('automatic')
  })
})

describe('a message to a list', () => {
  it.each([
    [
      'a list of Mailman',
      [
        'List-Id: Roofers of Kent <roofers.lists.example>',
        'Precedence: list',
        'X-BeenThere: roofers@lists.example',
      ],
    ],
    [
      'a Google group',
      [
        'Mailing-list: list r@g.example; contact r+owners@g.example',
        'List-ID: <r.g.example>',
        'Precedence: list',
      ],
    ],
    [
      'a newsletter',
      ['List-Unsubscribe: <https://news.example/off>', 'List-Unsubscribe-Post: List-Unsubscribe=One-Click'],
    ],
    ['a circular', ['Precedence: Bulk']],
    ['one of no worth', ['Precedence: junk']],
  ])('is bulk: %s', (_what, lines) => {
    expect(kind('Return-Path: <bounce-12@lists.example>', fromSue, ...lines)).toBe('bulk')
  })
})

describe('a notice that a message did not arrive', () => {
  it.each([
    [
      'Postfix',
      [
        'Return-Path: <>',
        'From: MAILER-DAEMON@mail.hall.example (Mail Delivery System)',
        'Subject: Undelivered Mail Returned to Sender',
        'Auto-Submitted: auto-replied',
        'Content-Type: multipart/report; report-type=delivery-status;',
        '\tboundary="4XyZ.1795424400/mail.hall.example"',
      ],
    ],
    [
      'Exim',
      [
        'Return-path: <>',
        'X-Failed-Recipients: gary@lee.example',
        'Auto-Submitted: auto-replied',
        'From: Mail Delivery System <Mailer-Daemon@mail.hall.example>',
        'Subject: Mail delivery failed: returning message to sender',
      ],
    ],
    [
      'Exchange, in German',
      [
        'From: <postmaster@hall.example>',
        'Subject: Unzustellbar: Angebot',
        'Content-Type: multipart/report; boundary="_000_x";',
        ' report-type=delivery-status',
        'X-MS-Exchange-Message-Is-Ndr:',
      ],
    ],
    [
      'Exchange, in French',
      [
        'From: "Microsoft Outlook" <MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@hall.example>',
        'Subject: Non remis : Devis',
        'Content-Type: multipart/report; report-type="delivery-status"; boundary="x"',
      ],
    ],
    ['qmail', ['Return-Path: <>', 'From: MAILER-DAEMON@mail.hall.example', 'Subject: failure notice']],
    ['qmail where no host is named', ['From: MAILER-DAEMON (Mail Delivery System)']],
    [
      'Gmail',
      [
        'Return-Path: <>',
        'From: Mail Delivery Subsystem <mailer-daemon@googlemail.com>',
        'Auto-Submitted: auto-replied',
        'X-Failed-Recipients: gary@lee.example',
        'Content-Type: multipart/report; boundary="000000000000"; report-type=delivery-status',
      ],
    ],
    ['a system that only names no sender', ['Return-Path: < >', 'From: postmaster@lee.example']],
  ])('is a bounce: %s', (_system, lines) => {
    expect(kind(...lines)).toBe('bounce')
  })
})

describe('a read receipt', () => {
  it.each([
    [
      'Outlook, in Polish',
      [
        'Return-Path: <>',
        fromSue,
        'Subject: Przeczytano: Oferta',
        'Content-Type: multipart/report; report-type=disposition-notification;',
        ' boundary="x"',
      ],
    ],
    [
      'Thunderbird',
      [
        fromSue,
        'Subject: Return Receipt (displayed) - Quote',
        'Content-Type: multipart/report; report-type=disposition-notification; boundary="mdn123"',
        'Auto-Submitted: auto-replied',
      ],
    ],
  ])('is recognized: %s', (_program, lines) => {
    expect(kind(...lines)).toBe('read receipt')
  })
})

describe('a calendar message', () => {
  const calendar = (method: string): string =>
    `Content-Type: text/calendar; charset="utf-8"; method=${method}`

  it.each([
    ['REQUEST', 'invitation'],
    ['request', 'invitation'],
    ['"REQUEST"', 'invitation'],
    ['COUNTER', 'invitation'],
    ['REPLY', 'calendar notice'],
    ['CANCEL', 'calendar notice'],
    ['PUBLISH', 'calendar notice'],
  ])('with the method %s is an %s', (method, expected) => {
    expect(kind(fromSue, calendar(method))).toBe(expected)
  })

  it('is an invitation even if a program sent it, or it came through a list', () => {
    expect(kind(fromSue, 'Auto-Submitted: auto-generated', calendar('REQUEST'))).toBe('invitation')
    expect(kind(fromSue, 'List-Id: <r.lists.example>', calendar('REQUEST'))).toBe('invitation')
  })

  it('is not a bounce if it answers an invitation without a sender', () => {
    expect(kind('Return-Path: <>', fromSue, calendar('REPLY'))).toBe('calendar notice')
  })

  it('from Google is automatic: its header does not describe its parts', () => {
    expect(
      kind(
        'Return-Path: <3abc@calendar-server.bounces.google.com>',
        'Reply-To: Sue Hall <sue@hall.example>',
        'Sender: Google Calendar <calendar-notification@google.com>',
        'Auto-Submitted: auto-generated',
        'Message-ID: <calendar-7f3c@google.com>',
        'Subject: Invitation: Survey @ Tue 1 Dec 2026 10:00',
        fromSue,
        'Content-Type: multipart/mixed; boundary="000000000000abc"',
      ),
    ).toBe('automatic')
  })
})
