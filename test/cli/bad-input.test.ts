import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { aBinary } from '../support/binary.ts'
import { aFolder } from '../support/diaries.ts'
import { aProgram, type Program } from '../support/program.ts'
import { snapshotOf } from '../support/file-snapshot.ts'

/** A line that is refused: its words, its status, its kind in JSON, and what stands on stderr. */
type Refusal = readonly [line: string, status: number, kind: string, stderr: string]

const refusals: readonly Refusal[] = [
  // Nobody and nothing
  [
    'show garri',
    3,
    'not-found',
    'There is no contact "garri".\nDid you mean "Gary Cooper" (@2) or "Gary Lee" (@1)?\n',
  ],
  [
    'show zebedee',
    3,
    'not-found',
    'There is no contact "zebedee".\n"fu people" lists the contacts, and "fu add" adds one.\n',
  ],
  ['show 7', 3, 'not-found', 'There is no contact "7".\nA contact\'s number is written @7.\n'],
  ['done 99', 3, 'not-found', 'There is no promise 99.\n"fu list" shows the open ones.\n'],
  ['undo 99', 3, 'not-found', 'There is no 99 in the history.\n"fu history" lists the numbers.\n'],
  // Several
  [
    'promise gary "call back" --due fri',
    4,
    'ambiguous',
    '"gary" fits 2 contacts.\n  @2  Gary Cooper\n  @1  Gary Lee, Lee Mortgages, 0412 555 019\nName one by its number, as in @2.\n',
  ],
  [
    'done "gary lee"',
    4,
    'ambiguous',
    '"gary lee" has 2 open promises.\n  1  Gary Lee, send the quote, Fri 27 Nov\n  2  Gary Lee, send the papers, Mon 30 Nov\nName one by its number, as in 1.\n',
  ],
  // Days
  [
    'promise ada "the list" --due "feb 30"',
    2,
    'usage',
    '"feb 30": February has no 30th.\nIts last day is "28 feb".\n',
  ],
  [
    'promise ada "the list" --due "next blue"',
    2,
    'usage',
    '"next blue" is not a date I know.\nTry "next fri", "next week" or "next month".\n',
  ],
  [
    'promise ada "the list" --due yesterday',
    2,
    'usage',
    '"yesterday" is Tue 24 Nov, which is in the past.\nTry "today", "tomorrow" or "fri".\n',
  ],
  [
    'add Bo --promise "the list" --due 2026-11-01',
    2,
    'usage',
    '"2026-11-01" is Sun 1 Nov, which is in the past.\nTry "today", "tomorrow" or "fri".\n',
  ],
  [
    'log ada "met" --on "next fri"',
    2,
    'usage',
    '"next fri" is Fri 4 Dec, which is in the future.\nTry "yesterday", "last fri" or "3 days ago".\n',
  ],
  ['move 1 fri', 2, 'usage', '1 is already due on that day.\nName another day.\n'],
  // What is missing or empty
  ['add ""', 2, 'usage', 'A name cannot be empty.\n'],
  ['add', 2, 'usage', 'A contact needs a name.\nWrite it, as in fu add "Gary Lee" --phone 0412555019.\n'],
  [
    'add Bo --phone lots',
    2,
    'usage',
    '"lots" is not a phone number.\nWrite it as "0412 555 019" or "mobile:+61 412 555 019".\n',
  ],
  [
    'promise ada --due fri',
    2,
    'usage',
    'A promise cannot be empty.\nWrite it as in fu promise gary "send the quote" --due fri.\n',
  ],
  [
    'promise ada " " --due fri',
    2,
    'usage',
    'A promise cannot be empty.\nWrite it as in fu promise gary "send the quote" --due fri.\n',
  ],
  [
    'promise ada "the list"',
    2,
    'usage',
    'A promise needs a day.\nAdd --due, as in "fu promise ada … --due fri".\n',
  ],
  ['add Bo --promise "the list"', 2, 'usage', '"the list" needs a day.\nAdd --due, as in --due fri.\n'],
  [
    'add Bo --due fri',
    2,
    'usage',
    '--due "fri" is given without a promise.\nAdd --promise, as in --promise "send the papers".\n',
  ],
  [
    'drop 1',
    2,
    'usage',
    `Dropping a promise needs a reason.\nAdd it, as in "fu drop 1 --why 'they moved away'".\n`,
  ],
  ['done 1 --outcome declined', 2, 'usage', 'Declined needs a reason.\nAdd --why "no budget".\n'],
  // Closed already
  [
    'done 3',
    5,
    'refused',
    '3 (Ada Müller, send the price list) was kept already, on Wed 25 Nov.\n"fu undo" undoes the last command; "fu history" shows the earlier ones.\n',
  ],
  // Commands and options that are none
  ['promize ada', 2, 'usage', 'There is no command "promize".\nDid you mean "fu promise"?\n'],
  ['frobnicate', 2, 'usage', 'There is no command "frobnicate".\n"fu --help" lists the commands.\n'],
  ['list --latte', 2, 'usage', "Unknown option '--latte'.\nDid you mean --late?\n"],
  ['list --xyzzy', 2, 'usage', `Unknown option '--xyzzy'.\n"fu list --help" shows its options.\n`],
  ['add Bo --by emial', 2, 'usage', '"emial" is not a known channel.\nDid you mean "email"?\n'],
  [
    'today --width nonsense',
    2,
    'usage',
    '--width cannot be "nonsense".\nIt takes a number of columns from 20 to 1000.\n',
  ],
  [
    'today --width 19',
    2,
    'usage',
    '--width cannot be "19".\nIt takes a number of columns from 20 to 1000.\n',
  ],
  ['undo soon', 2, 'usage', '"soon" is not a number of the history.\n"fu history" lists the numbers.\n'],
  ['list --mine --theirs', 2, 'usage', '--mine and --theirs cannot be combined.\nLeave both out for all.\n'],
  [
    'tried 1 --busy --voicemail',
    2,
    'usage',
    '--voicemail and --busy cannot be combined.\nChoose one: how did the last try end?\n',
  ],
]

