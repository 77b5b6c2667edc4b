import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { sectionNames, type Flag, type Line, type SectionName } from '../../../src/domain/page.ts'
import { themeFor } from '../../../src/views/layout/colours.ts'
import { printed } from '../../../src/views/layout/layout.ts'
import { linePieces } from '../../../src/views/page/line-words.ts'
import { columnsFor, lineRows, lineSetter } from '../../../src/views/page/line.ts'
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

test('a line that is set as it is reads as it would laid out', () => {
  fc.assert(
    fc.property(
      fc.array(lines, { minLength: 1, maxLength: 4 }),
      fc.constantFrom<SectionName>(...sectionNames),
      fc.integer({ min: 10, max: 100 }),
      fc.constantFrom(0, 3),
      (some, name, width, level) => {
        const theme = themeFor(level)
        const columns = columnsFor([{ name, lines: some, more: 0 }], tuesday, width)
        const set = lineSetter(columns, theme, 2)
        for (const [index, each] of some.entries()) {
          const place = { section: name, day: tuesday, first: index === 0 }
          const laidOut = printed(lineRows(linePieces(each, place), columns, index === 0), theme, 2)
          expect(set(each, place)).toBe(laidOut)
        }
      },
    ),
    runs(2000),
  )
})
