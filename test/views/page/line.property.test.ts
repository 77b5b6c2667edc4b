import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { sectionNames, type Flag, type Line, type SectionName } from '../../../src/domain/page.ts'
import { rowWidth, type Row } from '../../../src/views/layout/span.ts'
import { linePieces, type LinePieces } from '../../../src/views/page/line-pieces.ts'
import { columnsFor, lineRows } from '../../../src/views/page/line.ts'
import { contact, due, line, promise, tuesday } from '../../support/agendas.ts'
import { runs } from '../../support/runs.ts'

const ordinary = fc
  .array(fc.constantFrom('Gary', 'Müller', 'of', 'the-long-and-winding-road-company'), {
    minLength: 1,
    maxLength: 5,
  })
  .map((some) => some.join(' '))
const wild = fc
  .array(fc.constantFrom('Gary', ' ', '王小明', 'é\u0301', '\u001b[2J'), { maxLength: 4 })
  .map((some) => some.join(' '))
const text = fc.oneof({ arbitrary: ordinary, weight: 12 }, { arbitrary: wild, weight: 1 })
const flags = fc.subarray<Flag>(['hot', 'owes-update', 'past-24h', 'no-number', 'unwanted-channel'])

const lines: fc.Arbitrary<Line> = fc
  .record({
    id: fc.integer({ min: 1, max: 20_000 }),
    name: text,
    company: fc.option(text),
    about: fc.option(text),
    owner: fc.constantFrom('mine', 'theirs'),
    isPromised: fc.boolean(),
    what: text,
    reason: text,
    reach: fc.option(text),
    channel: fc.constantFrom('call', 'email', 'post'),
    flags,
    daysLate: fc.constantFrom(0, 1, 12),
    minutesLate: fc.constantFrom(0, 65),
    attempts: fc.constantFrom(0, 1),
    time: fc.constantFrom(null, '10:30'),
  })
  .map(({ id, name, company, about, owner, isPromised, what, reason, reach, channel, time, ...rest }) => {
    const who = contact(id, name, { company })
    const of = promise(id, who, { owner, about: about === null ? null : { id: 2, name: about } })
    return line(isPromised ? of : null, who, {
      ...rest,
      what,
      reason,
      next: due('2026-12-01', time),
      reachBy: reach === null ? null : { channel, value: reach },
    })
  })

/** The pieces of some lines of a section, the first of them the first thing to do. */
function piecesOf(some: readonly Line[], section: SectionName): LinePieces[] {
  return some.map((each, index) => linePieces(each, { section, day: tuesday, first: index === 0 }))
}

const sections = fc.constantFrom<SectionName>(...sectionNames)
const some = fc.array(lines, { minLength: 1, maxLength: 4 })

test('no row of a line is wider than the page', () => {
  fc.assert(
    fc.property(some, sections, fc.integer({ min: 22, max: 100 }), (known, section, width) => {
      const pieces = piecesOf(known, section)
      const columns = columnsFor(pieces, width)
      const rows = pieces.flatMap((each) => lineRows(each, columns))
      for (const row of rows) expect(rowWidth(row)).toBeLessThanOrEqual(width)
    }),
    runs(2000),
  )
})

test('nothing is cut off: every piece of a line is on its rows', () => {
  const inked = (row: Row): string => row.map(({ text: shown }) => shown.replaceAll(/[\s·]/gu, '')).join('')
  fc.assert(
    fc.property(some, sections, fc.integer({ min: 10, max: 100 }), (known, section, width) => {
      const pieces = piecesOf(known, section)
      const columns = columnsFor(pieces, width)
      for (const each of pieces) {
        const { id, name, reach, late, what, why } = each
        const shown = lineRows(each, columns).map(inked).join('')
        const said = [[id], name, [reach], [late], ...what, ...why].map(inked).join('')
        const sorted = (characters: string): string => characters.split('').toSorted().join('')
        expect(sorted(shown)).toBe(sorted(each.first ? `▸${said}` : said))
        expect(shown.endsWith([...what, ...why].map(inked).join(''))).toBe(true)
      }
    }),
    runs(2000),
  )
})

test('the lines of one page have their lateness end in one column', () => {
  fc.assert(
    fc.property(some, sections, fc.integer({ min: 56, max: 100 }), (known, section, width) => {
      const pieces = piecesOf(known, section)
      const columns = columnsFor(pieces, width)
      const late = pieces.filter((each) => each.late.width > 0)
      for (const each of late) expect(rowWidth(lineRows(each, columns)[0] ?? [])).toBe(width)
    }),
    runs(2000),
  )
})
