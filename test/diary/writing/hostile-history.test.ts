import type { Database } from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { FuError } from '../../../src/domain/errors.ts'
import type { Diary } from '../../../src/diary/diary.ts'
import { dump, inMemory, newContact, newPromise } from '../../support/diaries.ts'
import { aMoment } from '../../support/facts.ts'
import { errorOf } from '../../support/refusals.ts'

const at = aMoment('2026-11-25 09:00')

/** The image to which the undo of the last command takes a row back, as that command found it. */
type Image = Record<string, unknown>

describe('an undo makes no row of an image that somebody wrote without fu', () => {
  const images: readonly (readonly [string, (image: Image) => Image | string])[] = [
    ['a day that is none', (image) => ({ ...image, due_day: '2026-99-99' })],
    ['a number in the place of a day', (image) => ({ ...image, due_day: 20_261_127 })],
    ['a text in the place of a number', (image) => ({ ...image, made_at: 'soon' })],
    ['a moment after the end of the calendar', (image) => ({ ...image, made_at: 9e15 })],
    ['an owner that nobody is', (image) => ({ ...image, owner: 'nobody' })],
    ['a status that is none', (image) => ({ ...image, status: 'lost' })],
    ['what no promise is: open and closed', (image) => ({ ...image, closed_at: 0, closed_offset: 0 })],
    ['a promise of nothing', (image) => ({ ...image, what: ' ' })],
    ['nothing where something is needed', (image) => ({ ...image, what: null })],
    ['the uid of another row', (image) => ({ ...image, uid: 'another' })],
    ['a contact that is not there', (image) => ({ ...image, contact_uid: 'nobody' })],
    ['a list in the place of a value', (image) => ({ ...image, what: ['a'] })],
    ['an object in the place of a value', (image) => ({ ...image, what: { toString: 'a' } })],
    ['a truth value', (image) => ({ ...image, hot: true })],
    ['no object at all', () => '[]'],
    ['a number', () => '7'],
  ]

  it.each(images)('with %s', (_, change) => {
    const { db, diary } = aMovedPromise()
    setImage(db, 'before', change)
    const before = dump(db)
    const error = errorOf(() => diary.history.undo(null, at))
    expect(error).toBeInstanceOf(FuError)
    expect(error.message).toMatch(/cannot be undone: |has a value that fu cannot read: /)
    expect(error.hint).not.toBeNull()
    expect(dump(db)).toEqual(before)
  })

  const columns = [
    'id = 7; --',
    'what = (SELECT phones FROM contacts), due_day',
    'note" = 1, "what',
    '__proto__',
    'constructor',
    'rowid',
    'more',
    '',
  ]

  it.each(columns)('with a column %j, which the schema does not have', (column) => {
    const { db, diary } = aMovedPromise()
    setImage(db, 'before', (image) => JSON.stringify(image).replace('{', `{${JSON.stringify(column)}:"x",`))
    diary.history.undo(null, at)
    expect(diary.promises.find(1)).toMatchObject({ what: 'send the quote', due: { day: '2026-11-27' } })
    expect(db.prepare('SELECT count(*) FROM contacts').pluck().get()).toBe(1)
  })

  it.each([2 ** 53, -1, 0, 9e18, 'x', 1.5])('with the number %s for a row that comes back', (id) => {
    const { db, diary } = aMovedPromise()
    const made = diary.write({ command: 'promise', at }, (tx) =>
      tx.addPromise(newPromise(1, { what: 'call' })),
    )
    diary.history.undo(made.history, at)
    // The undo is undone: its image before is the row that comes back.
    setImage(db, 'before', (image) => ({ ...image, id }))
    const error = caught(() => diary.history.undo(made.history + 1, at))
    expect(error === null || error instanceof FuError).toBe(true)
    const next = diary.write({ command: 'promise', at }, (tx) =>
      tx.addPromise(newPromise(1, { what: 'next' })),
    )
    expect(next.value.id).toBeLessThan(10)
  })

  it.each(['sqlite_schema', 'identity', 'journal', 'contacts; --', '(SELECT 1)'])(
    'of a kind of rows that does not exist: %s',
    (kind) => {
      const { db, diary } = aMovedPromise()
      db.pragma('ignore_check_constraints = ON')
      db.prepare('UPDATE journal_changes SET kind = ?').run(kind)
      const before = dump(db)
      expect(errorOf(() => diary.history.undo(null, at)).message).toContain(`, kind: ${JSON.stringify(kind)}`)
      expect(dump(db)).toEqual(before)
    },
  )

  it('with a history whose undos go in a circle', () => {
    const { db, diary } = aMovedPromise()
    db.exec('UPDATE journal SET undoes = (SELECT j.uid FROM journal j WHERE j.id = 3 - journal.id)')
    expect(errorOf(() => diary.history.undo(null, at))).toBeInstanceOf(FuError)
    expect(diary.history.list(10)).toHaveLength(2)
  })
})

/** A promise that was moved, by the last of two commands. */
function aMovedPromise(): { readonly db: Database; readonly diary: Diary } {
  const { db, diary } = inMemory()
  diary.write({ command: 'add', at }, (tx) => {
    const { id } = tx.addContact(newContact('Gary Lee'))
    tx.addPromise(newPromise(id, { what: 'send the quote', due: { day: '2026-11-27', time: null } as never }))
  })
  diary.write({ command: 'move', at }, (tx) =>
    tx.movePromise(1, { day: '2026-12-01', time: null } as never, false),
  )
  return { db, diary }
}

/** Changes an image of the last change. */
function setImage(db: Database, which: 'before' | 'after', change: (image: Image) => Image | string): void {
  const last = 'WHERE (journal_id, seq) = (SELECT max(journal_id), 0 FROM journal_changes)'
  const text = db.prepare<[], string>(`SELECT ${which} FROM journal_changes ${last}`).pluck().get() ?? ''
  const changed = change(JSON.parse(text) as Image)
  const written = typeof changed === 'string' ? changed : JSON.stringify(changed)
  db.prepare(`UPDATE journal_changes SET ${which} = ? ${last}`).run(written)
}

function caught(work: () => unknown): unknown {
  try {
    work()
    return null
  } catch (error) {
    return error
  }
}
