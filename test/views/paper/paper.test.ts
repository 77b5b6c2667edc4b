import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dateWords } from '../../../src/domain/date-words.ts'
import { addDays } from '../../../src/domain/day.ts'
import { cssText, html } from '../../../src/views/layout/html.ts'
import { paperPage, paperWeek } from '../../../src/views/paper/paper.ts'
import {
  agenda,
  contact,
  designPage,
  due,
  fullPage,
  line,
  promise,
  tuesday,
  tuesdayNoon,
} from '../../support/agendas.ts'

type Page = Parameters<typeof paperPage>[0]

const gary = contact(1, 'Gary Lee', { company: 'Lee Mortgages' })
const ada = contact(2, 'Ada Müller')
const week: Page['week'] = [0, 1, 2, 3, 4, 5, 6].map((ahead) => ({
  day: addDays(tuesday, ahead),
  lines: [],
  load: ahead === 0 ? 3 : ahead === 2 ? 1 : 0,
}))

/** One of each mark. */
const off: Page['off'] = [
  {
    mark: 'done',
    promise: {
      ...promise(6, gary, { what: 'send the plans' }),
      status: 'kept',
      closedAt: tuesdayNoon,
      outcome: 'reached',
      reason: null,
      note: 'he has them',
    },
    next: null,
  },
  {
    mark: 'moved',
    promise: promise(7, ada, { what: 'ring about the lease' }),
    next: due('2026-12-04', '10:30'),
  },
  {
    mark: 'dropped',
    promise: {
      ...promise(8, ada, { what: 'the old boiler' }),
      status: 'dropped',
      closedAt: tuesdayNoon,
      reason: 'they sold the house',
    },
    next: null,
  },
]

