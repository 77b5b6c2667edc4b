import { describe, expect, it } from 'vitest'
import { aProgram, type Program } from '../support/program.ts'

describe('fu next', () => {
  it('gives the one thing to do now, with the last three entries and what to say (R22, R36)', async () => {
    const { fu } = await withGary()
    for (const what of ['lunch', 'a walk', 'tea', 'sent him a card']) await fu(`log gary "${what}"`)
    await fu('config name Sue Hall')
    await fu('config number 0412 555 019')
    expect(await fu('next')).toEqual({
      status: 0,
      stderr: '',
      stdout: `
  Today

  ▸ 2   Gary Lee
        0412 555 020

        hot · call about the loan
        you said Wed 25 Nov

  last  Wed 25 Nov  sent him a card
        Wed 25 Nov  tea
        Wed 25 Nov  a walk

  say   This is Sue Hall, with a message for Gary Lee. I am calling about the
        loan. You can reach me on 0-4-1-2, 5-5-5, 0-1-9, until 17:00 today.

  ask   Did you ask for the sale?
        How do they like to be reached? fu edit @1 --by …

  fu done 2 "…"    fu tried 2    fu move 2 fri
`,
    })
  })

  it('says how to give it a name and a number', async () => {
    const { fu } = await withGary()
    expect((await fu('next')).stdout).toContain(
      '        your name: fu config name "…" · your number: fu config number "…"\n',
    )
  })

  it('in one line', async () => {
    const { fu } = await withGary()
    expect((await fu('next --brief')).stdout).toBe('2  Gary Lee, 0412 555 020: call about the loan\n')
    expect((await aProgram().fu('next --brief')).stdout).toBe('nothing due\n')
  })

  it('says so by its status while anything is open', async () => {
    const { fu } = await withGary()
    expect(await fu('next --exit-code --brief')).toMatchObject({ status: 6 })
    await fu('move 1 fri')
    await fu('move 2 fri')
    expect(await fu('next --exit-code')).toEqual({
      status: 0,
      stderr: '',
      stdout: `
  Wednesday 25 November 2026

  Nothing due. Tomorrow: nothing. The next is Gary Lee on Fri 27 Nov.
`.slice(1),
    })
  })

  it('as data', async () => {
    const { fu } = await withGary()
    const next = JSON.parse((await fu('next --json')).stdout)
    expect(next).toMatchObject({ version: 1, line: { promise: { id: 2 }, contact: { id: 1 } }, entries: [] })
    expect(next.say).toBe('A message for Gary Lee. I am calling about the loan.')
    const { stdout } = await aProgram().fu('next --json')
    expect(JSON.parse(stdout)).toEqual({ version: 1, line: null, entries: [], say: null, ask: [] })
  })
})

async function withGary(): Promise<Program> {
  const program = aProgram()
  await program.fu('add "Gary Lee" --phone "0412 555 020" --kind prospect --promise "send it" --due today')
  await program.fu('promise gary "call about the loan" --due today --hot')
  return program
}
