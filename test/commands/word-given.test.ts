import { beforeEach, describe, expect, it } from 'vitest'
import { aProgram, type Program } from '../support/program.ts'

let program: Program

/** It is Wed 25 Nov. */
beforeEach(async () => {
  program = aProgram({ now: '2026-11-25 09:00' })
  await program.fu('add Ada --phone "+44 20 7946 0000" --no-next')
})

async function today(now: string): Promise<string> {
  program.setClock(now)
  return (await program.fu('today')).stdout
}

describe('"got your message, you will have it by Thursday" (R13)', () => {
  it('closes the open answer that it replaces, and opens the dated promise', async () => {
    await program.fu('heard ada "where is the list?"')
    expect(
      (await program.fu('heard ada "the list, please" --promise "send the list" --due thu')).stdout,
    ).toBe(
      'Heard from Ada: the list, please. Kept on time: Ada, call back: where is the list? Promised Ada: send the list, Thu 26 Nov. (fu undo)\n',
    )
    expect((await program.fu('list --all')).stdout).toBe(`\
     who  what                           due
  1  Ada  call back: where is the list?  Wed 25 Nov  kept Wed 25 Nov
  2  Ada  send the list                  Thu 26 Nov
`)
  })

  it('is one change, which one undo takes back', async () => {
    await program.fu('heard ada "where is the list?"')
    const before = (await program.fu('list --all --json')).stdout
    await program.fu('heard ada "the list, please" --promise "send the list" --due thu')
    await program.fu('undo')
    expect((await program.fu('list --all --json')).stdout).toBe(before)
  })

  it('leaves a complaint open, whose date it is', async () => {
    await program.fu('heard ada "it is broken" --complaint')
    await program.fu('heard ada "still" --promise "send another" --due thu')
    expect((await program.fu('list')).stdout).toContain('put right: it is broken')
  })
})

describe('a promise that was moved (R12)', () => {
  it('owes an update from the day they still expect it, if they do not know', async () => {
    await program.fu('promise ada "send the plan" --due thu')
    await program.fu('move 1 fri')
    expect(await today('2026-11-27 09:00')).toContain('owes an update')
  })

  it('owes none if they know', async () => {
    await program.fu('promise ada "send the plan" --due thu')
    await program.fu('move 1 fri --told')
    expect(await today('2026-11-27 09:00')).not.toContain('owes an update')
    expect(await today('2026-11-28 09:00')).toContain('owes an update')
  })

  it('owes one if it passed unkept, put off or not', async () => {
    await program.fu('promise ada "send the plan" --due thu')
    await program.fu('snooze 1 mon')
    expect(await today('2026-11-30 09:00')).toContain('owes an update')
  })
})

describe('a promise that waits for something to happen (R14)', () => {
  it('is looked at on its day, which was promised to nobody', async () => {
    await program.fu('promise ada "call" --when "prints are ready" --due thu')
    const page = await today('2026-11-27 09:00')
    expect(page).toContain('when prints are ready')
    expect(page).not.toContain('owes an update')
  })

  it('is moved on without breaking a word', async () => {
    await program.fu('promise ada "call" --when "prints are ready" --due thu')
    expect((await program.fu('move 1 mon')).stdout).toBe(
      'Moved 1 (Ada, call) from Thu 26 Nov to Mon 30 Nov. (fu undo)\n',
    )
    program.setClock('2026-11-30 09:00')
    expect((await program.fu('done 1 --no-next')).stdout).toBe('Kept on time: Ada, call. (fu undo)\n')
  })

  it('is a word once they were told a day', async () => {
    await program.fu('promise ada "call" --when "prints are ready" --due thu')
    await program.fu('move 1 fri --told')
    expect(await today('2026-11-30 09:00')).toContain('owes an update')
  })
})