describe('a day on paper', () => {
  it('is the page, with boxes and ruled lines, what is off it, and the week at the foot', () => {
    expect(read(printed({ agenda: designPage, off, week }))).toBe(`
Tuesday 1 December 2026
CARRIED OVER 2
☐ 5
Gary Lee, Lee Mortgages 0412 555 019
send the papers 1 day late
you said Mon 30 Nov
____
____
☐ 2
Ada Müller ada@mueller.example
send the price list · 2nd try 1 day late
left my number on Thu 26 Nov
____
____
WAITING ON THEM
☐· 3
José Álvarez +34 911 23 45 67
the delivery date 4 days late
they said Fri 27 Nov; not chased yet
____
____
OFF THE PAGE
✓
Gary Lee, Lee Mortgages: send the plans · he has them
→
Ada Müller: ring about the lease · to Fri 4 Dec 10:30
✗
Ada Müller: the old boiler · they sold the house
(notes)
Tue 1 Dec 3
Wed 2 Dec
Thu 3 Dec 1
Fri 4 Dec
Sat 5 Dec
Sun 6 Dec
Mon 7 Dec
✓ done → moved ✗ dropped · waiting on them in the evening: fu done 5
`)
  })

  it('says everything that the page on the screen says', () => {
    const text = read(printed({ agenda: fullPage, off: [], week: [] }))
    expect(text).toContain(`
☐ 41
王美玲, 臺北貿易有限公司 02 2311 5555
hot · ring back about the broken crate · 3rd try 12 days late
you said Thu 19 Nov, moved once; left a message twice, last on Thu 26 Nov · owes an update
____
`)
    expect(text).toContain('KEEP IN TOUCH 5\n☐ @2\n')
    expect(text).toContain('\nand 4 more\n')
  })

  it.each([
    ['nothing is written', agenda({}), 'Nothing due.'],
    ['all is done', agenda({}, { doneToday: 2 }), 'All done.'],
    [
      'something comes later',
      agenda({}, { upcoming: { contact: 'Ada & Co', day: due('2026-12-03').day } }),
      'Nothing due. The next is Ada & Co on Thu 3 Dec.',
    ],
  ])('is ruled paper where %s', (_case, of, sentence) => {
    expect(read(printed({ agenda: of, off: [], week: [] }))).toBe(`
Tuesday 1 December 2026
${sentence}
(notes)
✓ done → moved ✗ dropped · waiting on them
`)
  })

  it.each([
    [4, 2],
    [5, 1],
    [12, 1],
  ])('has room under each of %i lines: %i ruled', (count, rules) => {
    const lines = Array.from({ length: count }, (_, index) => line(promise(index + 1, ada), ada))
    const text = read(printed({ agenda: agenda({ today: lines }), off: [], week: [] }))
    expect(text.match(/☐/g)).toHaveLength(count)
    expect(text.match(/____/g)).toHaveLength(count * rules)
  })

  it('has the lines of a long section in short, all but the first, each with its box', () => {
    const lines = Array.from({ length: 200 }, (_, index) => line(promise(index + 1, ada), ada))
    const sheet = printed({ agenda: agenda({ today: lines }), off: [], week: [] })
    expect(read(sheet).match(/☐/g)).toHaveLength(200)
    expect(read(sheet).match(/____/g)).toHaveLength(1)
    expect(sheet.match(/<ol class="short">/g)).toHaveLength(1)
  })

  it('asks for no number that is missing: paper takes no commands', () => {
    const of = agenda({ today: [line(promise(1, ada), ada, { flags: ['no-number', 'owes-update'] })] })
    const text = read(printed({ agenda: of, off: [], week: [] }))
    expect(text).not.toContain('fu edit')
    expect(text).toContain('owes an update')
  })

  it('marks the first thing to do, and no other', () => {
    expect(printed({ agenda: fullPage, off: [], week: [] }).match(/class="line first"/g)).toHaveLength(1)
  })

  it.each([
    [null, 'en', 'Tuesday 1 December 2026', 'Tue 1 Dec'],
    ['en-US', 'en-US', 'Tuesday, December 1, 2026', 'Tue, Dec 1'],
    ['de-DE', 'de-DE', 'Dienstag, 1. Dezember 2026', 'Di., 1. Dez.'],
    ['ja-JP', 'ja-JP', '2026年12月1日火曜日', '12月1日(火)'],
  ])('speaks of days as in %s', (locale, tag, long, short) => {
    const words = dateWords(locale)
    const page = paperPage({ agenda: designPage, off: [], week }, { words, locale, now: tuesday })
    expect(page).toContain(`<html lang="${tag}" dir="ltr">`)
    expect(page).toContain(`<title>${long}</title>`)
    expect(page).toContain(`<h1 dir="auto">${long}</h1>`)
    expect(page).toContain(`<span dir="auto">${short}</span><b>3</b>`)
  })
})

it('a week on paper is seven days, each with its lines and room for more', () => {
  const days = week.map((ahead, index) => ({
    ...ahead,
    lines: designPage.sections.flatMap(({ lines }) => lines).filter((_, at) => at === index || index === 0),
    off: index === 0 ? off.slice(0, 1) : [],
  }))
  expect(read(paperWeek(days, { words: dateWords(null), locale: null, now: tuesday }))).toBe(`
the week from Tuesday 1 December 2026
TUE 1 DEC
✓
Gary Lee, Lee Mortgages: send the plans · he has them
☐ 5
Gary Lee, Lee Mortgages: send the papers 1 day late · 0412 555 019
☐ 2
Ada Müller: send the price list · 2nd try 1 day late · ada@mueller.example
☐· 3
José Álvarez: the delivery date 4 days late · +34 911 23 45 67
(notes)
WED 2 DEC
☐ 2
Ada Müller: send the price list · 2nd try 1 day late · ada@mueller.example
(notes)
THU 3 DEC
☐· 3
José Álvarez: the delivery date 4 days late · +34 911 23 45 67
(notes)
FRI 4 DEC
(notes)
SAT 5 DEC
(notes)
SUN 6 DEC
(notes)
MON 7 DEC
(notes)
✓ done → moved ✗ dropped · waiting on them in the evening: fu done 5
`)
})

