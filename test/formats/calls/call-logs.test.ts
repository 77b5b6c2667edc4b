import * as fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import type { CallRow } from '../../../src/domain/call.ts'
import { FuError } from '../../../src/domain/errors.ts'
import { callLogCsv } from '../../../src/formats/calls/csv.ts'
import { voiceCall } from '../../../src/formats/calls/google-voice.ts'
import { callLogXml } from '../../../src/formats/calls/xml.ts'
import { readColumns } from '../../../src/parse/contact/call-columns.ts'
import { readCallTypes } from '../../../src/parse/contact/call-types.ts'
import { runs } from '../../support/runs.ts'

const call = (attributes: string): string => `<calls>\n<call ${attributes} />\n</calls>`
const whole = 'number="0412555019" duration="250" date="1795624805999" type="2" contact_name="Gary &amp; Co"'

describe('a log of SMS Backup & Restore', () => {
  it('has a call in each row, to the second, with the name in the phone', async () => {
    expect(await rowsOf(callLogXml([`<?xml version='1.0'?>\n${call(whole)}`]))).toEqual([
      {
        place: 'line 3',
        call: { number: '0412555019', kind: 'outgoing', at: 1_795_624_805, seconds: 250, name: 'Gary & Co' },
      },
    ])
  })

  it.each([
    ['1', 'incoming'],
    ['2', 'outgoing'],
    ['3', 'missed'],
    ['4', 'voicemail'],
    ['5', 'rejected'],
    ['6', 'blocked'],
    ['7', 'answered elsewhere'],
  ])('calls type %s %s', async (type, kind) => {
    const [row] = await rowsOf(callLogXml([call(`number="1" date="0" duration="0" type="${type}"`)]))
    expect(row).toMatchObject({ call: { kind } })
  })

  it.each([
    ['type="8" date="0"', 'its type is "8", which is not a number from 1 to 7'],
    ['date="0"', 'its type is missing, which is not a number from 1 to 7'],
    ['type="1" date="yesterday"', 'its date is "yesterday", which is not a time in milliseconds'],
    [
      'type="1" date="99999999999999999999"',
      'its date is "99999999999999999999", which is not a time in milliseconds',
    ],
    ['type="1" date="0" duration="=1+1"', 'its duration is "=1+1", which is not a number of seconds'],
  ])('says why a row with %s is none', async (attributes, invalid) => {
    expect(await rowsOf(callLogXml([call(attributes)]))).toEqual([{ place: 'line 2', invalid }])
  })

  it.each(['2', '3', '4'])('knows no number where it is withheld (presentation %s)', async (presentation) => {
    const [row] = await rowsOf(callLogXml([call(`${whole} presentation="${presentation}"`)]))
    expect(row).toMatchObject({ call: { number: '' } })
  })

  it('counts what is no call', async () => {
    const text = '<smses><sms body="hi" /><mms><parts><part /></parts></mms></smses>'
    expect(await rowsOf(callLogXml([text]))).toEqual([{ other: true }, { other: true }])
  })

  it('takes an emoji that is written in two halves, wherever the pieces of the file are cut', async () => {
    const text = call('type="1" date="0" contact_name="Gary &#55357;&#56832;&#33; &#55357; &#xd83d;&#xDE00;"')
    for (let cut = 0; cut <= text.length; cut += 1) {
      const [row] = await rowsOf(callLogXml([text.slice(0, cut), text.slice(cut)]))
      expect(row).toMatchObject({ call: { name: 'Gary 😀! \ufffd 😀' } })
    }
  })

  it.each([
    ['<!DOCTYPE calls [<!ENTITY a "aaaa">]><calls></calls>', 'line 1: a DOCTYPE is not allowed'],
    [`<!DOCTYPE b SYSTEM "file:///etc/passwd"><calls/>`, 'line 1: a DOCTYPE is not allowed'],
    ['<calls>\n<call type="1"', 'line 2: unclosed tag: calls'],
    ['<calls>\n<call type="1" date="0" />', 'line 2: unclosed tag: calls'],
    ['<calls><call type="1" type="2" /></calls>', 'line 1: duplicate attribute: type.'],
    ['<calls>&bomb;</calls>', 'line 1: undefined entity'],
    ['<calls><call number="&#0;" /></calls>', 'line 1: malformed character entity'],
    ['<html></html>', 'line 1: <html> does not begin a call log'],
    [`<calls>${'<a>'.repeat(100_000)}`, 'line 1: its tags are nested too deeply'],
    [`<calls><call number="${'1'.repeat(4_100_000)}`, 'line 1: a tag has no end'],
  ])('refuses %.40s', async (text, why) => {
    await expect(rowsOf(callLogXml(pieces(text)))).rejects.toThrow(why)
  })

  it('has rows of a megabyte', async () => {
    const number = '9'.repeat(1_000_000)
    const [row] = await rowsOf(callLogXml(pieces(call(`number="${number}" date="0" type="3"`))))
    expect(row).toMatchObject({ call: { number } })
  })

  it('gives rows or a sentence, whatever the text is (R23)', async () => {
    const parts = [
      '<calls>',
      '</calls>',
      '<call ',
      'type="1"',
      'date="1"',
      '/>',
      '&#55357;',
      '&',
      '<',
      '\n',
      ']]>',
      '<!--',
    ]
    const texts = fc.array(fc.oneof(fc.constantFrom(...parts), fc.string({ unit: 'binary' })), {
      maxLength: 30,
    })
    await fc.assert(
      fc.asyncProperty(texts, async (chunks) => {
        expect(await rowsOrSentence(callLogXml(chunks))).toBeDefined()
      }),
      runs(300),
    )
  })
})

