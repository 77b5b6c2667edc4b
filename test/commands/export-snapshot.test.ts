import fs from 'node:fs'
import path from 'node:path'
import Sqlite from 'better-sqlite3'
import { expect, it } from 'vitest'
import { files } from '../../src/terminal/files.ts'
import { aFolder } from '../support/diaries.ts'
import { aProgram } from '../support/program.ts'

/** Renames everybody from another terminal, which waits for nobody; gives what stops it. */
function rename(file: string): string {
  const db = new Sqlite(file, { timeout: 0 })
  try {
    db.exec(`UPDATE contacts SET name = 'Somebody else'`)
    return 'written'
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : String(error)
  } finally {
    db.close()
  }
}

/** Gary's diary in a file, and what another terminal could do while a command wrote something out. */
async function whileWritten(line: string): Promise<{ met: string[]; text: string }> {
  const home = fs.realpathSync(aFolder())
  const file = path.join(home, 'd.db')
  const env = { FU_DIARY: file }
  await aProgram({ home, env }).fu('add "Gary Lee" --promise "send the quote" --due fri')
  const met: string[] = []
  let text = ''
  const { fu } = aProgram({
    home,
    env,
    world: {
      stdout: {
        write: (piece) => {
          met.push(rename(file))
          text += piece
        },
        isTTY: false,
        columns: null,
      },
      files: {
        ...files,
        write: (_file, pieces) => {
          for (const piece of pieces) {
            met.push(rename(file))
            text += piece
          }
          return null
        },
      },
    },
  })
  expect((await fu(line)).status).toBe(0)
  return { met, text }
}

it.each(['export all -o books', 'export all --format json -o d.json'])(
  'the whole diary is written to files as of one moment: %s',
  async (line) => {
    const { met, text } = await whileWritten(line)
    expect(new Set(met)).toEqual(new Set(['SQLITE_BUSY']))
    expect(text).not.toContain('Somebody else')
  },
)

it('the whole diary is piped as of one moment, and a slow reader keeps nobody from writing', async () => {
  const { met, text } = await whileWritten('export all --format json')
  expect(new Set(met)).toEqual(new Set(['written']))
  expect(text).toContain('Gary Lee')
  expect(text).not.toContain('Somebody else')
})
