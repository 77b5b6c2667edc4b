import type { Database } from 'better-sqlite3'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { dump } from './support/diaries.ts'
import { beginning, histories, writing } from './support/histories.ts'
import { aProgram } from './support/program.ts'
import { runs } from './support/runs.ts'

test('undo takes back every command, one after another to the beginning, and leaves no trace of it', async () => {
  await fc.assert(
    fc.asyncProperty(histories(writing, 10), async (history) => {
      const { fu, setClock, db } = aProgram()
      const stood = [dump(db)]
      for (const { at, words } of [...beginning, ...history]) {
        setClock(at)
        const written = changesIn(db)
        await fu(words)
        // What is refused, or is so already, leaves nothing.
        if (changesIn(db) > written) stood.push(dump(db))
        expect(dump(db)).toEqual(stood.at(-1))
      }
      for (const before of stood.slice(0, -1).toReversed()) {
        expect(await fu('undo')).toMatchObject({ status: 0 })
        expect(dump(db)).toEqual(before)
      }
      expect(await fu('undo')).toMatchObject({ status: 5 })
      db.close()
    }),
    runs(80),
  )
})

test('undoing the undos, the last one first, brings everything back as it was', async () => {
  await fc.assert(
    fc.asyncProperty(histories(writing, 6), async (history) => {
      const { fu, setClock, db } = aProgram()
      const stood = [dump(db)]
      for (const { at, words } of [...beginning, ...history]) {
        setClock(at)
        const written = changesIn(db)
        await fu(words)
        if (changesIn(db) > written) stood.push(dump(db))
      }
      const commands = stood.length - 1
      for (let left = commands; left > 0; left -= 1) await fu('undo')
      for (let redone = 1; redone <= commands; redone += 1) {
        expect(await fu(`undo ${2 * commands - redone + 1}`)).toMatchObject({ status: 0 })
        expect(dump(db)).toEqual(stood[redone])
      }
      db.close()
    }),
    runs(40),
  )
})

/** How many commands have changed a diary. */
function changesIn(db: Database): number {
  return db.prepare<[], number>('SELECT count(*) FROM journal').pluck().get() ?? 0
}
