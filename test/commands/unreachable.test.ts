import { beforeEach, describe, expect, it } from 'vitest'
import { aProgram, type Program } from '../support/program.ts'

let program: Program

beforeEach(async () => {
  program = aProgram({ now: '2026-11-25 09:00' })
  await program.fu('add Nemo --no-next')
  await program.fu('add Ada --email ada@x.example --no-next')
  await program.fu('add Ref --phone "+44 20 7946 0000" --no-next')
})

const noPhone = 'Nemo has no phone number: fu edit @1 --phone …\n'

describe('a promise to somebody who cannot be reached so warns at once, whichever command made it (R2)', () => {
  it.each([
    ['promise nemo "call" --due fri', noPhone],
    ['promise nemo "call" --by call --due fri', noPhone],
    ['promise nemo "write" --by email --due fri', 'Nemo has no email address: fu edit @1 --email …\n'],
    ['promise nemo "a letter" --by post --due fri', 'Nemo has no postal address: fu edit @1 --address …\n'],
    ['heard nemo "wants a quote"', noPhone],
    ['heard nemo "wants a quote" --by email', 'Nemo has no email address: fu edit @1 --email …\n'],
    ['heard nemo q --complaint', noPhone],
    ['heard nemo q --promise "send the list" --due fri', noPhone],
    ['sent nemo "the list" --by email', noPhone],
    ['sold nemo shoes', noPhone],
    ['plan start job-interview nemo Post', noPhone],
    ['add Sue --from nemo --no-next', noPhone],
    ['edit ref --from nemo', noPhone],
  ])('%s', async (line, warning) => {
    const { status, stderr } = await program.fu(line)
    expect({ status, stderr }).toEqual({ status: 0, stderr: warning })
  })

  it('and when the next step is made, or a plan goes on', async () => {
    await program.fu('heard nemo q --complaint')
    expect((await program.fu('done 1 sorted')).stderr).toBe(noPhone)
    expect((await program.fu('done 2 happy --next "call again" --due fri')).stderr).toBe(noPhone)
  })

  it('each once, if it is made to a few, and together, if it is made to many', async () => {
    expect(
      (await program.fu('promise "write" --by post --all --due fri --yes')).stderr.split('\n'),
    ).toHaveLength(4)
    await program.fu('add Bo --no-next')
    expect((await program.fu('promise "write" --by post --all --due fri --yes')).stderr).toBe(
      '4 of them cannot be reached that way: Ada, Bo, Nemo and 1 more; "fu check" lists them.\n',
    )
  })

  it.each([
    ['promise ada "write" --by email --due fri', ''],
    ['heard ada "wants a quote" --by email', ''],
    ['add Sue --from ada --no-next', ''],
    ['plan start job-interview ada Post', ''],
    // The thanks may be written; only the question whether they are happy is a call.
    ['sold ada shoes --by email', 'Ada has no phone number (known: ada@x.example): fu edit @2 --phone …\n'],
  ])('and not for a channel that no step asks for: %s', async (line, warning) => {
    expect(await program.fu(line)).toMatchObject({ status: 0, stderr: warning })
  })
})

describe('who sent somebody is thanked (R6)', () => {
  it.each([
    [
      'add Sue --from ref --no-next',
      'Added Sue (@4). Next: thank them for sending Sue, Thu 26 Nov. (fu undo)\n',
    ],
    [
      'edit nemo --from ref',
      'Changed Nemo: source. Next: thank them for sending Nemo, Thu 26 Nov. (fu undo)\n',
    ],
  ])('also if it is said later: %s', async (line, said) => {
    expect((await program.fu(line)).stdout).toBe(said)
    await program.fu('undo')
    expect((await program.fu('list')).stdout).toBe('')
  })

  it('once: not if it is said again, nor for another change', async () => {
    await program.fu('edit nemo --from ref')
    expect((await program.fu('edit nemo --note "called twice"')).stdout).not.toContain('thank')
    expect((await program.fu('edit nemo --from ref --note "again"')).stdout).not.toContain('thank')
  })

  it('and whoever is named in their place is thanked too', async () => {
    await program.fu('edit nemo --from ref')
    expect((await program.fu('edit nemo --from ada')).stdout).toContain('thank them for sending Nemo')
  })

  it('but not if they do not want to be contacted', async () => {
    await program.fu('edit ref --do-not-contact')
    expect((await program.fu('edit nemo --from ref')).stdout).toBe('Changed Nemo: source. (fu undo)\n')
  })
})
