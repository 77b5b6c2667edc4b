import fs from 'node:fs'
import path from 'node:path'
import Sqlite from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { aFolder } from '../support/diaries.ts'
import { migrations } from '../../src/diary/migrations/migrations.ts'
import { aProgram } from '../support/program.ts'
import { snapshotOf } from '../support/file-snapshot.ts'

/** A file that is no diary of this program, and what is said of it in place of `<file>`. */
const strangeFiles: readonly (readonly [string, (file: string) => void, string])[] = [
  [
    'a text file',
    (file) => fs.writeFileSync(file, 'Dear diary,\n'),
    '<file> is not a fu diary: it is a file of another kind.\nNothing was changed. Name the diary with --diary <path> or FU_DIARY.\n',
  ],
  [
    'a folder',
    (file) => fs.mkdirSync(file),
    '<file> is not a fu diary: it is a folder.\nNothing was changed. Name the diary with --diary <path> or FU_DIARY.\n',
  ],
  [
    'the database of another program',
    (file) => new Sqlite(file).exec('CREATE TABLE stamps (id)').close(),
    '<file> is not a fu diary: it is the database of another program.\nNothing was changed. Name the diary with --diary <path> or FU_DIARY.\n',
  ],
  [
    'a diary of a newer fu',
    (file) =>
      new Sqlite(file)
        .exec('PRAGMA application_id = 0x66756469; PRAGMA user_version = 999; CREATE TABLE t (id)')
        .close(),
    `The diary <file> was written by a newer fu (version 999; this one knows ${migrations.length}).\nNothing was changed. Update fu, or name another diary with --diary.\n`,
  ],
  [
    'a diary of a version that no fu ever wrote',
    (file) =>
      new Sqlite(file)
        .exec('PRAGMA application_id = 0x66756469; PRAGMA user_version = -3; CREATE TABLE t (id)')
        .close(),
    `The diary <file> was written by a newer fu (version 4294967293; this one knows ${migrations.length}).\nNothing was changed. Update fu, or name another diary with --diary.\n`,
  ],
]

describe('a file that is no diary', () => {
  it.each(strangeFiles)('is left as it is: %s', async (_, make, stderr) => {
    const home = aFolder()
    const file = path.join(home, 'd.db')
    make(file)
    const seen = (): unknown => snapshotOf(file)
    const before = seen()
    const program = aProgram({ home, env: { FU_DIARY: file } })
    const said = stderr.replace('<file>', file)
    expect(await program.fu('today')).toEqual({ status: 1, stdout: '', stderr: said })
    expect(await program.fu('add "Gary Lee" --no-next')).toEqual({ status: 1, stdout: '', stderr: said })

    const asJson = await program.fu('undo --json')
    const [message, hint] = said.trimEnd().split('\n')
    expect({ ...asJson, stderr: JSON.parse(asJson.stderr) }).toEqual({
      status: 1,
      stdout: '',
      stderr: { error: { kind: 'failed', message, hint, candidates: [] } },
    })
    expect(seen()).toEqual(before)
    expect(fs.readdirSync(home)).toEqual(['d.db'])
  })
})
