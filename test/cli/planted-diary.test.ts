import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import net from 'node:net'
import { once } from 'node:events'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { aBinary, type Binary } from '../support/binary.ts'
import { ann, as, aSharedFolder, eve, isRoot } from '../support/other-users.ts'

describe.runIf(isRoot)('a link that another user put in the place of a diary (as root)', () => {
  it.each([
    ['to the diary itself', 'diary.db', 'diary.db', 'd.db'],
    ['to a file that is no diary', 'diary.db', 'diary.db', 'letter.txt'],
    ['to nothing yet', 'diary.db', 'diary.db', 'new.db'],
    ['to its folder', 'books/d.db', 'books', ''],
    ['to a folder with no diary yet', 'books/new.db', 'books', ''],
  ])('is not followed: %s', (_what, named, link, target) => {
    for (const owner of [0, eve]) {
      const { binary, place } = aDiary(ann)
      as(ann, `echo 'Dear Gary' > ${place('letter.txt')} && chmod 644 ${place('letter.txt')}`)
      const shared = aSharedFolder()
      fs.chownSync(shared, owner, owner)
      as(eve, `ln -s ${place(target)} ${shared}/${link}`)
      const before = [fs.readdirSync(binary.folder), fs.readFileSync(place('d.db'))]
      for (const words of [
        ['list'],
        ['today'],
        ['add', 'Sue', '--no-next'],
        ['backup'],
        ['doctor'],
        ['doctor', '--repair'],
        ['restore'],
        ['forget', 'gary', '--yes'],
      ]) {
        const { status, stderr } = binary.fu(words, { user: ann, env: { FU_DIARY: `${shared}/${named}` } })
        expect({ words, status, stderr }).toEqual({
          words,
          status: 5,
          stderr:
            `${shared}/${link} is a link that belongs to another user; it was not followed.\n` +
            'Name another file, or a folder of your own.\n',
        })
      }
      expect([fs.readdirSync(binary.folder), fs.readFileSync(place('d.db'))]).toEqual(before)
      expect(fs.statSync(place('letter.txt')).mode & 0o777).toBe(0o644)
    }
  })

  it('is not followed where a copy was made either, and the others are gone through', () => {
    const { binary, place } = aDiary(ann)
    const shared = aSharedFolder()
    expect(binary.fu(['backup', `${shared}/copy.db`], { user: ann }).status).toBe(0)
    expect(binary.fu(['backup', place('other.db')], { user: ann }).status).toBe(0)
    fs.rmSync(path.join(shared, 'copy.db'))
    as(eve, `ln -s ${place('letter.txt')} ${shared}/copy.db`)
    const { status, stderr } = binary.fu(['forget', 'gary', '--yes'], { user: ann })
    expect(status).toBe(1)
    expect(stderr).toContain(`${shared}/copy.db is a link that belongs to another user`)
    expect(fs.readFileSync(place('other.db')).includes('Gary')).toBe(false)
  })

  it('is followed where it is one’s own or root’s', () => {
    const { binary, place } = aDiary(ann)
    const shared = aSharedFolder()
    as(ann, `ln -s ${place('d.db')} ${shared}/mine.db`)
    fs.symlinkSync(binary.folder, path.join(shared, 'root'))
    for (const name of ['mine.db', 'root/d.db', 'root/new.db']) {
      const env = { FU_DIARY: `${shared}/${name}` }
      expect(binary.fu(['add', 'Sue', '--no-next'], { user: ann, env }).status).toBe(0)
    }
    expect(fs.existsSync(place('new.db'))).toBe(true)
  })
})

describe.runIf(isRoot)('what another user puts beside a diary of their own (as root)', () => {
  it.each([
    ['a FIFO', (side: string) => `mkfifo -m 666 ${side}`, 'is not an ordinary file'],
    ['a link to what never ends', (side: string) => `ln -s /dev/zero ${side}`, 'is a link'],
    ['a link to a file of the reader’s', (side: string) => `ln -s ../letter.txt ${side}`, 'is a link'],
    ['a folder', (side: string) => `mkdir ${side}`, 'is not an ordinary file'],
  ])('is refused before it is copied: %s', (_what, make, why) => {
    for (const end of ['-journal', '-wal', '-shm']) {
      const { binary, place } = aDiary(eve)
      fs.chmodSync(binary.folder, 0o755)
      fs.chmodSync(place('d.db'), 0o644)
      as(eve, make(place(`d.db${end}`)))
      const temporary = aSharedFolder()
      for (const words of [['list'], ['doctor'], ['backup', `${temporary}/copy.db`]]) {
        const { status, stdout, stderr } = binary.fu(words, { user: ann, env: { TMPDIR: temporary } })
        expect({ words, status }).toEqual({ words, status: 1 })
        expect(`${stdout}${stderr}`.replaceAll(/\s+/g, ' ')).toContain(`d.db${end} ${why}.`)
      }
      expect(fs.readdirSync(temporary)).toEqual([])
    }
  })

  it('is refused beside a copy that is to be restored', async () => {
    const { binary, place } = aDiary(ann)
    const shared = aSharedFolder()
    fs.copyFileSync(place('d.db'), path.join(shared, 'hers.db'))
    fs.chownSync(path.join(shared, 'hers.db'), eve, eve)
    fs.chmodSync(path.join(shared, 'hers.db'), 0o644)
    const server = net.createServer().listen(`${shared}/hers.db-journal`)
    await once(server, 'listening')
    const { status, stderr } = binary.fu(['restore', `${shared}/hers.db`, '--yes'], { user: ann })
    server.close()
    expect({ status, stderr }).toEqual({
      status: 1,
      stderr: expect.stringContaining('hers.db-journal is not an ordinary file.'),
    })
  })

  it.each([
    ['the folder is missing', '', '/none', 'it or the folder for it is missing'],
    ['the copy would be too large', 'ulimit -f 8; ', '', 'the file would be larger than is allowed'],
  ])('is copied, or it is said why not: %s', (_what, limit, folder, why) => {
    const { binary, place } = aDiary(eve)
    fs.chmodSync(binary.folder, 0o755)
    fs.chmodSync(place('d.db'), 0o644)
    const temporary = aSharedFolder()
    const env = { TMPDIR: `${temporary}${folder}` }
    expect(binary.sh(`${limit}fu list`, { user: ann, env })).toEqual({
      status: 1,
      stdout: '',
      stderr:
        `No private copy of ${place('d.db')} could be made in ${temporary}${folder}: ${why}.\n` +
        'Name a folder of your own with room for it in the environment variable TMPDIR.\n',
    })
    expect(fs.readdirSync(temporary)).toEqual([])
  })
})

/** A diary with one contact, and how a name in its folder is written; of another user. */
function aDiary(user: number): { readonly binary: Binary; readonly place: (name: string) => string } {
  const binary = aBinary()
  binary.fu(['add', 'Gary', '--promise', 'call back', '--due', 'fri'])
  spawnSync('chown', ['-R', `${user}:${user}`, binary.folder])
  return { binary, place: (name) => path.join(binary.folder, name) }
}
