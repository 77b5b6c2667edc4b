import { describe, expect, test } from 'vitest'
import type { Findings, Gap, GapKind } from '../../../src/domain/finding.ts'
import { checkView } from '../../../src/views/tables/check.ts'
import { themeFor } from '../../../src/views/layout/colours.ts'
import { contact, promise } from '../../support/agendas.ts'
import { hostile } from '../../support/printed-page.ts'

const gary = contact(1, 'Gary Lee', { company: 'Lee Mortgages' })
const ada = contact(2, 'Ada Müller')
const mei = contact(7, '王美玲', { company: '臺北貿易有限公司' })
const namesake = contact(12, 'Gary Lee')

function gap(kind: GapKind, of: Gap['contact'], needed: Gap['promise'] = null): Gap {
  return { kind, contact: of, promise: needed }
}

const findings: Findings = {
  gaps: [
    gap('nothing-next', gary),
    gap('nothing-next', mei),
    gap('no-number', mei),
    gap('no-email', ada, promise(4, ada, { what: 'send the price list' })),
    gap('no-address', ada, promise(5, ada, { what: 'send the brochure' })),
    gap('never-asked', gary),
  ],
  duplicates: [
    {
      contacts: [gary, namesake],
      alike: [
        { by: 'number', value: '0412 555 019' },
        { by: 'email', value: 'gary@lee.example' },
        { by: 'name', value: 'Gary Lee' },
      ],
    },
  ],
}

function shown(of: Findings, width = 80, all = false): string {
  return checkView(of, { theme: themeFor(0), width, all })
}

const nothing: Findings = { gaps: [], duplicates: [] }

describe('what is missing', () => {
  test('stands by kind, with the command that mends it', () => {
    expect(shown(findings)).toBe(`
  NOTHING NEXT · 2
      @1  Gary Lee, Lee Mortgages                      fu promise @1 … --due …
      @7  王美玲, 臺北貿易有限公司                     fu promise @7 … --due …

  NO NUMBER · 1
      @7  王美玲, 臺北貿易有限公司                        fu edit @7 --phone …

  NO EMAIL ADDRESS · 1
      @2  Ada Müller, for 4 (send the price list)         fu edit @2 --email …

  NO POSTAL ADDRESS · 1
      @2  Ada Müller, for 5 (send the brochure)         fu edit @2 --address …

  NEVER ASKED HOW TO REACH THEM · 1
      @1  Gary Lee, Lee Mortgages                            fu edit @1 --by …

  MAYBE THE SAME · 1
      @1  Gary Lee, Lee Mortgages                              fu merge @12 @1
     @12  Gary Lee
          one number, 0412 555 019; one address, gary@lee.example; one name,
          Gary Lee

  6 things missing, with 3 people · one person possibly entered twice
  fu check --fix asks one by one
`)
  })

  test('stands below each other where there is no room', () => {
    expect(shown({ gaps: findings.gaps.slice(3, 5), duplicates: [] }, 40)).toBe(`
  NO EMAIL ADDRESS · 1
      @2  Ada Müller, for 4 (send the
          price list)
          fu edit @2 --email …

  NO POSTAL ADDRESS · 1
      @2  Ada Müller, for 5 (send the
          brochure)
          fu edit @2 --address …

  2 things missing, with one person
  fu check --fix asks one by one
`)
  })

  test('is nothing', () => {
    expect(shown(nothing)).toBe('  Nothing is missing: everybody can be reached, and has a next step.\n')
  })

  test('offers to ask about two cards too', () => {
    expect(
      shown({ ...findings, gaps: [] })
        .split('\n')
        .at(-2),
    ).toBe('  one person possibly entered twice · fu check --fix asks one by one')
  })
})

describe('of each kind', () => {
  const many = Array.from({ length: 12 }, (_, index) => gap('nothing-next', contact(index + 1, 'Gary Lee')))

  test('the first ten, and how many more', () => {
    const lines = shown({ gaps: many, duplicates: [] }).split('\n')
    expect(lines.filter((line) => line.includes('Gary Lee'))).toHaveLength(10)
    expect(lines).toContain('    and 2 more: fu check --all')
    expect(lines[1]).toBe('  NOTHING NEXT · 12')
  })

  test('all, where that is asked', () => {
    const lines = shown({ gaps: many, duplicates: [] }, 80, true).split('\n')
    expect(lines.filter((line) => line.includes('Gary Lee'))).toHaveLength(12)
  })
})

test('what a screen would obey is written out', () => {
  const stranger = contact(1, hostile, { company: hostile })
  const text = shown({
    gaps: [gap('no-number', stranger, promise(1, stranger, { what: hostile }))],
    duplicates: [{ contacts: [stranger, stranger], alike: [{ by: 'name', value: hostile }] }],
  })
  expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cs}\u202e\u{e0041}]/u)
})