describe('a page of Google Voice', () => {
  const page = (more: string): string =>
    `<?xml version="1.0" ?>\n<!DOCTYPE html PUBLIC "x" "y">\n<html><body><div class="haudio">${more}</div></body></html>`
  const contact = '<a class="tel" href="tel:+15551234567"><span class="fn">Gary &amp; Co</span></a>'
  const published = '<abbr class="published" title="2026-11-20T11:40:05.000-05:00">Nov 20</abbr>'

  test.each([
    ['Placed', 'outgoing'],
    ['Received', 'incoming'],
    ['Missed', 'missed'],
    ['Voicemail', 'voicemail'],
  ])('%s is %s, by its label or by its name', (word, kind) => {
    const expected = {
      place: 'page.html',
      call: { number: '+15551234567', kind, at: 1_795_192_805, seconds: 65, name: 'Gary & Co' },
    }
    const length = '<abbr class="duration" title="PT1M5S">(00:01:05)</abbr>'
    const label = `<a rel="tag" href="http://www.google.com/voice#${word.toLowerCase()}">${word}</a>`
    expect(voiceCall('in/page.html', page(contact + published + length + label))).toEqual(expected)
    const file = `Gary Lee - ${word} - 2026-11-20T16_40_05Z.html`
    expect(voiceCall(file, page(contact + length))).toEqual({ ...expected, place: file })
  })

  test('a number stands for a name, and a withheld one for none', () => {
    const file = '+15551234567 - Missed - 2026-11-20T16_40_05Z.html'
    expect(voiceCall(file, page(''))).toMatchObject({
      call: { number: '+15551234567', name: null, seconds: null },
    })
    expect(voiceCall(' - Missed - 2026-11-20T16_40_05Z.html', page(''))).toMatchObject({
      call: { number: '' },
    })
  })

  test('a conversation by text message is no call, and anything else no such page', () => {
    expect(voiceCall('Gary Lee - Text - 2026-11-20T16_40_05Z.html', page(contact))).toEqual({ other: true })
    expect(voiceCall('notes.html', page(contact))).toEqual({
      place: 'notes.html',
      invalid: 'it is not a Google Voice page',
    })
    expect(voiceCall('Gary - Missed - 2026-13-45.html', page(contact))).toEqual({
      place: 'Gary - Missed - 2026-13-45.html',
      invalid: 'it does not say when the call was',
    })
  })

  test('whatever the page is, it is a row', () => {
    const parts = [
      contact,
      published,
      '<abbr class="published" title="',
      'rel="tag"',
      '#missed"',
      '<a ',
      '"',
      '>',
    ]
    const texts = fc.array(fc.oneof(fc.constantFrom(...parts), fc.string({ unit: 'binary' })))
    fc.assert(
      fc.property(fc.string(), texts, (file, chunks) => {
        expect(Object.keys(voiceCall(`${file} - Missed - `, chunks.join(''))).length).toBeGreaterThan(0)
      }),
      runs(300),
    )
  })
})

