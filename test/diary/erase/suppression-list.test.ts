import { createHmac } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import {
  block,
  copySuppressionList,
  hasWholeHashes,
  suppressionListOf,
} from '../../../src/diary/erase/suppression-list.ts'
import { matchKeys, type Matchable } from '../../../src/domain/match-keys.ts'
import { inMemory, type LooseDiary } from '../../support/diaries.ts'

const nobody: Matchable = { name: null, company: null, emails: [], phones: [] }
const gary: Matchable = {
  uid: 'f7e1',
  name: 'Gary Lee',
  company: 'Lee & Co',
  emails: [{ value: 'gary@lee.example' }],
  phones: [{ value: '0412 555 019', e164: '+61412555019' }],
}

test.each<[string, Partial<Matchable>, boolean]>([
  ['uid', { uid: 'f7e1' }, true],
  ['address', { name: 'G', emails: [{ value: 'GARY@lee.example' }] }, true],
  ['number', { phones: [{ value: '+61 412 555 019', e164: '+61412555019' }] }, true],
  ['name and company', { name: 'gary lee', company: 'Lee & Co.' }, true],
  ['name alone', { name: 'Gary Lee' }, false],
  ['name, and another company', { name: 'Gary Lee', company: 'Ace' }, false],
  ['company', { name: 'Ada', company: 'Lee & Co' }, false],
  ['nothing', {}, false],
])('who is blocked is known by their %s', async (_, known, isKnown) => {
  const { db, diary } = inMemory()
  expect((await diary.erasures.suppressionCheck())(gary)).toBe(false)
  block(db, gary)
  expect((await diary.erasures.suppressionCheck())({ ...nobody, ...known })).toBe(isKnown)
})

test('an entry has 20 bits, which no one can be read out of, and means nothing under the key of another diary', () => {
  const [one, other] = [inMemory(), inMemory()]
  block(one.db, gary)
  block(other.db, gary)
  const [mine, theirs] = [suppressionListOf(one.db), suppressionListOf(other.db)]
  expect(mine.entries).toHaveLength(4)
  for (const entry of mine.entries) expect(entry).toMatch(/^[0-9a-f]{5}$/)
  expect(one.db.prepare('SELECT hash FROM blocked').pluck().all()).toEqual(mine.entries)
  expect(mine.key).toMatch(/^[0-9a-f]{64}$/)
  expect(mine.entries.filter((entry) => theirs.entries.includes(entry)).length).toBeLessThan(4)
})

describe('a list of an earlier version, of whole hashes', () => {
  const key = 'ab'.repeat(32)
  const elsewhere = 'cd'.repeat(32)
  const ada: Matchable = { ...nobody, name: 'Ada', emails: [{ value: 'ada@lovelace.example' }] }
  const whole = (of: string, person: Matchable): string[] =>
    matchKeys(person).map((known) => createHmac('sha256', Buffer.from(of, 'hex')).update(known).digest('hex'))

  function anOlderDiary(): LooseDiary {
    const diary = inMemory()
    diary.db.prepare('UPDATE identity SET block_key = ?').run(key)
    const insert = diary.db.prepare('INSERT INTO blocked VALUES (?)')
    for (const hash of whole(key, gary)) insert.run(hash)
    for (const hash of whole(elsewhere, ada)) insert.run(`${elsewhere}:${hash}`)
    return diary
  }
  const rowsOf = ({ db }: LooseDiary): unknown[] => db.prepare('SELECT hash FROM blocked').pluck().all()

  test('keeps out whom it did, and has entries in place of them after the first look', async () => {
    const diary = anOlderDiary()
    expect(hasWholeHashes(diary.db)).toBe(true)
    const isBlocked = await diary.diary.erasures.suppressionCheck()
    expect([gary, ada, { ...nobody, name: 'Sue' }].map(isBlocked)).toEqual([true, true, false])
    expect(hasWholeHashes(diary.db)).toBe(false)
    expect(rowsOf(diary)).toHaveLength(6)
    for (const row of rowsOf(diary)) expect(row).toMatch(/^(?:(?:cd){32}:)?[0-9a-f]{5}$/)
    expect((await diary.diary.erasures.suppressionCheck())(ada)).toBe(true)
  })

  test('gives the same entries as a list of today', () => {
    const [older, today] = [anOlderDiary(), inMemory()]
    today.db.prepare('UPDATE identity SET block_key = ?').run(key)
    block(today.db, gary)
    expect(suppressionListOf(older.db).entries).toEqual(
      expect.arrayContaining([...suppressionListOf(today.db).entries]),
    )
    block(older.db, gary)
    expect(rowsOf(older)).toHaveLength(6)
  })

  test('is replaced in a copy too', async () => {
    const copy = anOlderDiary()
    copySuppressionList(copy.db, { key: null, entries: [] })
    expect(hasWholeHashes(copy.db)).toBe(false)
    expect((await copy.diary.erasures.suppressionCheck())(gary)).toBe(true)
  })
})

test('a copy keeps out those whom the diary keeps out', async () => {
  const [diary, copy] = [inMemory(), inMemory()]
  block(diary.db, gary)
  copySuppressionList(copy.db, suppressionListOf(diary.db))
  expect((await copy.diary.erasures.suppressionCheck())(gary)).toBe(true)
  const older = inMemory()
  older.db.exec('DROP TABLE blocked')
  copySuppressionList(older.db, suppressionListOf(diary.db))
})

test('a copy with a key of its own keeps out those whom it did, and those whom the diary does', async () => {
  const [diary, copy, copyOfThat] = [inMemory(), inMemory(), inMemory()]
  const ada: Matchable = { ...nobody, name: 'Ada', emails: [{ value: 'ada@lovelace.example' }] }
  block(diary.db, gary)
  block(copy.db, ada)
  copySuppressionList(copy.db, suppressionListOf(diary.db))
  const once = suppressionListOf(copy.db)
  copySuppressionList(copy.db, suppressionListOf(diary.db))
  expect(suppressionListOf(copy.db)).toEqual(once)
  copySuppressionList(copyOfThat.db, once)
  copySuppressionList(diary.db, once)
  for (const one of [diary, copy, copyOfThat]) {
    const isBlocked = await one.diary.erasures.suppressionCheck()
    expect([gary, ada, { ...nobody, name: 'Sue' }].map(isBlocked)).toEqual([true, true, false])
  }
  expect(suppressionListOf(diary.db).entries).toHaveLength(once.entries.length)
})
