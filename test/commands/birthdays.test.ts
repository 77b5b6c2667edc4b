import { expect, test } from 'vitest'
import { aProgram, type Program } from '../support/program.ts'
import { session } from '../support/session.ts'

test('a birthday is on its page, and off it once they were spoken with (R61)', async () => {
  expect(
    await session([
      'add "Ada Müller" --phone "+49 30 1234567" --birthday 1980-11-26 --no-next',
      'today',
      '@ 2026-11-26 09:00',
      'today',
      'log ada "wished her well"',
      'today',
    ]),
  ).toBe(`
$ fu add "Ada Müller" --phone "+49 30 1234567" --birthday 1980-11-26 --no-next
Added Ada Müller (@1). (fu undo)
$ fu today
  Wednesday 25 November 2026

  Nothing due, and nothing planned for later. fu check lists who has no next
  step.
@ 2026-11-26 09:00
$ fu today
  Thursday 26 November 2026                                 1 to keep in touch

  KEEP IN TOUCH
  ▸ @1  Ada Müller                                              +49 30 1234567
        birthday, 46
        born 26 Nov 1980

  Nothing else today · tomorrow 0 · no next step: nobody
  fu log @1 "…"    fu promise @1 "…" --due fri
$ fu log ada "wished her well"
Noted with Ada Müller: wished her well. (fu undo)
$ fu today
  Thursday 26 November 2026

  Nothing due, and nothing planned for later. fu check lists who has no next
  step.
  No next step: Ada Müller.
`)
})

test.each([
  ['heard ada "called"', true],
  ['sent ada "a card" --by post', true],
  ['log ada "lunch"', true],
  ['edit ada --nick A', false],
])('fu %s takes it off for this year: %s', async (line, isOff) => {
  const { fu, setClock } = await withAda()
  await fu(line)
  expect((await fu('today --json')).stdout.includes('"what": "birthday, 46"')).toBe(!isOff)
  setClock('2027-11-26 09:00')
  expect((await fu('today --json')).stdout).toContain('"what": "birthday, 47"')
})

test('a change of the birthday, an undo and a merge are on the page at once', async () => {
  const { fu } = await withAda()
  const hasBirthday = async () => (await fu('today --json')).stdout.includes('"what": "birthday')
  await fu('edit ada --birthday 11-27')
  expect(await hasBirthday()).toBe(false)
  await fu('undo')
  expect(await hasBirthday()).toBe(true)
  await fu('edit ada --no-birthday --anniversary "wedding: 2009-11-26"')
  expect((await fu('today --json')).stdout).toContain('"what": "wedding, 17"')
  await fu('add "Ada Mueller" --no-next')
  await fu('merge @1 @2')
  expect((await fu('today')).stdout).toContain('@2  Ada')
  await fu('edit @2 --do-not-contact')
  expect((await fu('today --json')).stdout).not.toContain('wedding')
})

test('is in the week, on the day before the weekend, and on a past page', async () => {
  const { fu, setClock } = aProgram({ now: '2026-11-23 09:00' })
  await fu('add Ada --birthday 1980-11-28 --no-next')
  const { items } = JSON.parse((await fu('week --json')).stdout)
  expect(
    items
      .map(({ day, lines }: { day: string; lines: unknown[] }) => [day, lines.length])
      .filter(([, n]: [string, number]) => n > 0),
  ).toEqual([
    ['2026-11-27', 1],
    ['2026-11-28', 1],
  ])
  expect((await fu('week')).stdout).toContain('birthday, 46')
  setClock('2026-12-01 09:00')
  expect((await fu('today 2026-11-28 --json')).stdout).toContain('birthday, 46')
  expect((await fu('today --json')).stdout).not.toContain('birthday, 46')
})

test('fu go answers it beside those to keep in touch with', async () => {
  const { fu, setClock, press, answer } = aProgram({ now: '2026-11-01 09:00', keys: [], answers: [] })
  await fu('config keep-in-touch 1')
  await fu('add Bob --every 2d --no-next')
  await fu('add Ada --birthday 1980-11-26 --no-next')
  setClock('2026-11-26 09:00')
  press('d', 'q')
  answer('wished her well', '')
  const { stdout } = await fu('go')
  expect(stdout).toMatch(
    /Keep in touch · 2 left[^]*▸ @2[^]*birthday, 46[^]*Noted with Ada: wished her well[^]*Keep in touch · the last one[^]*▸ @1/,
  )
})

async function withAda(): Promise<Program> {
  const program = aProgram({ now: '2026-11-20 09:00' })
  await program.fu('add Ada --address "1 High St" --birthday 1980-11-26 --no-next')
  program.setClock('2026-11-26 09:00')
  return program
}