describe('a table of calls', () => {
  const columns = readColumns(['number=Phone', 'date=When', 'type=Kind', 'duration=Length', 'name=Who'])
  const types = readCallTypes([])
  const table = (when: string, kind = 'Missed', length = ''): string[] => [
    `Phone,When,Kind,Length,Who\n0412555019,"${when}",${kind},${length},Gary\n`,
  ]

  it.each([
    ['dmy', '24/11/2026 16:40', { day: '2026-11-24', time: '16:40', second: 0 }],
    ['dmy', '24.11.26, 4:40:05 pm', { day: '2026-11-24', time: '16:40', second: 5 }],
    ['mdy', '11/24/2026 12:05 AM', { day: '2026-11-24', time: '00:05', second: 0 }],
    ['ymd', '2026-11-24 16:40', { day: '2026-11-24', time: '16:40', second: 0 }],
    ['iso', '2026-11-24T16:40:05', { day: '2026-11-24', time: '16:40', second: 5 }],
    ['iso', '2026-11-24T16:40:05Z', 1_795_538_405],
    ['iso', '2026-11-24T16:40:05+01:00', 1_795_534_805],
    ['epoch', '1795538405', 1_795_538_405],
    ['epoch', '1795538405123', 1_795_538_405],
  ] as const)('%s: %s', async (dates, when, at) => {
    expect(await rowsOf(callLogCsv(table(when), { columns, dates, types }))).toEqual([
      { place: 'line 2', call: { number: '0412555019', kind: 'missed', at, seconds: null, name: 'Gary' } },
    ])
  })

  it.each([
    ['dmy', '11/24/2026 16:40'],
    ['dmy', '30/02/2026 16:40'],
    ['dmy', '24/11/2026'],
    ['dmy', '24/11/2026 25:00'],
    ['ymd', '24/11/2026 16:40'],
    ['mdy', '11/24/99999 16:40'],
    ['mdy', '11/24/2026 13:00 pm'],
    ['epoch', '2026-11-24'],
    ['iso', '=NOW()'],
  ] as const)('%s is not %s', async (dates, when) => {
    expect(await rowsOf(callLogCsv(table(when), { columns, dates, types }))).toEqual([
      { place: 'line 2', invalid: `its date is "${when}", which is not a date in the order ${dates}` },
    ])
  })

  it.each([
    ['Incoming call', '65', 'incoming', 65],
    ['received', '1:05', 'incoming', 65],
    ['OUTGOING', '0:01:05', 'outgoing', 65],
    ['Placed', '1 min 5 sec', 'outgoing', 65],
    ['missed_call', '', 'missed', null],
    ['No answer', '0', 'missed', 0],
    ['Declined', '0', 'rejected', 0],
    ['answered elsewhere', '', 'answered elsewhere', null],
  ])('%s for %s is %s of %s seconds', async (word, length, kind, seconds) => {
    const [row] = await rowsOf(
      callLogCsv(table('24/11/2026 16:40', word, length), { columns, dates: 'dmy', types }),
    )
    expect(row).toMatchObject({ call: { kind, seconds } })
  })

  it.each([
    [
      'Fritz!Box',
      'Typ;Datum;Name;Rufnummer;Nebenstelle;Eigene Rufnummer;Dauer',
      ['incoming', 'missed', 'outgoing', 'outgoing', 'rejected', 'outgoing'],
    ],
    [
      'Fritz!Box',
      'Typ;Datum;Name;Rufnummer;Dauer',
      ['incoming', 'missed', 'outgoing', 'outgoing', 'rejected', 'outgoing'],
    ],
    ['Android', 'Typ,Datum,Name,Rufnummer', ['incoming', 'outgoing', 'missed', 'voicemail', null, null]],
  ] as const)('counts its types as %s where its columns are %s', async (numbers, header, kinds) => {
    const separator = header.includes(';') ? ';' : ','
    const lines = ['1', '2', '3', '4', '10', '11'].map((type) =>
      [type, '24.11.26 16:40', '', '0412555019', '', '', '']
        .slice(0, header.split(separator).length)
        .join(separator),
    )
    const named = readColumns(['number=Rufnummer', 'date=Datum', 'type=Typ'])
    const said: string[] = []
    const rows = await rowsOf(
      callLogCsv([[header, ...lines, ''].join('\n')], { columns: named, dates: 'dmy', types }, (counted) => {
        said.push(counted)
      }),
    )
    expect(rows.map((row) => ('call' in row ? row.call.kind : null))).toEqual(kinds)
    expect(said).toEqual([numbers])
  })

  it('takes what the user says of a type before what is known of it', async () => {
    const own = readCallTypes([
      'missed=4,Verpasst',
      'unanswered=kein Anschluss',
      'other=SMS',
      'answered-elsewhere=2',
    ])
    const kinds = ['4', 'verpasst', 'Kein Anschluss', 'SMS', '2', '1'].map(async (word) => {
      const [row] = await rowsOf(
        callLogCsv(table('24/11/2026 16:40', word), { columns, dates: 'dmy', types: own }),
      )
      return row !== undefined && 'call' in row ? [row.call.kind, row.call.seconds] : row
    })
    expect(await Promise.all(kinds)).toEqual([
      ['missed', null],
      ['missed', null],
      ['outgoing', 0],
      { other: true },
      ['answered elsewhere', null],
      ['incoming', null],
    ])
  })

  it.each([
    [['late=4'], '--types cannot be "late=4".'],
    [['missed'], '--types cannot be "missed".'],
    [['missed=4,'], '--types cannot be "missed=4,".'],
    [['missed=4', 'incoming=5,4'], '--types gives "4" two meanings.'],
  ])('is not read with --types %s', (typed, message) => {
    expect(() => readCallTypes(typed)).toThrow(message)
  })

  it.each([
    ['without names of its columns', '', ['number=3', 'date=1', 'type=2']],
    ['with names of its columns', 'When,Kind,Phone\n', ['number=3', 'date=1', 'type=2']],
    ['of which only one column can be the type', '', ['number=3', 'date=1']],
    ['of which one column is called type', 'When,Type,Phone\n', ['number=Phone', 'date=When']],
    ['with two columns of one name', 'When,Phone,Phone\n', ['number=3', 'date=1', 'type=2']],
  ])('is read by the places of its columns: a table %s', async (_, header, map) => {
    const rows = '24/11/2026 16:40,missed,0412 555 019\n24/11/2026 17:40,missed,0412 555 019\n'
    const found = await rowsOf(
      callLogCsv([`${header}${rows}`], { columns: readColumns(map), dates: 'dmy', types }),
    )
    const first = header === '' ? 1 : 2
    expect(found).toMatchObject([
      { place: `line ${first}`, call: { number: '0412 555 019', kind: 'missed' } },
      { place: `line ${first + 1}`, call: { number: '0412 555 019', kind: 'missed' } },
    ])
  })

  it('says where the first row cannot be read', async () => {
    const byPlace = { columns: readColumns(['number=2', 'date=1', 'type=3']), dates: 'dmy', types } as const
    expect(await rowsOf(callLogCsv(['yesterday,0412 555 019,missed\n'], byPlace))).toMatchObject([
      { place: 'line 1', invalid: 'its date is "yesterday", which is not a date in the order dmy' },
    ])
  })

  it('says that there is no such place, and that a line alone is not a row', async () => {
    const byPlace = { columns: readColumns(['number=2', 'date=1', 'type=3']), dates: 'dmy', types } as const
    await expect(rowsOf(callLogCsv(['hello\n'], byPlace))).rejects.toThrow('There is no column "2".')
    expect(await rowsOf(callLogCsv(['When,Phone,Kind\n'], byPlace))).toMatchObject([{ place: 'line 1' }])
  })

  it('says that no column is the type', async () => {
    const unknown = { columns: readColumns(['number=Phone', 'date=When']), dates: 'dmy', types } as const
    await expect(rowsOf(callLogCsv(table('x'), { ...unknown }))).resolves.toBeDefined()
    await expect(rowsOf(callLogCsv(['When,Phone,What\n'], unknown))).rejects.toThrow(
      '--map does not name the column of the type.',
    )
  })

  it('has its time in another column, and its columns in any case', async () => {
    const text = ['PHONE;Day;Time;Type\r\n0412555019;24.11.2026;16:40;missed\r\n']
    const apart = readColumns(['number=phone', 'date=day', 'time=time', 'type=type'])
    expect(await rowsOf(callLogCsv(text, { columns: apart, dates: 'dmy', types }))).toMatchObject([
      { call: { at: { day: '2026-11-24', time: '16:40' } } },
    ])
  })

  it('says which columns there are', async () => {
    const wrong = readColumns(['number=Nr', 'date=When', 'type=Kind'])
    await expect(rowsOf(callLogCsv(table('x'), { columns: wrong, dates: 'dmy', types }))).rejects.toThrow(
      'There is no column "Nr".',
    )
  })

  it.each([
    [['number=a'], '--map does not name the column of the date.'],
    [['colour=a'], '--map cannot be "colour=a".'],
    [['number'], '--map cannot be "number".'],
    [['number=a', 'number=b'], '--map names number twice.'],
  ])('is not read by --map %s', (typed, message) => {
    expect(() => readColumns(typed)).toThrow(message)
  })
})

/** A text in the pieces that a file comes in. */
function pieces(text: string): string[] {
  return text.match(/[\s\S]{1,65536}/g) ?? []
}

async function rowsOf(rows: AsyncIterable<CallRow>): Promise<CallRow[]> {
  const found: CallRow[] = []
  for await (const row of rows) found.push(row)
  return found
}

/** The rows, or the error for people in their place; any other error is a fault. */
async function rowsOrSentence(rows: AsyncIterable<CallRow>): Promise<CallRow[] | FuError> {
  try {
    return await rowsOf(rows)
  } catch (error) {
    if (error instanceof FuError) return error
    throw error
  }
}
