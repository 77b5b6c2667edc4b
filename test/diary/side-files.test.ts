import fs from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { openDiary } from '../../src/diary/diary.ts'
import { aMoment } from '../support/facts.ts'
import { journalNaming } from '../support/hostile-journal.ts'
import { aSharedFolder, eve, isRoot } from '../support/other-users.ts'
import { aFolder, newContact } from '../support/diaries.ts'

it.runIf(isRoot)(
  'a journal that another user puts beside an open diary in a shared folder is never read (as root)',
  () => {
    const file = path.join(aSharedFolder(), 'd.db')
    const at = aMoment('2026-11-25 09:00')
    const diary = openDiary(file, at)
    diary.write({ command: 'add', at }, (tx) => tx.addContact(newContact('Gary')))
    const { size } = fs.statSync(file)
    const journal = journalNaming('', file)
    // It says that the diary had one page.
    journal.writeUInt32BE(1, 16)
    fs.writeFileSync(`${file}-journal`, journal)
    fs.chownSync(`${file}-journal`, eve, eve)
    for (const step of [
      () => diary.contacts.all(),
      () => diary.write({ command: 'add', at }, (tx) => tx.addContact(newContact('Sue'))),
      () => diary.page.load(at.day, at),
    ]) {
      expect(step).toThrow('d.db-journal belongs to another user')
    }
    expect(fs.statSync(file).size).toBe(size)
    fs.rmSync(`${file}-journal`)
    expect(diary.contacts.all().map(({ name }) => name)).toEqual(['Gary'])
    diary.close()
  },
)

it.runIf(isRoot)('nor where the diary is named by a link in a folder of one’s own (as root)', () => {
  const shared = aSharedFolder()
  const link = path.join(aFolder(), 'link.db')
  fs.symlinkSync(path.join(shared, 'd.db'), link)
  const at = aMoment('2026-11-25 09:00')
  openDiary(path.join(shared, 'd.db'), at).write({ command: 'add', at }, (tx) =>
    tx.addContact(newContact('Gary')),
  )
  const diary = openDiary(link, at)
  fs.writeFileSync(path.join(shared, 'd.db-journal'), journalNaming('', path.join(shared, 'd.db')))
  fs.chownSync(path.join(shared, 'd.db-journal'), eve, eve)
  expect(() => diary.contacts.all()).toThrow('belongs to another user')
  diary.close()
})
