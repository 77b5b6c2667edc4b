import { expect, it } from 'vitest'
import { emptyContact } from '../../src/domain/contact.ts'
import { newPromise } from '../../src/domain/promise.ts'
import { diaryOn } from '../../src/diary/diary.ts'
import { aDue, aMoment } from '../support/facts.ts'
import { aProgram } from '../support/program.ts'

const many = 2500

/** The number of a row that is read last, written with as many digits as the others. */
const numbered = (number: number): string => String(number).padStart(4, '0')

/**
 * What a list prints of a diary in which another program renames everything when the first piece is printed: each piece
 * by itself.
 */
async function piecesOf(line: string, columns: number | null): Promise<string[]> {
  const pieces: string[] = []
  const { fu, db } = aProgram({
    world: {
      stdout: {
        write: (text) => {
          if (pieces.length === 0) {
            db.exec(`UPDATE contacts SET name = 'Late Name'`)
            db.exec(`UPDATE promises SET what = 'late words'`)
            db.exec(`UPDATE journal SET title = 'late title'`)
          }
          pieces.push(text)
        },
        isTTY: columns !== null,
        columns,
      },
    },
  })
  diaryOn(db, 'diary.db').write({ command: 'import', at: aMoment('2026-11-25 14:20') }, (tx) => {
    for (let number = 1; number <= many; number += 1) {
      const { id } = tx.addContact({ ...emptyContact(), name: `Person ${numbered(number)}` })
      tx.addPromise(newPromise({ contactId: id, what: `thing ${numbered(number)}`, due: aDue('2026-11-27') }))
    }
  })
  const insert = db.prepare(
    `INSERT INTO journal (uid, device, command, title, at, at_offset)
     SELECT 'j' || ?, device, 'log', 'log ' || ?, at, at_offset FROM journal LIMIT 1`,
  )
  for (let number = 1; number <= 300; number += 1) insert.run(number, number)
  expect(await fu(line)).toMatchObject({ status: 0, stderr: '' })
  return pieces
}

it.each([
  ['people', 'Person 0001', 'Late Name'],
  ['list', 'thing 0001', 'late words'],
  ['list --mine', 'thing 0001', 'late words'],
  ['history -n 1000', 'log 300', 'late title'],
])(
  'fu %s prints its first rows before the last are read, and nobody waits for it to write',
  async (line, first, late) => {
    for (const columns of [null, 80]) {
      const pieces = await piecesOf(line, columns)
      expect(pieces.length).toBeGreaterThan(2)
      expect(pieces[0]).toContain(first)
      expect(pieces[0]).not.toContain(late)
      expect(pieces.at(-1)).toContain(late)
    }
  },
)

it('lists each once, in order', async () => {
  const pieces = await piecesOf('people', null)
  const rows = pieces.join('').split('\n').slice(1, -1)
  const ids = rows.map((row) => Number(/@(\d+)/.exec(row)?.[1]))
  expect(ids).toEqual(Array.from({ length: many }, (_, index) => index + 1))
})
