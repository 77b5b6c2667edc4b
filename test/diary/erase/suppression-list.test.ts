import { expect, test } from 'vitest'
import type { Matchable } from '../../../src/domain/match-keys.ts'
import { block, suppressionListOf, copySuppressionList } from '../../../src/diary/erase/suppression-list.ts'
import { inMemory } from '../../support/diaries.ts'

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
  expect((await diary.suppressionCheck())(gary)).toBe(false)
  block(db, gary)
  expect((await diary.suppressionCheck())({ ...nobody, ...known })).toBe(isKnown)
})

test('only hashes are kept, which mean nothing without the key of the diary', () => {
  const [one, other] = [inMemory(), inMemory()]
  block(one.db, gary)
  block(other.db, gary)
  const [mine, theirs] = [suppressionListOf(one.db), suppressionListOf(other.db)]
  expect(mine.hashes).toHaveLength(4)
  for (const hash of mine.hashes) expect(hash).toMatch(/^[0-9a-f]{64}$/)
  expect(mine.key).toMatch(/^[0-9a-f]{64}$/)
  expect(mine.hashes.filter((hash) => theirs.hashes.includes(hash))).toEqual([])
})

test('a copy keeps out those whom the diary keeps out', async () => {
  const [diary, copy] = [inMemory(), inMemory()]
  block(diary.db, gary)
  copySuppressionList(copy.db, suppressionListOf(diary.db))
  expect((await copy.diary.suppressionCheck())(gary)).toBe(true)
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
    const isBlocked = await one.diary.suppressionCheck()
    expect([gary, ada, { ...nobody, name: 'Sue' }].map(isBlocked)).toEqual([true, true, false])
  }
  expect(suppressionListOf(diary.db).hashes).toHaveLength(once.hashes.length)
})