describe('text from the diary', () => {
  const blank = printed({ agenda: pageOf('x'), off: [], week: [] })

  it.each([
    ['<script>alert(1)</script>', '&lt;script&gt;alert(1)&lt;/script&gt;'],
    ['"><img src=http://x onerror=y>', '&quot;&gt;&lt;img src=http://x onerror=y&gt;'],
    ['</style><b>', '&lt;/style&gt;&lt;b&gt;'],
    ["O'Brien & Söhne", 'O&#39;Brien &amp; Söhne'],
    ['&amp;', '&amp;amp;'],
    ['a\u001b[2J\u0000b', 'a\\u{1b}[2J\\u{0}b'],
    ['a\u202eb', 'a\\u{202e}b'],
    ['two\nlines', 'two lines'],
  ])('%j is text', (text, written) => {
    expect(html`<i>${text}</i>`.markup).toBe(`<i>${written}</i>`)
  })

  it('adds no markup to the page, whatever it is', () => {
    const anything = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc
        .array(fc.constantFrom('<', '>', '"', "'", '&', '</', '<!--', '`', '=', '\\', '\u0000', 'a', ' '))
        .map((parts) => parts.join('')),
    )
    fc.assert(
      fc.property(anything, (text) => {
        expect(skeleton(printed({ agenda: pageOf(text), off: [], week: [] }))).toBe(skeleton(blank))
      }),
    )
  })

  it('reaches nothing outside: no script, no address, no file (R5)', () => {
    const page = printed({ agenda: pageOf('<img src=http://x>'), off, week })
    expect(page).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`)
    expect(skeleton(page)).not.toMatch(/script|src=|href=|url\(|@import|https?:/i)
  })
})

it('text in a style sheet ends neither its string nor the sheet', () => {
  expect(cssText('1 Dec')).toBe('"1\\20 Dec"')
  expect(cssText('"; } </style>')).toBe('"\\22 \\3b \\20 \\7d \\20 \\3c \\2f style\\3e "')
})

function printed(page: Page): string {
  return paperPage(page, { words: dateWords(null), locale: null, now: tuesday })
}

/** A page where the text stands wherever the diary's text can stand. */
function pageOf(text: string): Page['agenda'] {
  const who = contact(1, `x${text}`, { company: `x${text}` })
  const of = promise(1, who, { what: `x${text}`, about: { id: 2, name: `x${text}` } })
  return agenda({
    today: [line(of, who, { reason: `x${text}`, reachBy: { channel: 'email', value: `x${text}` } })],
  })
}

/** The tags of a document, without what stands between them. */
function skeleton(page: string): string {
  return (page.match(/<[^>]*>/g) ?? []).join('')
}

/** The document as it is read from top to bottom: a box as ☐, a ruled line as ____, headings in capitals. */
function read(page: string): string {
  const lines = page
    .replace(/^[\s\S]*<body[^>]*>/, '')
    .replaceAll(/<div class="notes">[\s\S]*?<\/div>\s*<\/div>/g, '<p>(notes)</p>')
    .replaceAll(/\s+/g, ' ')
    .replaceAll('<span class="box">', '☐')
    .replaceAll('<i></i>', '<p>____</p>')
    .replaceAll(/<h2>.*?<\/h2>/g, (heading) =>
      heading.replaceAll(/[^<>]+(?=<)/g, (words) => words.toUpperCase()),
    )
    .replaceAll(/<\/?(?:li|p|div|header|h1|h2|ol|section|main|footer)\b[^>]*>/g, '\n')
    .replaceAll(/<\/span ?>(?=<span|<b)/g, ' ')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&amp;', '&')
    .split('\n')
    .map((text) => text.replaceAll(/ +/g, ' ').trim())
    .filter((text) => text !== '')
  return `\n${lines.join('\n')}\n`
}
