import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { aBinary, type Binary } from '../support/binary.ts'
import { ann, as, eve, isRoot } from '../support/other-users.ts'

describe('a backups folder in which others may write', () => {
  it.each([
    ['everybody', 0o777],
    ['everybody, as in /tmp', 0o1777],
    ['those who may not look into it', 0o703],
  ])('is not used: %s', (_who, mode) => {
    const { binary, place } = aDiary()
    fs.chmodSync(place('backups'), mode)
    const before = fs.readdirSync(place('backups'))
    const fault = `Other users may write in the backups folder ${place('backups')}, so it is not used.`
    const remedy = `"chmod 700 ${place('backups')}" makes it private.`

    // What was written stands without the day's backup.
    expect(binary.fu(['add', 'Sue', '--no-next'], { now: '2026-11-26T09:00' })).toEqual({
      status: 0,
      stdout: 'Added Sue (@2). (fu undo)\n',
      stderr: `The day's backup was not made. ${fault} ${remedy}\n`,
    })
    expect(binary.fu(['show', 'sue']).status).toBe(0)

    // What begins with a backup does not begin without it.
    const refusal = { status: 5, stdout: '', stderr: `${fault}\n${remedy}\n` }
    fs.writeFileSync(place('bo.vcf'), 'BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Bo\r\nEND:VCARD\r\n')
    expect(binary.fu(['import', 'bo.vcf'])).toEqual(refusal)
    expect(binary.fu(['show', 'bo']).status).toBe(3)
    expect(binary.fu(['backup'])).toEqual(refusal)

    // What somebody may have put there is not brought back.
    expect(binary.fu(['restore', before[0] ?? '', '--yes'])).toEqual(refusal)
    expect(fs.readdirSync(place('backups'))).toEqual(before)

    fs.chmodSync(place('backups'), 0o700)
    expect(binary.fu(['backup']).status).toBe(0)
  })

  it('is made private by the command that is named, whatever the folder is called', () => {
    const { binary, place } = aDiary()
    const odd = place("it's $(touch owned) `touch owned`; touch owned")
    fs.mkdirSync(odd)
    const env = { FU_DIARY: path.join(odd, 'd.db') }
    binary.fu(['add', 'Gary', '--no-next'], { env })
    fs.chmodSync(path.join(odd, 'backups'), 0o777)
    const { status, stderr } = binary.fu(['backup'], { env })
    expect(status).toBe(5)
    const [, command = ''] = /^"(chmod 700 .*)" makes it private\.$/m.exec(stderr) ?? []
    expect(binary.sh(command)).toEqual({ status: 0, stdout: '', stderr: '' })
    expect(modeOf(path.join(odd, 'backups'))).toBe(0o700)
    expect(fs.existsSync(place('owned'))).toBe(false)
  })

  it('is named by the doctor, who brings nothing back from it', () => {
    const { binary, place } = aDiary()
    fs.writeFileSync(place('backups/notes.txt'), 'not of fu')
    fs.chmodSync(place('backups'), 0o777)
    expect(checkOf(binary, 'privacy')).toEqual({
      name: 'privacy',
      state: 'warning',
      detail: `Other users may write in the backups folder ${place('backups')}, so it is not used.`,
      remedy: `"chmod 700 ${place('backups')}" makes it private.`,
    })
    fs.truncateSync(place('d.db'), 0)
    expect(binary.fu(['doctor', '--repair']).status).toBe(5)
    expect(fs.statSync(place('d.db')).size).toBe(0)
  })

  it('is used where only the user’s own group may', () => {
    const { binary, place } = aDiary()
    fs.chmodSync(place('backups'), 0o770)
    expect(binary.fu(['backup']).status).toBe(0)
  })

  it.runIf(isRoot)('is not used where another group may (as root)', () => {
    const { binary, place } = aDiary(ann)
    fs.chownSync(place('backups'), ann, eve)
    fs.chmodSync(place('backups'), 0o770)
    expect(binary.fu(['backup'], { user: ann })).toMatchObject({ status: 5, stdout: '' })
    expect(fs.readdirSync(place('backups'))).toHaveLength(1)
  })

  it.runIf(isRoot)('is not used where it is another user’s, or leads to one (as root)', () => {
    const { binary, place } = aDiary(ann)
    const names = fs.readdirSync(place('backups'))
    const refusal = {
      status: 5,
      stdout: '',
      stderr:
        `The backups folder ${place('backups')} belongs to another user, so it is not used.\n` +
        'Move it away; the next backup makes a new one.\n',
    }
    fs.chownSync(place('backups'), eve, eve)
    fs.chmodSync(place('backups'), 0o755)
    expect(binary.fu(['backup'], { user: ann })).toEqual(refusal)

    as(ann, `mkdir ${place('mine')} && mv ${place('backups')} ${place('hers')}`)
    fs.symlinkSync('mine', place('backups'))
    fs.lchownSync(place('backups'), eve, eve)
    expect(binary.fu(['backup'], { user: ann })).toEqual(refusal)
    expect([fs.readdirSync(place('mine')), fs.readdirSync(place('hers'))]).toEqual([[], names])

    fs.lchownSync(place('backups'), ann, ann)
    expect(binary.fu(['backup'], { user: ann })).toMatchObject({
      status: 5,
      stderr: expect.stringContaining(`The backups folder ${place('backups')} is a link, so it is not used.`),
    })
    expect(fs.readdirSync(place('mine'))).toEqual([])
  })
})

