import fs from 'node:fs'
import path from 'node:path'
import Sqlite from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { aFolder, bytesIn } from '../../support/diaries.ts'
import { aProgram, type Program } from '../../support/program.ts'

type Kept = Program & { readonly file: string }

function onFile(file: string): Kept {
  const program = aProgram({ home: path.dirname(file), env: { FU_DIARY: file } })
  return { ...program, file }
}

/** The user's own diary in a folder, with Gary in it, a backup, and a copy in another place. */
async function ownDiary(): Promise<{ readonly own: Kept; readonly stick: string; readonly backup: string }> {
  const folder = fs.realpathSync(aFolder())
  const own = onFile(path.join(folder, 'diary.db'))
  const stick = path.join(fs.realpathSync(aFolder()), 'stick.db')
  await own.fu('add Gary --phone 0447913579 --promise "the papers" --due fri')
  for (const words of [['backup'], ['backup', stick]]) expect((await own.fu(words)).status).toBe(0)
  const [name = ''] = fs.readdirSync(path.join(folder, 'backups'))
  return { own, stick, backup: path.join(folder, 'backups', name) }
}

/** A copy of a diary as somebody hands it over, who made it list these files as its copies. */
function handedOver(from: string, to: string, places: readonly string[], sql = ''): Kept {
  fs.copyFileSync(from, to)
  const db = new Sqlite(to)
  const list = db.prepare('INSERT OR REPLACE INTO copies VALUES (?, 1795616400, 0)')
  for (const place of places) list.run(place)
  db.exec(sql)
  db.close()
  return onFile(to)
}

describe('a diary from elsewhere that lists files of the user as its copies', () => {
  const unnamed = `DELETE FROM journal_changes; DELETE FROM entries; DELETE FROM promises`
  const forgets = `INSERT INTO forgetting SELECT uid FROM contacts; ${unnamed};
    UPDATE contacts SET name = 'Zoe', uid = 'another' WHERE name = 'Gary'`

  test.each([
    ['by its list', '', 'gary'],
    ['and has nothing of them but the card', unnamed, 'gary'],
    ['and says that they are forgotten already', forgets, 'zoe'],
  ])('erases nobody from them: %s', async (_what, sql, name) => {
    const { own, stick, backup } = await ownDiary()
    const places = [own.file, stick, backup]
    const handed = handedOver(own.file, path.join(fs.realpathSync(aFolder()), 'handed.db'), places, sql)
    const before = places.map(bytesIn)
    for (const words of [['forget', name, '--yes'], ['forget'], ['add', 'Ada', '--no-next'], ['forget']]) {
      await handed.fu(words)
      expect(places.map(bytesIn)).toEqual(before)
    }
  })

  test('says so, and what to do', async () => {
    const { own, stick } = await ownDiary()
    const handed = handedOver(own.file, path.join(fs.realpathSync(aFolder()), 'handed.db'), [own.file, stick])
    const { status, stderr } = await handed.fu('forget gary --yes')
    expect(status).toBe(1)
    expect(stderr).toContain(`${own.file} (it was made of another file of this diary)`)
    expect(stderr).toContain(`${stick} (it was made of another file of this diary)`)
    expect(stderr).toContain('"fu forget <name> --diary <file>" erases them from it')
    // As it says: by the diary itself, and then nothing is left to do.
    expect((await own.fu('forget gary --yes')).status).toBe(0)
    expect((await handed.fu('forget')).status).toBe(0)
  })

  test('erases nobody from the backups of a diary that lies beside it', async () => {
    const { own, backup } = await ownDiary()
    const handed = handedOver(own.file, path.join(path.dirname(own.file), 'handed.db'), [])
    const before = [own.file, backup].map(bytesIn)
    expect(await handed.fu('forget gary --yes')).toMatchObject({
      status: 1,
      stderr: expect.stringContaining(`${backup} (it was made of another file of this diary)`),
    })
    expect([own.file, backup].map(bytesIn)).toEqual(before)
  })

  test('erases nobody from them where it is restored to a place of its own either', async () => {
    const { own, stick } = await ownDiary()
    const handed = handedOver(own.file, path.join(fs.realpathSync(aFolder()), 'handed.db'), [own.file, stick])
    const restored = onFile(path.join(fs.realpathSync(aFolder()), 'diary.db'))
    expect((await restored.fu(['restore', handed.file, '--yes'])).status).toBe(0)
    const before = [own.file, stick].map(bytesIn)
    expect((await restored.fu('forget gary --yes')).status).toBe(1)
    expect([own.file, stick].map(bytesIn)).toEqual(before)
  })
})

test('a diary that was brought back from its backup goes through the copies that were made before', async () => {
  const { own, stick, backup } = await ownDiary()
  expect((await own.fu(['restore', backup, '--yes'])).status).toBe(0)
  // The list is that of the diary that stood.
  expect(await own.fu('forget gary --yes')).toMatchObject({
    status: 0,
    stdout: expect.stringContaining(`the copy ${stick}`),
  })
})
