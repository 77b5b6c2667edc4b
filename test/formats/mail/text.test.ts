import * as fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { headerText, mailAddresses, messageIds } from '../../../src/formats/mail/text.ts'
import { runs } from '../../support/runs.ts'

describe('a subject', () => {
  it.each([
    ['Quote for the roof', 'Quote for the roof'],
    ['=?utf-8?Q?Angebot_f=C3=BCr_das_Dach?=', 'Angebot für das Dach'],
    ['=?UTF-8?B?44GK6KaL56mN?=', 'お見積'],
    ['=?iso-2022-jp?B?GyRCJCo4K0BRGyhC?=', 'お見積'],
    ['=?iso-8859-1?Q?Gr=FC=DFe?= from =?windows-1252?Q?=93Sue=94?=', 'Grüße from “Sue”'],
    ['=?utf-8?Q?in_two_=C3?= =?utf-8?Q?=BC_parts?=', 'in two ü parts'],
    ['=?utf-8*en?Q?Quote?=', 'Quote'],
    ['=?utf-8?Q?a=00b=0D=0Ac=09d?=', 'a\ufffdb c d'],
    ['=?utf-8?Q?half_=ED=A0=80?=', 'half \ufffd\ufffd\ufffd'],
    ['=?unheard-of?Q?plain?=', 'plain'],
    ['=?utf-8?X?broken?= =?utf-8?Q', '=?utf-8?X?broken?= =?utf-8?Q'],
  ])('of %s is %s', (written, text) => {
    expect(headerText(written)).toBe(text)
  })
})

describe('addresses', () => {
  it.each([
    ['sue@hall.example', [['sue@hall.example', null]]],
    ['Sue Hall <sue@hall.example>', [['sue@hall.example', 'Sue Hall']]],
    [
      '"Hall, Sue" <sue@hall.example>, Gary <G@Lee.example>',
      [
        ['sue@hall.example', 'Hall, Sue'],
        ['G@Lee.example', 'Gary'],
      ],
    ],
    ['sue@hall.example (Sue Hall)', [['sue@hall.example', 'Sue Hall']]],
    ['=?utf-8?B?SGFsbCwgU8O8ZQ==?= <sue@hall.example>', [['sue@hall.example', 'Hall, Süe']]],
    ['"gary@lee.example" <sue@hall.example>', [['sue@hall.example', 'gary@lee.example']]],
    [
      'Roofers: sue@hall.example, Gary <g@lee.example>;',
      [
        ['sue@hall.example', null],
        ['g@lee.example', 'Gary'],
      ],
    ],
    ['undisclosed-recipients:;', []],
    ['MAILER-DAEMON', []],
    ['<>', []],
    ['', []],
  ])('in %s', (written, expected) => {
    expect(mailAddresses([written])).toEqual(expected.map(([address, name]) => ({ address, name })))
  })

  it('are those of all fields of one name', () => {
    expect(mailAddresses(['a@x.example', 'b@x.example']).map(({ address }) => address)).toEqual([
      'a@x.example',
      'b@x.example',
    ])
  })

  it('of no text break the reader', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        for (const { address } of mailAddresses([text])) expect(address).not.toMatch(/[\s\0]/)
        headerText(text)
        messageIds([text])
      }),
      runs(300),
    )
  })
})

test.each([
  ['<a1@hall.example>', ['<a1@hall.example>']],
  ['<a1@hall.example> <b2@lee.example>', ['<a1@hall.example>', '<b2@lee.example>']],
  ['Message from Sue of Mon, 23 Nov <a1@hall.example> on roofs', ['<a1@hall.example>']],
  ['"Sue"\'s message <a1@hall.example>,<a1@hall.example>', ['<a1@hall.example>']],
  ['<a1 \t@hall.example>', ['<a1@hall.example>']],
  ['a1@hall.example', ['<a1@hall.example>']],
  ['<unclosed@hall.example', []],
  ['<>', []],
  ['your message of Monday', []],
  ['', []],
])('the ids in %s', (written, ids) => {
  expect(messageIds([written])).toEqual(ids)
})
