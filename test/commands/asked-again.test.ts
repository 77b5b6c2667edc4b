import { describe, expect, it } from 'vitest'
import { dump } from '../support/diaries.ts'
import { box } from '../support/mail-rows.ts'
import { aProgram, type Program } from '../support/program.ts'

/** A call of Gary's that was missed on Thursday at 10:00. */
const missed = `<calls count="1">
  <call number="0412555019" duration="0" date="${Date.parse('2026-11-26T10:00Z')}" type="3" />
</calls>`

/** Messages of Gary's in one thread, on Wednesday and on Thursday. */
const wrote = { id: '<q1@lee.example>', from: 'gary@lee.example', at: '2026-11-25T10:00', subject: 'Quote' }
const wroteAgain = { ...wrote, id: '<q2@lee.example>', re: wrote.id, at: '2026-11-26T10:00' }

/** Gary asked on Wednesday, and promise 1 is the answer. */
async function asked(): Promise<Program> {
  const program = aProgram({
    files: { 'log.xml': missed, box: box(wrote), 'box again': box(wrote, wroteAgain) },
  })
  await program.fu('config country AU')
  await program.fu('add "Gary Lee" -p 0412555019 -e gary@lee.example --no-next')
  await program.fu('heard gary "wants a quote"')
  return program
}

async function idsToday({ fu }: Program, day = ''): Promise<number[]> {
  const { sections } = JSON.parse((await fu(`today ${day} --json`)).stdout)
  return sections.flatMap(({ lines }: { lines: { promise: { id: number } }[] }) =>
    lines.map(({ promise }) => promise.id),
  )
}

describe.each([
  ['is snoozed', 'snooze 1 "15 dec"'],
  ['was moved', 'move 1 "20 dec"'],
  ['was moved, and they know', 'move 1 "20 dec" --told'],
  ['was moved and snoozed', 'move 1 "10 dec"', 'snooze 1 "15 dec"'],
])('an answer that %s', (_how, ...putOff) => {
  it.each([
    ['they call or write again', 'heard gary "where is it"'],
    ['they write again', 'heard gary "where is it" --by email'],
    ['a log has another missed call', 'calls log.xml'],
  ])('is back on the page when %s (R24, R25)', async (_what, again) => {
    const program = await asked()
    for (const line of putOff) await program.fu(line)
    program.setClock('2026-11-26 11:00')
    expect(await idsToday(program)).toEqual([])
    const before = dump(program.db)
    await program.fu(again)
    expect(await idsToday(program)).toEqual([1])
    await program.fu('undo')
    expect(dump(program.db)).toEqual(before)
    expect(await idsToday(program)).toEqual([])
  })

  it.each([
    ['heard of later', 'heard gary "rang before that" --on "today 9:00"'],
    ['in a log that is read later', 'calls log.xml'],
  ])('after they asked stays where it is, although the asking is %s', async (_what, again) => {
    const program = await asked()
    program.setClock('2026-11-26 11:00')
    for (const line of putOff) await program.fu(line)
    program.setClock('2026-11-26 12:00')
    await program.fu(again)
    expect(await idsToday(program)).toEqual([])
  })
})

it('an answer that a mailbox opened is back on the page when they write again in the thread', async () => {
  const program = await asked()
  await program.fu('drop 1 --why "the mailbox has it"')
  await program.fu('config mail.me sue@hall.example')
  await program.fu('mail box')
  const [answer] = await idsToday(program)
  await program.fu(`snooze ${answer} "15 dec"`)
  program.setClock('2026-11-26 11:00')
  expect(await idsToday(program)).toEqual([])
  await program.fu('mail "box again"')
  expect(await idsToday(program)).toEqual([answer])
})

it('an answer is due no earlier than a new one would be', async () => {
  const program = await asked()
  await program.fu('move 1 "20 dec"')
  program.setClock('2026-11-27 19:00')
  await program.fu('heard gary "still waiting"')
  expect(await idsToday(program)).toEqual([])
  expect(await idsToday(program, 'mon')).toEqual([1])
})
