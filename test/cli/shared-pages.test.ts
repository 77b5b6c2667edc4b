import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { aBinary, type Binary } from '../support/binary.ts'
import { ann, as, aSharedFolder, eve, isRoot } from '../support/other-users.ts'
import { sharePages, shareSchemaPages } from '../support/shared-pages.ts'

const attacks: readonly (readonly [string, (file: string) => void])[] = [
  ...['contacts', 'promises', 'entries', 'journal', 'sqlite_sequence'].map(
    (table) => [`the pages of ${table}`, (file: string) => sharePages(file, table)] as const,
  ),
  ['the pages of the schema', shareSchemaPages],
]

/** A diary of one contact, and a copy of it that somebody else made endless. */
function withHandedOver(attack: (file: string) => void): {
  readonly binary: Binary
  readonly place: (name: string) => string
} {
  const binary = aBinary()
  const place = (name: string): string => path.join(binary.folder, name)
  binary.fu(['add', 'Gary', '--promise', 'call back', '--due', 'fri'])
  fs.mkdirSync(place('handed'))
  fs.copyFileSync(place('d.db'), place('handed/h.db'))
  attack(place('handed/h.db'))
  return { binary, place }
}

describe.each(attacks)('a diary from elsewhere in which %s form a loop', (_what, attack) => {
  it('is refused, whatever is asked of it', () => {
    const { binary, place } = withHandedOver(attack)
    const before = fs.readFileSync(place('handed/h.db'))
    const env = { FU_DIARY: place('handed/h.db') }
    for (const words of [
      ['people'],
      ['today'],
      ['find', 'gary'],
      ['export', 'all', '-o', place('out')],
      ['backup', place('copy.db')],
      ['forget', 'gary', '--yes'],
      ['add', 'Ada', '--no-next'],
    ]) {
      const { status, stderr } = binary.fu(words, { env })
      expect({ words, status, stderr }).toMatchObject({
        status: 1,
        stderr: expect.stringContaining(`The diary ${place('handed/h.db')} is damaged.`),
      })
    }
    expect(binary.fu(['doctor'], { env })).toMatchObject({
      status: 1,
      stdout: expect.stringMatching(/BAD {3}(?:file|integrity)/),
    })
    expect(binary.fu(['doctor', '--repair'], { env })).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('there is no sound backup'),
    })
    expect(fs.readFileSync(place('handed/h.db')).equals(before)).toBe(true)
  })

  it('is not restored, not replaced by a copy, and replaced by a backup', () => {
    const { binary, place } = withHandedOver(attack)
    const restored = binary.fu(['restore', place('handed/h.db'), '--yes'])
    expect(restored).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(/h\.db (?:is damaged too|cannot be read)/),
    })
    expect(binary.fu(['backup', place('handed/h.db')]).status).toBe(5)
    const env = { FU_DIARY: place('handed/h.db') }
    expect(binary.fu(['restore', place('d.db'), '--yes'], { env }).status).toBe(0)
    expect(binary.fu(['people'], { env }).stdout).toContain('Gary')
  })
})

describe('a file that is hardly written', () => {
  /** A sound diary, behind which a hole of 12 GB stands. */
  function withHole(): { readonly binary: Binary; readonly file: string } {
    const binary = aBinary()
    binary.fu(['add', 'Gary', '--no-next'])
    const file = path.join(binary.folder, 'handed.db')
    fs.copyFileSync(path.join(binary.folder, 'd.db'), file)
    fs.truncateSync(file, 12_000_000_000)
    return { binary, file }
  }

  it('is not restored', () => {
    const { binary, file } = withHole()
    expect(binary.fu(['restore', file, '--yes'])).toEqual({
      status: 1,
      stdout: '',
      stderr: expect.stringContaining(`${file} is 12000 MB long, but only 1 MB were ever written`),
    })
  })

  it.runIf(isRoot)('is not copied where it is another user’s (as root)', () => {
    const { binary, file } = withHole()
    const shared = aSharedFolder()
    fs.copyFileSync(path.join(binary.folder, 'd.db'), path.join(shared, 'h.db'))
    fs.chownSync(path.join(shared, 'h.db'), eve, eve)
    fs.chmodSync(path.join(shared, 'h.db'), 0o644)
    as(eve, `truncate -s 12G ${shared}/h.db`)
    const temporary = aSharedFolder()
    const env = { FU_DIARY: `${shared}/h.db`, TMPDIR: temporary }
    expect(binary.fu(['people'], { user: ann, env })).toEqual({
      status: 1,
      stdout: '',
      stderr: expect.stringContaining(`${shared}/h.db is over 2000 MB`),
    })
    expect(fs.readdirSync(temporary)).toEqual([])
    fs.rmSync(file)
  })
})