describe('a line that cannot be done', () => {
  it.each(refusals)('fu %s', async (line, status, kind, stderr) => {
    const { program, seen } = await aWrittenDiary()
    const before = seen()
    expect(await program.fu(line)).toEqual({ status, stdout: '', stderr })

    const asJson = await program.fu(`${line} --json`)
    expect(asJson).toEqual({ status, stdout: '', stderr: expect.stringMatching(/^\{.*\}\n$/) })
    const [message, ...rest] = stderr.trimEnd().split('\n')
    expect(JSON.parse(asJson.stderr)).toEqual({
      error: { kind, message, hint: rest.at(-1) ?? null, candidates: expect.any(Array) },
    })
    expect(seen()).toEqual(before)
  })
})

it('names the candidates in JSON', async () => {
  const { program } = await aWrittenDiary()
  const candidates = async (line: string): Promise<unknown> =>
    JSON.parse((await program.fu(`${line} --json`)).stderr).error.candidates
  const garies = [
    { id: 2, ref: '@2', name: 'Gary Cooper', detail: null },
    { id: 1, ref: '@1', name: 'Gary Lee', detail: 'Lee Mortgages, 0412 555 019' },
  ]
  expect(await candidates('show gary')).toEqual(garies)
  expect(await candidates('show garri')).toEqual(garies)
  expect(await candidates('done 99')).toEqual([])
})

it('has nothing to take back once all is taken back', async () => {
  const { program, seen } = await aWrittenDiary(['add "Gary Lee" --no-next', 'undo'])
  const before = seen()
  const message = 'There is nothing to undo.'
  const hint = '"fu history" shows every command that changed the diary.'
  expect(await program.fu('undo')).toEqual({ status: 5, stdout: '', stderr: `${message}\n${hint}\n` })
  expect(JSON.parse((await program.fu('undo --json')).stderr)).toEqual({
    error: { kind: 'refused', message, hint, candidates: [] },
  })
  expect(seen()).toEqual(before)
})

it.each([
  ['FU_NOW that is no moment', 'gestern'],
  ['FU_NOW on a day there is not', '2026-02-30T10:00'],
  ['FU_NOW without a time', '2026-11-25'],
])('refuses %s', (_, now) => {
  const { fu, folder } = aBinary()
  const message = `FU_NOW cannot be "${now}".`
  const hint = 'It takes a local moment, as in 2026-11-25T14:20.'
  expect(fu(['add', 'Gary Lee'], { now })).toEqual({ status: 2, stdout: '', stderr: `${message}\n${hint}\n` })
  expect(JSON.parse(fu(['today', '--json'], { now }).stderr)).toEqual({
    error: { kind: 'usage', message, hint, candidates: [] },
  })
  expect(fs.existsSync(path.join(folder, 'd.db'))).toBe(false)
})

it('says in one sentence what failed when the disk takes no more output', () => {
  expect(aBinary().sh('fu --version > /dev/full')).toEqual({
    status: 1,
    stdout: '',
    stderr:
      'The output cannot be written: ENOSPC: no space left on device, write.\nThe changes to the diary are saved; "fu history" shows them.\n',
  })
})

/** A diary in a file, and how the file looks from outside. */
async function aWrittenDiary(
  lines: readonly string[] = [
    'add "Gary Lee" --company "Lee Mortgages" --phone 0412555019 --promise "send the quote" --due fri',
    'add "Gary Cooper" --no-next',
    'promise @1 "send the papers" --due mon',
    'add "Ada Müller" --email ada@mueller.example --by email --promise "send the price list" --due thu',
    'done 3 sent --no-next',
  ],
): Promise<{ program: Program; seen: () => unknown }> {
  const home = aFolder()
  const file = path.join(home, 'd.db')
  const program = aProgram({ home, env: { FU_DIARY: file } })
  for (const line of lines) expect(await program.fu(line)).toMatchObject({ status: 0 })
  return { program, seen: () => ({ ...snapshotOf(file), beside: fs.readdirSync(home) }) }
}
