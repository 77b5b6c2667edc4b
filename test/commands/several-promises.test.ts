import { beforeEach, describe, expect, it } from 'vitest'
import { fields, json, list } from '../support/json-fields.ts'
import { aProgram, type Program } from '../support/program.ts'

let program: Program

beforeEach(async () => {
  program = aProgram({ now: '2026-11-25 09:00' })
  await program.fu('add Gary --phone 0412555019 --promise "send the quote" --due "fri 14:00"')
  await program.fu('promise gary "send the plan" --due mon')
  await program.fu('add Bo --phone 0412555020 --promise "bring the keys" --due mon')
})

/** The open promises: number, day, time. */
async function open(): Promise<string[]> {
  const { items } = fields(await json(program.fu, 'list'))
  const promises = list(items) as { id: number; due: { day: string; time: string | null } }[]
  return promises.map(({ id, due }) => [id, due.day, due.time].join(' ').trim()).toSorted()
}

describe('several promises in one command', () => {
  it('are kept with one note, in one change that one undo takes back', async () => {
    const before = await open()
    expect(await program.fu('done 1 3 "all sent" --no-next')).toEqual({
      status: 0,
      stdout: 'Kept on time: Gary, send the quote.\nKept on time: Bo, bring the keys. (fu undo)\n',
      stderr: '',
    })
    expect(await open()).toEqual(['2 2026-11-30'])
    await program.fu('undo')
    expect(await open()).toEqual(before)
  })

  it('have one next step with each contact', async () => {
    const { stdout } = await program.fu('done 1-3 --next "ask how it went" --due fri')
    expect(stdout).toBe(
      'Kept on time: Gary, send the quote.\n' +
        'Kept on time: Gary, send the plan. Promised Gary: ask how it went, Fri 27 Nov.\n' +
        'Kept on time: Bo, bring the keys. Promised Bo: ask how it went, Fri 27 Nov. (fu undo)\n',
    )
  })

  it('say of each contact once that nothing is next', async () => {
    expect((await program.fu('done 1,2,3')).stderr).toBe(
      'No next step with Gary: fu promise @1 … --due …\nNo next step with Bo: fu promise @2 … --due …\n',
    )
  })

  it('are each postponed', async () => {
    await program.fu('done 1 2 --outcome postponed --until "1 mar"')
    expect(await open()).toEqual(['3 2026-11-30', '4 2027-03-01', '5 2027-03-01'])
  })

  it('are declined for one reason', async () => {
    await program.fu('done 1 3 --outcome declined --why "no budget" --no-next')
    const { items } = fields(await json(program.fu, 'list --kept'))
    expect(list(items).map((promise) => fields(promise)['reason'])).toEqual(['no budget', 'no budget'])
  })

  it.each([
    ['move 1 2 tue', ['1 2026-12-01 14:00', '2 2026-12-01', '3 2026-11-30']],
    ['move 1,2 tue 10:00', ['1 2026-12-01 10:00', '2 2026-12-01 10:00', '3 2026-11-30']],
    ['move 1 2 weeks', ['1 2026-12-09 14:00', '2 2026-11-30', '3 2026-11-30']],
    ['move 1 2 3 2 weeks', ['1 2026-12-09 14:00', '2 2026-12-09', '3 2026-12-09']],
    ['move 1 27 nov 2027', ['1 2027-11-27 14:00', '2 2026-11-30', '3 2026-11-30']],
    ['move 1-3 2026-12-24', ['1 2026-12-24 14:00', '2 2026-12-24', '3 2026-12-24']],
    ['drop 1-2 --why "they moved"', ['3 2026-11-30']],
  ])('are moved or dropped: %s', async (line, expected) => {
    expect((await program.fu(line)).status).toBe(0)
    expect(await open()).toEqual(expected)
  })

  it('are tried and snoozed', async () => {
    expect((await program.fu('tried 1 3 --voicemail')).stdout).toBe(
      'Tried Gary: left a voicemail. Next try Fri 27 Nov 14:00.\nTried Bo: left a voicemail. Next try Mon 30 Nov. (fu undo)\n',
    )
    expect((await program.fu('snooze 1 3 wed')).stdout.match(/Off the page until Wed 2 Dec/g)).toHaveLength(2)
  })

  it.each([
    ['done 1 9', 3, 'There is no promise 9.'],
    ['done 1 2 3 4', 3, 'There is no promise 4.'],
    ['drop 1-9 --why x', 3, 'There is no promise 4.'],
    ['move 1 9 fri', 3, 'There is no promise 9.'],
    ['tried 1 9', 3, 'There is no promise 9.'],
    ['snooze 2,9 fri', 3, 'There is no promise 9.'],
  ])('are all left as they were where one is wrong: %s', async (line, status, message) => {
    const before = await open()
    const ran = await program.fu(line)
    expect([ran.status, ran.stdout, ran.stderr.split('\n')]).toEqual([
      status,
      '',
      [message, expect.stringMatching(/^Nothing was written\. Quote a note that begins with a number/), ''],
    ])
    expect(await open()).toEqual(before)
  })

  it('are refused where one is closed already', async () => {
    await program.fu('done 1 --no-next')
    expect((await program.fu('done 1 2')).status).toBe(5)
    expect(await open()).toEqual(['2 2026-11-30', '3 2026-11-30'])
  })

  it('are not a note that begins with a number, if that is quoted', async () => {
    expect((await program.fu('done 1 "2 copies sent" --no-next')).stdout).toBe(
      'Kept on time: Gary, send the quote. (fu undo)\n',
    )
    expect(await open()).toEqual(['2 2026-11-30', '3 2026-11-30'])
  })

  it.each([
    ['done gary --next "call" --due someday', '"someday" is not a date I know.'],
    ['done gary --until fri', '--until needs --outcome postponed.'],
    ['done 9 --on tomorrow', '"tomorrow" is'],
    ['drop gary --why x --next "call" --due someday', '"someday" is not a date I know.'],
  ])('are looked for only where the other words can be read: %s', async (line, said) => {
    const { status, stderr } = await program.fu(line)
    expect(status).toBe(2)
    expect(stderr).toContain(said)
  })

  it('are in the JSON of the write, with what follows', async () => {
    const written = fields(await json(program.fu, 'done 1 3 --next "call" --due fri'))
    const promises = list(written['promises']) as { id: number; status: string }[]
    expect(written['promise']).toBeNull()
    expect(promises.map(({ id, status }) => `${id} ${status}`)).toEqual([
      '1 kept',
      '3 kept',
      '4 open',
      '5 open',
    ])
  })

  it.each([
    ['done 555-0199 --no-next', 'Kept on time: Zoe, call.'],
    ['tried 555-0199', 'Tried Zoe: no answer.'],
    ['move 555-0199 wed', 'Moved 4 (Zoe, call)'],
    ['snooze 555-0199 wed', '4 (Zoe, call)'],
    ['drop 555-0199 --why "they moved"', 'Dropped 4 (Zoe, call)'],
  ])('are not meant by a part of a phone number: %s', async (line, said) => {
    await program.fu('add Zoe --phone "+1 415 555 0199" --promise call --due mon')
    expect((await program.fu(line)).stdout).toContain(said)
  })

  it('are not meant by a part of a phone number that begins with 0, with a note behind it', async () => {
    expect((await program.fu('done 0412 123')).stderr).toMatch(/^"0412" fits 2 contacts\./)
    expect((await program.fu('done 0412555020 123 --no-next')).stdout).toContain('Kept on time: Bo')
  })

  it('are not said to begin a note where the first is wrong', async () => {
    expect((await program.fu('done 9 1')).stderr).toBe(
      'There is no promise 9.\n"fu list" shows the open ones.\n',
    )
  })
})
