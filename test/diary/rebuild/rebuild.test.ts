import Sqlite, { type Database } from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { diaryOn } from '../../../src/diary/diary.ts'
import { journalFaults } from '../../../src/diary/doctor/history.ts'
import { countsOf } from '../../../src/diary/backup/contents.ts'
import { nothingLeftOut } from '../../../src/domain/foreign-schema.ts'
import { migrations } from '../../../src/diary/migrations/migrations.ts'
import { schemaDifferences } from '../../../src/diary/schema/check.ts'
import { readable } from '../../../src/diary/rebuild/harmless.ts'
import { rebuild } from '../../../src/diary/rebuild/rebuild.ts'
import { emptyDiary } from '../../../src/diary/schema/schema.ts'
import { dump, inMemory, newContact, newPromise } from '../../support/diaries.ts'
import { aMoment } from '../../support/facts.ts'

const at = aMoment('2026-11-25 09:00')

describe('a rebuilt diary', () => {
  it('holds every row of the tables that fu knows, and its history', () => {
    const db = aDiary('CREATE VIEW v AS SELECT 1')
    const { db: rebuilt, leftOut } = rebuild(db)
    expect(dump(rebuilt)).toEqual(dump(db))
    expect(countsOf(rebuilt)).toEqual(countsOf(db))
    expect(rebuilt.prepare('SELECT * FROM identity').all()).toEqual(
      db.prepare('SELECT * FROM identity').all(),
    )
    expect(leftOut.values).toEqual([])
    expect(leftOut.objects.map(({ name }) => name)).toEqual(['v'])
    expect(schemaDifferences(rebuilt)).toEqual([])
  })

  it('is of the version of its schema, whatever the file says', () => {
    const db = aDiary('PRAGMA user_version = 3')
    const { db: rebuilt } = rebuild(db)
    expect(rebuilt.pragma('user_version', { simple: true })).toBe(migrations.length)
    expect(dump(rebuilt)).toEqual(dump(db))
  })

  it('names the columns that fu does not know, and those that became generated ones', () => {
    const db =
      aDiary(`ALTER TABLE contacts ADD COLUMN more TEXT; PRAGMA foreign_keys = OFF; DROP TABLE settings;
      CREATE TABLE settings (uid TEXT PRIMARY KEY, value AS ('x'))`)
    expect(rebuild(db).leftOut.columns).toEqual([
      { table: 'contacts', column: 'more' },
      { table: 'settings', column: 'value' },
    ])
  })

  it('gives no number again that a row once had', () => {
    const db = aDiary('UPDATE sqlite_sequence SET seq = 40')
    const next = rebuild(db).db.prepare('SELECT name, seq FROM sqlite_sequence ORDER BY name').all()
    expect(next).toEqual(db.prepare('SELECT name, seq FROM sqlite_sequence ORDER BY name').all())
  })

  it.each([-5, 2 ** 62, "'x'", 'NULL', "x'00'"])('takes no number %s from a file', (number) => {
    const db = aDiary(`UPDATE sqlite_sequence SET seq = ${number}`)
    const { db: rebuilt } = rebuild(db)
    expect(rebuilt.prepare('SELECT max(seq) FROM sqlite_sequence').pluck().get()).toBe(2)
  })

  it.each(migrations.map((_, index) => index + 1))('is of version %i where the other is', (version) => {
    const db = emptyDiary(version)
    db.exec('CREATE VIEW more AS SELECT 1')
    const { db: rebuilt } = rebuild(db)
    expect(rebuilt.pragma('user_version', { simple: true })).toBe(version)
    expect(schemaDifferences(rebuilt)).toEqual([])
    expect(rebuilt.prepare('SELECT count(*) FROM identity').pluck().get()).toBe(1)
  })

  it('leaves out values that their columns cannot hold, and says which', () => {
    const db = aDiary(loosened('contacts'))
    db.exec(`UPDATE contacts SET phones = 'none', lookup = '{}', note = x'00ff' WHERE id = 2`)
    const { db: rebuilt, leftOut } = rebuild(db)
    expect(rebuilt.prepare('SELECT name, phones, note FROM contacts WHERE id = 2').raw().get()).toEqual([
      'Ann Poe',
      '[]',
      null,
    ])
    expect(leftOut.values).toEqual([
      { table: 'contacts', row: 'contacts 2', column: 'phones', why: '"none" is not JSON', text: '"none"' },
      {
        table: 'contacts',
        row: 'contacts 2',
        column: 'note',
        why: expect.stringContaining('is not text'),
        text: `"x'00ff'"`,
      },
    ])
    expect(diaryOn(rebuilt, 'd.db').search('ann').contacts).toHaveLength(1)
    expect(journalFaults(rebuilt)).toEqual([])
  })

  it('has what the history last said in the place of a value that its column cannot hold', () => {
    const db = aDiary(`UPDATE promises SET due_day = 'soon', promised_day = 'later', what = 'send it'`)
    const { db: rebuilt, leftOut } = rebuild(db)
    expect(rebuilt.prepare('SELECT due_day, promised_day, what FROM promises').raw().get()).toEqual([
      '2026-11-27',
      '2026-11-27',
      'send it',
    ])
    expect(leftOut.values.map(({ column, text }) => [column, text])).toEqual([
      ['due_day', '"soon"'],
      ['promised_day', '"later"'],
    ])
    expect(journalFaults(rebuilt)).toEqual([])
  })

  it('leaves out a row where a value is needed, and what is nothing without it', () => {
    const db = aDiary(loosened('contacts'))
    db.exec(
      `DELETE FROM journal_changes; UPDATE contacts SET added_at = 'soon' WHERE id = 1; UPDATE contacts SET from_id = 1 WHERE id = 2`,
    )
    const { db: rebuilt, leftOut } = rebuild(db)
    expect(countsOf(rebuilt)).toMatchObject({ contacts: 1, promises: 0 })
    expect(leftOut.values.map(({ table, column, why }) => [table, column, why])).toEqual([
      ['contacts', null, 'added_at: "soon" is not a moment of the years 0 to 9999, in seconds'],
      ['contacts', 'from_id', 'it refers to a missing row of contacts'],
      ['promises', null, 'it refers to a missing row of contacts'],
    ])
    expect(leftOut.values[2]?.text).toContain('send the quote')
    expect(rebuilt.pragma('foreign_key_check')).toEqual([])
    expect(journalFaults(rebuilt)).toEqual([])
  })

  it('reads tables and no indexes, whatever these hold', () => {
    const db = aDiary('CREATE INDEX more ON plans (uid, name, steps, set_at, id)')
    db.unsafeMode(true)
    // An index that is the tree of another table.
    db.exec(`PRAGMA writable_schema = ON; UPDATE sqlite_schema SET rootpage =
      (SELECT rootpage FROM sqlite_schema WHERE name = 'settings') WHERE name = 'more'; PRAGMA writable_schema = RESET`)
    expect(rebuild(db).leftOut.values).toEqual([])
  })

  it('is not made where the schema is that of fu', () => {
    const { db } = inMemory()
    expect(readable(db)).toEqual({ db, leftOut: nothingLeftOut })
    expect(db.open).toBe(true)
  })

  it('closes the other', () => {
    const db = aDiary('CREATE VIEW more AS SELECT 1')
    const { db: rebuilt } = readable(db)
    expect([db.open, rebuilt.open]).toEqual([false, true])
  })
})

/** A diary of two people, in which SQL was run. */
function aDiary(sql: string): Database {
  const { db, diary } = inMemory()
  diary.write({ command: 'add', at }, (tx) => {
    const { id } = tx.addContact(newContact('Gary Lee', { note: 'golf' }))
    tx.addPromise(newPromise(id, { what: 'send the quote' }))
    tx.addContact(newContact('Ann Poe'))
    tx.set('country', 'AU')
  })
  const copy = new Sqlite(db.serialize())
  copy.exec(sql)
  return copy
}

/** Takes a table its types and constraints. */
function loosened(table: string): string {
  const columns = inMemory()
    .db.prepare(`SELECT name FROM pragma_table_info('${table}')`)
    .pluck()
    .all()
    .join(', ')
  return `PRAGMA foreign_keys = OFF; PRAGMA legacy_alter_table = ON;
    CREATE TABLE loose (${columns}); INSERT INTO loose SELECT * FROM ${table};
    DROP TABLE ${table}; ALTER TABLE loose RENAME TO ${table}`
}
