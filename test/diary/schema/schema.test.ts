import fs from 'node:fs'
import path from 'node:path'
import zlib from 'node:zlib'
import Sqlite from 'better-sqlite3'
import { describe, expect, it, test } from 'vitest'
import { migrations } from '../../../src/diary/migrations/migrations.ts'
import { openBlank } from '../../../src/diary/open.ts'
import { refuseForeignSchema, schemaDifferences } from '../../../src/diary/schema/check.ts'
import { migrate } from '../../../src/diary/schema/migrate.ts'
import { newestSchema } from '../../../src/diary/schema/newest-schema.ts'
import { emptyDiary, schemaText } from '../../../src/diary/schema/schema.ts'
import { aFolder, inMemory, newContact } from '../../support/diaries.ts'
import { aMoment } from '../../support/facts.ts'
import { errorOf } from '../../support/refusals.ts'

test('the newest schema in the program is what the migrations make', () => {
  expect(newestSchema).toBe(schemaText(emptyDiary(migrations.length)))
})

describe('a schema is that of fu', () => {
  const old = path.resolve(import.meta.dirname, '../migrations/old-versions')
  const files = fs.readdirSync(old).filter((name) => name.endsWith('.db.gz'))

  it.each(files)('in the older diary %s, and when that is brought up to date', (name) => {
    const file = path.join(aFolder(), 'diary.db')
    fs.writeFileSync(file, zlib.gunzipSync(fs.readFileSync(path.join(old, name))))
    const db = new Sqlite(file)
    expect(schemaDifferences(db)).toEqual([])
    migrate(db, file, () => undefined)
    expect(schemaDifferences(db)).toEqual([])
    db.close()
  })

  it('after an import, which makes triggers anew', async () => {
    const { db, diary } = inMemory()
    const writing = { command: 'import', at: aMoment('2026-11-25 09:00'), rehearse: false }
    await diary.writeAsRead(writing, async (tx) => tx.addContact(newContact('Gary Lee')))
    expect(schemaDifferences(db)).toEqual([])
  })

  it.each(['ANALYZE', 'PRAGMA optimize = 0xfffe', 'VACUUM', 'REINDEX'])('after %s', (sql) => {
    const { db, diary } = inMemory()
    diary.write({ command: 'add', at: aMoment('2026-11-25 09:00') }, (tx) =>
      tx.addContact(newContact('Gary Lee')),
    )
    db.exec(sql)
    expect(schemaText(db)).toBe(schemaText(openBlank()))
    expect(schemaDifferences(db)).toEqual([])
  })
})

describe('a schema is refused', () => {
  const changes: readonly (readonly [string, string, string])[] = [
    ['an object that is too many', 'CREATE VIEW more AS SELECT 1', 'extra view "more"'],
    ['an object that is missing', 'DROP INDEX contacts_from', 'missing index "contacts_from"'],
    ['a table with another column', 'ALTER TABLE plans ADD COLUMN more TEXT', 'changed table "plans"'],
    ['a table without a column', 'ALTER TABLE plan_runs DROP COLUMN stopped', 'changed table "plan_runs"'],
    [
      'a table of another name',
      'ALTER TABLE blocked RENAME TO more',
      'extra table "more", missing table "blocked"',
    ],
    [
      'an index on another column',
      'DROP INDEX entries_by_time; CREATE INDEX entries_by_time ON entries (text)',
      'changed index "entries_by_time"',
    ],
    [
      'a trigger on another table',
      'DROP TRIGGER entries_deleted; CREATE TRIGGER entries_deleted AFTER DELETE ON plans BEGIN SELECT 1; END',
      'changed trigger "entries_deleted"',
    ],
    [
      'a view of the name of a trigger',
      'CREATE VIEW contacts_deleted AS SELECT 1',
      'extra view "contacts_deleted"',
    ],
    [
      'many objects, of which some are named',
      Array.from({ length: 9 }, (_, index) => `CREATE VIEW v${index} AS SELECT 1`).join(';'),
      'extra view "v0", extra view "v1", extra view "v2", extra view "v3", extra view "v4", 4 more',
    ],
    [
      'a long name, which is cut',
      `CREATE VIEW ${'v'.repeat(1000)} AS SELECT 1`,
      `extra view "${'v'.repeat(60)}…"`,
    ],
  ]

  it.each(changes)('for %s', (_, sql, named) => {
    const db = openBlank()
    db.exec(sql)
    expect(errorOf(() => refuseForeignSchema(db, 'd.db'))).toMatchObject({
      message: `Another program changed the schema of the diary d.db: ${named}.`,
      hint: expect.stringContaining('"fu doctor --repair"'),
    })
  })

  it('for one that belongs to another version', () => {
    const db = openBlank()
    db.pragma('user_version = 3')
    expect(errorOf(() => refuseForeignSchema(db, 'd.db')).message).toContain('extra table "copies"')
  })
})
