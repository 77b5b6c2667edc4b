import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'

const dist = path.join(import.meta.dirname, '../../dist')

/** A text of each part that not every bundle needs. */
const parts = {
  'the schema': 'CREATE TABLE contacts (',
  'the database driver': 'build/Release/better_sqlite3.node',
  'the parser of vCards': 'QUOTED-PRINTABLE',
  'the tables of phone numbers': '[2-9]\\\\d{9}',
  'the parser of mail headers': 'list-unsubscribe',
  'the reader of calendars': 'DTSTART',
}

describe.each([
  ['help', []],
  ['everyday', ['the schema', 'the database driver']],
  ['fu', Object.keys(parts)],
])('the bundle %s', (name, expected) => {
  it('has no part that its commands do not need, because it would start slower', () => {
    const text = fs.readFileSync(path.join(dist, `${name}.cjs`), 'utf8')
    const found = Object.entries(parts).filter(([, mark]) => text.includes(mark))
    expect(found.map(([part]) => part)).toEqual(expected)
  })
})
