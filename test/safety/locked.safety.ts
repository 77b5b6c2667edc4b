import fs from 'node:fs'
import path from 'node:path'
import Sqlite, { type Database } from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { aPlace, diaryIn, figure, fu, mustDo } from './program.ts'
import { nextOne } from './sound.ts'

/** The lines that wait, by what another program does with the diary meanwhile: write, and be about to be done with it. */
const lines = [
  ['a write', ['add', nextOne, '--no-next'], 'BEGIN IMMEDIATE'],
  ['a write, at the end of another', ['add', nextOne, '--no-next'], 'BEGIN EXCLUSIVE'],
  ['a page', ['today'], 'BEGIN EXCLUSIVE'],
  ['a backup', ['backup'], 'BEGIN EXCLUSIVE'],
  ['a restore', ['restore', 'd-2026-11-25T1420-daily.db', '--yes'], 'BEGIN EXCLUSIVE'],
] as const

describe('a diary that another program holds', () => {
  it('for three seconds is waited for', async () => {
    const ended = await atOnce(async (words, held) => {
      const running = fu(held.folder, words)
      await seconds(3)
      held.leave()
      return running
    })
    expect(ended.map(({ status }) => status)).toEqual(lines.map(() => 0))
    figure(`locked for 3 s: ${ended.length} of ${lines.length} commands waited and worked`)
  })

  it('for ever is said after ten seconds', async () => {
    const ended = await atOnce(async (words, held) => {
      const { status, stdout, stderr } = await fu(held.folder, words)
      held.leave()
      const next = await fu(held.folder, words)
      return { status, stdout, said: stderr.split('\n')[0], next: next.status }
    })
    const said = 'Another fu has been writing to the diary for 10 seconds.'
    expect(ended).toEqual(lines.map(() => ({ status: 1, stdout: '', said, next: 0 })))
    figure(
      `locked for ever: ${ended.length} of ${lines.length} commands said so after 10 s, and worked after that`,
    )
  })
})

type Hold = { readonly folder: string; readonly leave: () => void }

/** Tries each line on a diary of its own that is held, all at once, since each waits. */
async function atOnce<Result>(
  work: (words: readonly string[], held: Hold) => Promise<Result>,
): Promise<Result[]> {
  const place = aPlace()
  return Promise.all(
    lines.map(async ([_what, words, hold], index) => {
      const folder = path.join(place, String(index))
      fs.mkdirSync(folder)
      await mustDo(folder, ['add', 'Gary', '--no-next'])
      const db: Database = new Sqlite(diaryIn(folder))
      db.exec(hold)
      return work(words, {
        folder,
        leave: () => {
          db.exec('ROLLBACK')
          db.close()
        },
      })
    }),
  )
}

/** Lets another program wait: its waiting is what is tested. */
function seconds(count: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, count * 1000))
}
