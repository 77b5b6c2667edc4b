import { describe, expect, test } from 'vitest'
import { aProgram } from '../support/program.ts'

type Program = ReturnType<typeof aProgram>

const jose = 'add José -p "+34 911234567" --no-next'

async function waiting(...options: readonly string[]): Promise<Program> {
  const program = aProgram({ now: '2026-11-23 09:00' })
  await program.fu(jose)
  await program.fu(`wait jose the delivery date --due fri ${options.join(' ')}`)
  return program
}

type WaitingLine = {
  reason: string
  chases: number
  reachBy: { value: string } | null
  contact: { name: string }
}

async function lineOn({ fu, setClock }: Program, at: string): Promise<WaitingLine | undefined> {
  setClock(at)
  const { sections } = JSON.parse((await fu('today --json')).stdout)
  return sections.find(({ name }: { name: string }) => name === 'waiting').lines[0]
}

describe('waiting for what they owe me (R17)', () => {
  test.each([
    ['', 'asked on Mon 23 Nov; they said Fri 27 Nov; not chased yet'],
    ['--by email', 'asked by email on Mon 23 Nov; they said Fri 27 Nov; not chased yet'],
    ['--by visit', 'asked by visit on Mon 23 Nov; they said Fri 27 Nov; not chased yet'],
  ])('the line says when and how I asked: wait %s', async (option, reason) => {
    expect(await lineOn(await waiting(option), '2026-11-27 09:00')).toMatchObject({ reason, chases: 0 })
  })

  test('the number is on the line', async () => {
    const line = await lineOn(await waiting(), '2026-11-27 09:00')
    expect(line?.reachBy?.value).toBe('+34 911 23 45 67')
  })

  test('it comes up on the day they said, not before', async () => {
    const program = await waiting()
    expect(await lineOn(program, '2026-11-26 09:00')).toBeUndefined()
    expect(await lineOn(program, '2026-11-27 09:00')).toBeDefined()
  })

  test.each([
    ['not reached', 'tried 1', 'chased once, by call on Fri 27 Nov'],
    ['not reached by email', 'tried 1 --by email', 'chased once, by email on Fri 27 Nov'],
    ['reached, no new day', 'log jose "he does not know" --chase', 'chased once, on Fri 27 Nov'],
    [
      'reached, by number',
      'log 1 "he does not know" --chase --by call',
      'chased once, by call on Fri 27 Nov',
    ],
    ['reached, with a new day', 'move 1 mon --told', 'chased once, on Fri 27 Nov'],
  ])('a chase is counted: %s', async (_what, line, said) => {
    const program = await waiting()
    program.setClock('2026-11-27 10:00')
    expect((await program.fu(line)).status).toBe(0)
    expect(await lineOn(program, '2026-12-07 09:00')).toMatchObject({
      chases: 1,
      reason: expect.stringContaining(said),
    })
  })

  test('all of them are counted, and the last is named', async () => {
    const program = await waiting('--by email')
    program.setClock('2026-11-27 10:00')
    await program.fu('tried 1 --voicemail')
    program.setClock('2026-11-30 10:00')
    await program.fu('log 1 "next week" --chase --by text')
    expect(await lineOn(program, '2026-12-01 09:00')).toMatchObject({
      chases: 2,
      reason: 'asked by email on Mon 23 Nov; they said Fri 27 Nov; chased twice, last by text on Mon 30 Nov',
    })
  })

  test('a new day of my own and a talk about something else are no chase', async () => {
    const program = await waiting()
    program.setClock('2026-11-27 10:00')
    await program.fu('log jose lunch')
    await program.fu('move 1 mon')
    expect(await lineOn(program, '2026-11-30 09:00')).toMatchObject({ chases: 0 })
  })

  test('in fu go: c asks what they said, and whether they named a day', async () => {
    const program = aProgram({
      now: '2026-11-23 09:00',
      keys: ['c'],
      answers: ['he is looking into it', '', 'it is on its way', 'mon'],
    })
    await program.fu(jose)
    await program.fu('wait jose the delivery date --due fri')
    program.setClock('2026-11-27 10:00')
    expect((await program.fu('go')).stdout).toContain('c asked again')
    program.press('c')
    await program.fu('go')
    expect(await lineOn(program, '2026-11-30 09:00')).toMatchObject({
      chases: 2,
      reason: 'asked on Mon 23 Nov; they said Mon 30 Nov, moved once; chased twice, last on Fri 27 Nov',
    })
  })

  test.each([
    ['log 2 "asked again" --chase', 2, 'is what you owe'],
    ['log ann "asked again" --chase', 3, 'owes you nothing'],
    ['log jose "asked again" --chase --in', 2, 'cannot be combined'],
  ])('refused: %s', async (line, status, why) => {
    const { fu } = await waiting()
    await fu('add Ann -p 0412555011 --promise "the list" --due fri')
    expect(await fu(line)).toMatchObject({ status, stderr: expect.stringContaining(why) })
  })
})

describe('a colleague promised something about a client (R18)', () => {
  const delegated = async (): Promise<Program> => {
    const program = aProgram({ now: '2026-11-23 09:00' })
    for (const line of [
      'add Sue -p 0412555012 --kind colleague --no-next',
      'add Gary -p 0412555019 --no-next',
      'wait sue "the drawings" --about gary --due fri',
    ]) {
      await program.fu(line)
    }
    return program
  }

  test('the line names the client, with the deadline', async () => {
    const program = await delegated()
    program.setClock('2026-11-27 09:00')
    expect((await program.fu('today')).stdout).toMatch(
      /Sue .*\n +the drawings · about Gary\n.*they said Fri 27 Nov/,
    )
  })

  test.each([
    ['sue', /the drawings \(they owe it\) \(about Gary\) · Fri 27 Nov/],
    ['gary', /the drawings \(they owe it\) \(with Sue\) · Fri 27 Nov/],
  ])('it is shown under %s', async (who, shown) => {
    const { fu } = await delegated()
    expect((await fu(`show ${who}`)).stdout).toMatch(shown)
  })

  test.each([
    [
      'done 1 "she sent them"',
      /kept "the drawings" with Sue: she sent them/,
      /they kept "the drawings": she sent them/,
    ],
    [
      'drop 1 --why "not needed"',
      /dropped "the drawings" with Sue: not needed/,
      /dropped "the drawings": not needed/,
    ],
  ])('with how it ended, under both: %s', async (line, withClient, withColleague) => {
    const { fu } = await delegated()
    await fu(line)
    expect((await fu('show gary')).stdout).toMatch(withClient)
    expect((await fu('show sue')).stdout).toMatch(withColleague)
  })
})
