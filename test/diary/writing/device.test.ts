import fs from 'node:fs'
import path from 'node:path'
import zlib from 'node:zlib'
import Sqlite from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { aFolder } from '../../support/diaries.ts'
import { aProgram, type Program } from '../../support/program.ts'

type Identity = { readonly device: string; readonly origin: string }
type Kept = Program & { readonly folder: string; readonly file: string; readonly identity: () => Identity }

/** The program on a diary in a folder. */
function onFile(folder: string, name = 'diary.db'): Kept {
  const file = path.join(folder, name)
  const program = aProgram({ home: folder, env: { FU_DIARY: file } })
  return { ...program, folder, file, identity: () => identityIn(file) }
}

function identityIn(file: string): Identity {
  return rowsOf<Identity>(file, 'SELECT device, origin FROM identity')[0] ?? { device: '', origin: '' }
}

function rowsOf<Row>(file: string, sql: string): Row[] {
  const db = new Sqlite(file, { readonly: true })
  try {
    return db.prepare<[], Row>(sql).all()
  } finally {
    db.close()
  }
}

/** A diary with somebody in it, and its identity. */
async function aDiary(): Promise<Kept & { readonly first: Identity }> {
  const kept = onFile(fs.realpathSync(aFolder()))
  await kept.fu('add Gary --no-next')
  return { ...kept, first: kept.identity() }
}

describe('a diary', () => {
  test('has one device from its beginning, which its history names', async () => {
    const { fu, file, first, identity } = await aDiary()
    await fu('add Ada --no-next')
    await fu('undo')
    expect(identity()).toEqual(first)
    expect(first.origin).toBe(first.device)
    expect(rowsOf(file, 'SELECT DISTINCT device FROM journal')).toEqual([{ device: first.device }])
  })

  test('has the same where it is moved, and through a link', async () => {
    const { folder, file, first } = await aDiary()
    fs.renameSync(file, path.join(folder, 'moved.db'))
    fs.symlinkSync(path.join(folder, 'moved.db'), path.join(folder, 'link.db'))
    for (const name of ['moved.db', 'link.db']) {
      const moved = onFile(folder, name)
      expect((await moved.fu(['add', name, '--no-next'])).status).toBe(0)
      expect(moved.identity()).toEqual(first)
    }
  })
})

describe('a copy is a new device of the same origin', () => {
  /** What a copy is once something is written in it. */
  async function written(copy: Kept): Promise<Identity> {
    expect((await copy.fu('add Ada --no-next')).status).toBe(0)
    return copy.identity()
  }

  function expectNew(identity: Identity, first: Identity): void {
    expect(identity.device).not.toBe(first.device)
    expect(identity.origin).toBe(first.origin)
  }

  test('when something is written in it, and the diary itself stays what it was', async () => {
    const kept = await aDiary()
    const copy = onFile(kept.folder, 'copy.db')
    fs.copyFileSync(kept.file, copy.file)
    await copy.fu('today')
    expect(copy.identity()).toEqual(kept.first)
    const second = await written(copy)
    expectNew(second, kept.first)
    expect(rowsOf(copy.file, 'SELECT device FROM journal ORDER BY id')).toEqual([
      { device: kept.first.device },
      { device: second.device },
    ])
    await copy.fu('add Sue --no-next')
    expect(copy.identity()).toEqual(second)
    expect(await written(kept)).toEqual(kept.first)
  })

  test('by the first undo and the first import too', async () => {
    const { folder, file, first } = await aDiary()
    for (const line of ['undo', 'import cards.vcf']) {
      const copy = onFile(folder, `copy-${line.slice(0, 4)}.db`)
      fs.copyFileSync(file, copy.file)
      const cards = 'BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ada\r\nEND:VCARD\r\n'
      const files = { 'cards.vcf': cards }
      const { fu } = aProgram({ home: folder, env: { FU_DIARY: copy.file }, files })
      expect((await fu(line)).status).toBe(0)
      expectNew(copy.identity(), first)
    }
  })

  // oxlint-disable-next-line vitest/expect-expect -- the helper asserts
  test('where it takes the place of the diary, under the same name', async () => {
    const kept = await aDiary()
    fs.copyFileSync(kept.file, `${kept.file}.copy`)
    fs.renameSync(`${kept.file}.copy`, kept.file)
    expectNew(await written(kept), kept.first)
  })

  test('where "fu backup" made it, at once, and when it is copied back into the very same file', async () => {
    const kept = await aDiary()
    const backup = path.join(kept.folder, 'backup.db')
    await kept.fu(['backup', backup])
    expectNew(identityIn(backup), kept.first)
    fs.copyFileSync(backup, kept.file)
    expectNew(await written(kept), kept.first)
    expect(kept.identity().device).not.toBe(identityIn(backup).device)
  })

  test('where "fu restore" brings it back, at once: of a backup, or of a copy of the very same file', async () => {
    const kept = await aDiary()
    const backup = path.join(kept.folder, 'backup.db')
    const copy = path.join(kept.folder, 'copy.db')
    await kept.fu(['backup', backup])
    fs.copyFileSync(kept.file, copy)
    const seen = new Set([kept.first.device])
    for (const source of [backup, copy, backup, copy]) {
      expect((await kept.fu(['restore', source, '--yes'])).status).toBe(0)
      expectNew(kept.identity(), kept.first)
      const { device } = await written(kept)
      expect(seen).not.toContain(device)
      seen.add(device)
    }
  })

  test('where it is of a version that had one device for all copies', async () => {
    const folder = fs.realpathSync(aFolder())
    const old = path.join(import.meta.dirname, '../migrations/old-versions/facts-3.db.gz')
    const [one, other] = ['one.db', 'other.db'].map((name) => {
      const kept = onFile(folder, name)
      fs.writeFileSync(kept.file, zlib.gunzipSync(fs.readFileSync(old)), { mode: 0o600 })
      return kept
    })
    if (one === undefined || other === undefined) throw new Error('there are two')
    const [first] = rowsOf<{ device: string }>(one.file, 'SELECT device FROM identity')
    await one.fu('today')
    await other.fu('today')
    expect(one.identity()).toMatchObject({ origin: first?.device })
    const devices = [first?.device, (await written(one)).device, (await written(other)).device]
    expect(new Set(devices).size).toBe(3)
    expect(one.identity().origin).toBe(other.identity().origin)
  })
})

test('a copy with a device of its own is still known as one of the same diary', async () => {
  const kept = await aDiary()
  const backup = path.join(kept.folder, 'backup.db')
  await kept.fu(['backup', backup])
  await kept.fu('add Ada --no-next')
  expect(await kept.fu(['backup', backup])).toMatchObject({ status: 0 })
  const copy = onFile(kept.folder, 'copy.db')
  fs.copyFileSync(backup, copy.file)
  await copy.fu('add Sue --no-next')
  expect(JSON.parse((await copy.fu(['restore', backup, '--yes', '--json'])).stdout)).toMatchObject({
    sameDiary: true,
  })
  expect((await kept.fu(['backup', copy.file])).status).toBe(0)
  await kept.fu('forget ada --yes')
  for (const file of [backup, copy.file, kept.file]) {
    expect(rowsOf(file, 'SELECT name FROM contacts')).toEqual([{ name: 'Gary' }])
  }
})
