import { describe, expect, test } from 'vitest'
import { aProgram } from '../support/program.ts'

type Program = ReturnType<typeof aProgram>

/** Posted on Monday 23 November: the call is due from Wednesday to Thursday. */
async function posted(): Promise<Program> {
  const program = aProgram({ now: '2026-11-23 10:00' })
  await program.fu('add Gary -p 0412555019 -a "1 High St" --no-next')
  await program.fu('sent gary "the brochure" --by post')
  return program
}

const lineOn = async ({ fu, setClock }: Program, at: string) => {
  setClock(at)
  const { sections } = JSON.parse((await fu('today --json')).stdout)
  return sections.flatMap(
    ({ name, lines }: { name: string; lines: { daysLate: number; reason: string }[] }) =>
      lines.map(({ daysLate, reason }) => ({ name, daysLate, reason })),
  )[0]
}

describe('sent by post, nearby (R29)', () => {
  test('the call is due 48 to 72 hours after posting, and the line shows the window', async () => {
    const program = await posted()
    expect(await lineOn(program, '2026-11-24 10:00')).toBeUndefined()
    expect(await lineOn(program, '2026-11-25 10:00')).toMatchObject({
      reason: 'sent on Mon 23 Nov; call between Wed 25 Nov and Thu 26 Nov',
    })
  })

  test.each([
    ['2026-11-25 10:00', 'today', 0],
    ['2026-11-26 17:30', 'today', 0],
    ['2026-11-27 09:00', 'carried-over', 1],
    ['2026-11-30 09:00', 'carried-over', 4],
  ])('at %s it stands in %s, %d days late', async (at, name, daysLate) => {
    expect(await lineOn(await posted(), at)).toMatchObject({ name, daysLate })
  })

  test('within the window it is late nowhere', async () => {
    const { fu, setClock } = await posted()
    setClock('2026-11-26 17:00')
    for (const line of ['today', 'today --brief', 'list', 'list --late', 'show gary', 'next']) {
      expect([line, (await fu(line)).stdout]).toEqual([line, expect.not.stringMatching(/late(?!d)/)])
    }
    expect(JSON.parse((await fu('review --json')).stdout)).toMatchObject({
      first: expect.not.stringMatching('late'),
    })
    setClock('2026-11-27 09:00')
    expect((await fu('list --late')).stdout).toContain('brochure')
  })

  test.each([
    ['2026-11-25 10:00', 'Kept on time'],
    ['2026-11-26 18:00', 'Kept on time'],
    ['2026-11-27 09:00', 'Kept a day late'],
    ['2026-11-28 09:00', 'Kept 2 days late'],
  ])('done at %s: %s', async (at, said) => {
    const { fu, setClock } = await posted()
    setClock(at)
    expect((await fu('done 1 "it came" --no-next')).stdout).toContain(`${said}: Gary`)
    const { items } = JSON.parse((await fu('list --kept --json')).stdout)
    expect(items[0].onTime).toBe(said === 'Kept on time')
  })

  test('a try within the window climbs the ladder from there', async () => {
    const program = await posted()
    program.setClock('2026-11-25 10:00')
    await program.fu('tried 1')
    expect(await lineOn(program, '2026-11-30 10:00')).toMatchObject({ name: 'today', daysLate: 0 })
    expect(await lineOn(program, '2026-12-01 10:00')).toMatchObject({ name: 'carried-over', daysLate: 1 })
  })

  test('moved to another day, the window is gone; moved and undone, it is back', async () => {
    const program = await posted()
    program.setClock('2026-11-25 10:00')
    await program.fu('move 1 thu --told')
    expect(await lineOn(program, '2026-11-27 10:00')).toMatchObject({ daysLate: 1 })
    program.setClock('2026-11-25 11:00')
    await program.fu('move 1 fri')
    expect(await lineOn(program, '2026-11-30 10:00')).toMatchObject({ daysLate: 3 })
    await program.fu('undo')
    await program.fu('undo')
    expect(await lineOn(program, '2026-11-26 10:00')).toMatchObject({ name: 'today', daysLate: 0 })
  })

  test('over a weekend, both ends of the window are working days', async () => {
    const { fu } = aProgram({ now: '2026-11-26 10:00' })
    await fu('add Gary -p 0412555019 --no-next')
    expect((await fu('sent gary "the brochure" --by post')).stdout).toContain('Mon 30 Nov')
  })

  test('a plan of your own has its window', async () => {
    const program = aProgram({ now: '2026-11-23 10:00' })
    await program.fu('plan set sent-post "+1d..+4d call: check on {what}"')
    await program.fu('add Gary -p 0412555019 --no-next')
    await program.fu('sent gary "the brochure" --by post')
    expect(await lineOn(program, '2026-11-27 10:00')).toMatchObject({ name: 'today', daysLate: 0 })
  })
})
