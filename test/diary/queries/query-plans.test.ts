import { beforeAll, describe, expect, test } from 'vitest'
import { aProgram } from '../../support/program.ts'
import { preparedDuring, wholeTables } from '../../support/query-plans.ts'

let diary: Buffer

beforeAll(async () => {
  const program = aProgram()
  const lines = [
    'config country AU',
    'config promises.a-day 3',
    'add "Gary Lee" --company "Lee Mortgages" --phone 0412555019 --email gary@lee.example --kind customer --promise "send the quote" --due fri',
    'add "Ada Müller" --from gary --every 90d --no-next',
    'add "José Álvarez" --kind prospect --promise ring --due today',
    'promise gary "bring the papers" --due mon',
    'promise ada "send the list" --due tue',
    'wait ada "the papers" --due thu',
    'log ada "met for lunch" --on yesterday',
    'tried jose busy',
  ]
  for (const line of lines) await program.fu(line)
  diary = program.db.serialize()
})

describe('a command of every day reads no table that grows from end to end', () => {
  test.each([
    'today',
    'today --json',
    'today tomorrow',
    'today yesterday',
    'week',
    'next',
    'show @1',
    'show "gary lee"',
    'show gar',
    'show lee',
    'show mortgages',
    'show 5550',
    'show gary@lee.example',
    'show gray',
    'find papers',
    'find "555 019"',
    'find gary --json',
    'promise gary "call back" --due fri',
    'promise @1 "call back" --due fri --about ada',
    'wait gary "the deed" --due fri',
    'heard gary "wants a quote"',
    'sent gary "the folder" --by post',
    'sold ada "the album"',
    'log gary lunch',
    'move 1 tue --told',
    'snooze 1 thu',
    'tried 1 --voicemail',
    'done 1 "signs" --next "bring the papers" --due tue',
    'done jose --no-next',
    'drop 3 --why "found them"',
    'edit gary --phone 0412555018',
    'add "Gary Lee" --no-next',
    'add "Gary Lee" --phone 0412555019 --no-next',
    'undo',
    'history',
    'complete -- show ga',
    'complete -- show Müll',
    'complete -- done g',
    'complete -- done 1',
    'complete -- done 1234',
    'complete -- done ""',
  ])('fu %s', async (line) => {
    // Each on a connection of its own, which has no statement yet.
    const program = aProgram({ diary })
    const prepared = await preparedDuring(program.db, () => program.fu(line))
    expect(prepared).not.toEqual([])
    expect(prepared.flatMap((sql) => wholeTables(program.db, sql))).toEqual([])
  })
})