describe.runIf(isRoot)('another user’s diary with a backups folder that is closed (as root)', () => {
  it('is looked at by the doctor', () => {
    const { binary, place } = aDiary(eve)
    fs.chmodSync(binary.folder, 0o755)
    fs.chmodSync(place('d.db'), 0o644)
    expect(modeOf(place('backups'))).toBe(0o700)
    const { stdout, stderr } = binary.fu(['doctor'], { user: ann })
    expect({ stdout, stderr }).toEqual({ stdout: expect.stringContaining('privacy'), stderr: '' })
  })
})

describe('a diary that is open to others', () => {
  it.each([
    ['everybody may read', 0o644, 0o600],
    ['everybody may write', 0o666, 0o600],
    ['a group may write', 0o660, 0o600],
    ['everybody may read, and nobody write', 0o444, 0o400],
  ])('is closed when it is opened, and that is said once: %s', (_what, before, after) => {
    const { binary, place } = aDiary()
    fs.chmodSync(place('d.db'), before)
    const { status, stderr } = binary.fu(['list'])
    expect({ status, stderr }).toEqual({
      status: 0,
      stderr: './d.db was open to other users; now it is private.\n',
    })
    expect(modeOf(place('d.db'))).toBe(after)
    expect(binary.fu(['list']).stderr).toBe('')
  })

  it('is closed with the folder that is fu’s own, and no other folder is', () => {
    const { binary, place } = aDiary()
    fs.chmodSync(binary.folder, 0o755)
    expect(binary.fu(['list']).stderr).toBe('')
    expect(modeOf(binary.folder)).toBe(0o755)

    const home = { env: { FU_DIARY: '', HOME: binary.folder, XDG_DATA_HOME: place('data') } }
    binary.fu(['add', 'Gary', '--promise', 'call back', '--due', 'fri'], home)
    const [folder, file] = [place('data/fu'), place('data/fu/diary.db')]
    for (const [name, mode] of [
      [folder, 0o755],
      [file, 0o644],
      [place('data'), 0o755],
    ] as const) {
      fs.chmodSync(name, mode)
    }
    expect(binary.fu(['list'], home).stderr).toBe(
      `${folder} was open to other users; now it is private.\n` +
        `${file} was open to other users; now it is private.\n`,
    )
    expect([folder, file, place('data')].map(modeOf)).toEqual([0o700, 0o600, 0o755])
  })

  it('is left alone by TAB and the doctor, and so is what is no diary', () => {
    const { binary, place } = aDiary()
    fs.chmodSync(place('d.db'), 0o644)
    expect(binary.fu(['complete', '--', 'show', 'ga']).stderr).toBe('')
    expect(binary.fu(['doctor']).status).toBe(0)
    expect(modeOf(place('d.db'))).toBe(0o644)
    fs.writeFileSync(place('notes.txt'), 'Dear diary,\n', { mode: 0o644 })
    expect(binary.fu(['list', '--diary', 'notes.txt']).status).toBe(1)
    expect(modeOf(place('notes.txt'))).toBe(0o644)
  })

  it.runIf(isRoot)('is left alone where it is another user’s (as root)', () => {
    const { binary, place } = aDiary(eve)
    fs.chmodSync(binary.folder, 0o755)
    fs.chmodSync(place('d.db'), 0o644)
    const { status, stderr } = binary.fu(['list'], { user: ann })
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    expect(modeOf(place('d.db'))).toBe(0o644)
  })
})

describe('a diary of several names', () => {
  it('is named by the doctor', () => {
    const { binary, place } = aDiary()
    expect(checkOf(binary, 'links')).toBeUndefined()
    fs.linkSync(place('d.db'), place('same.db'))
    expect(checkOf(binary, 'links')).toEqual({
      name: 'links',
      state: 'warning',
      detail: 'The file has 2 names (hard links), and is only safe under one of them.',
      remedy: `"find / -xdev -samefile ${place('d.db')}" lists them; remove the others with rm.`,
    })
  })
})

/** A diary with its backup of the day, and how a name in its folder is written; of another user where one is named. */
function aDiary(user?: number): { readonly binary: Binary; readonly place: (name: string) => string } {
  const binary = aBinary()
  binary.fu(['add', 'Gary', '--promise', 'call back', '--due', 'fri'])
  if (user !== undefined) spawnSync('chown', ['-R', `${user}:${user}`, binary.folder])
  return { binary, place: (name) => path.join(binary.folder, name) }
}

/** What the doctor says of one thing. */
function checkOf(binary: Binary, name: string): unknown {
  const { checks } = JSON.parse(binary.fu(['doctor', '--json']).stdout) as { checks: { name: string }[] }
  return checks.find((check) => check.name === name)
}

function modeOf(file: string): number {
  return fs.statSync(file).mode & 0o7777
}
