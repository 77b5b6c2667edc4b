import { beforeEach, describe, expect, it } from 'vitest'
import { aProgram, type Program } from '../support/program.ts'

let program: Program

/** It is Mon 30 Nov; Bo is known. */
beforeEach(async () => {
  program = aProgram({ now: '2026-11-30 09:00' })
  await program.fu('add Bo --phone "+44 20 7946 0000" --no-next')
})

describe('what is written up afterwards is written truly (R70)', () => {
  it.each<readonly [string, readonly string[], string]>([
    [
      'a call and the call back the next morning',
      ['heard bo q --on "last thu 16:00"', 'done 1 x --on "last fri 09:00" --no-next'],
      'Kept on time: Bo, call back: q.',
    ],
    [
      'a call and the call back two days later',
      ['heard bo q --on "last wed 16:00"', 'done 1 x --on "last fri 16:30" --no-next'],
      'Kept 2 days late: Bo, call back: q.',
    ],
    [
      'an email sent, and that it came',
      ['sent bo "price list" --on "last wed 10:00"', 'done 1 --on "last wed 10:30" --no-next'],
      'Kept on time: Bo, check that it arrived: price list.',
    ],
    [
      'a sale and the thanks',
      ['sold bo shoes --on "last thu"', 'done 1 --on "last fri" --no-next'],
      'Kept on time: Bo, thank them for buying: shoes.',
    ],
    [
      'tries, and the answer',
      ['heard bo q --on "last wed"', 'tried 1 --on "last thu"', 'done 1 --on "last fri" --no-next'],
      'Kept 2 days late: Bo, call back: q.',
    ],
    [
      'what was agreed, and what came of it',
      [
        'heard bo q --on "last tue"',
        'done 1 --on "last wed" --next "send it" --due fri',
        'done 2 --on "last thu" --no-next',
      ],
      'Kept on time: Bo, send it.',
    ],
    [
      'what they were told, and that it was done',
      ['heard bo q --on "last tue" --promise "send it" --due fri', 'done 1 --on "last thu" --no-next'],
      'Kept on time: Bo, send it.',
    ],
  ])('%s', async (_what, lines, said) => {
    for (const line of lines.slice(0, -1)) expect(await program.fu(line)).toMatchObject({ status: 0 })
    const { stdout, stderr } = await program.fu(lines.at(-1) ?? '')
    expect(`${stdout}${stderr}`).toContain(said)
  })

  it('but not before it was promised', async () => {
    await program.fu('heard bo q --on "last thu 16:00"')
    expect((await program.fu('done 1 --on "last wed"')).stderr).toContain(
      '1 (Bo, call back: q) was promised on Thu 26 Nov, and cannot have been kept before.',
    )
  })

  it('shows each on its day', async () => {
    await program.fu('heard bo q --on "last tue 10:00" --promise "send it" --due fri')
    const { stdout } = await program.fu('show bo')
    expect(stdout.split('  HISTORY\n')[1]).toBe(`\
  Tue 24 Nov 10:00  → promised "send it" for Fri 4 Dec
  Tue 24 Nov 10:00  → I told them that I have it
  Tue 24 Nov 10:00  ← they called: q

`)
  })
})
