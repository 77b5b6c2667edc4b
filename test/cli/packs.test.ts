import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { aFolder } from '../support/diaries.ts'

const root = path.resolve(import.meta.dirname, '../..')

/** What may become of the file beside a pack that holds what V8 made of it. */
const faults: readonly (readonly [string, (file: string) => void])[] = [
  ['is whole', () => undefined],
  ['is not there', (file) => fs.rmSync(file)],
  ['is empty', (file) => fs.truncateSync(file, 0)],
  ['holds nothing but zeros', (file) => fs.writeFileSync(file, Buffer.alloc(fs.statSync(file).size))],
  ['ends in the text', (file) => fs.truncateSync(file, 5000)],
  ['ends in what V8 made', (file) => fs.truncateSync(file, fs.statSync(file).size - 5000)],
  ['is of another pack', (file) => fs.copyFileSync(file.replace('page', 'week'), file)],
]

test.each(faults)('a page comes, as ever, where what V8 made of its pack %s', (_what, spoil) => {
  const { page, kept } = anInstall()
  spoil(kept)
  expect(page()).toBe(nothingDue)
  expect(page()).toBe(nothingDue)
})

describe('what V8 made of a pack that was built for another V8', () => {
  test('is kept once a command has run, and nothing beside it', () => {
    const { page, kept, files } = anInstall()
    const before = files()
    fs.rmSync(kept)
    expect(page()).toBe(nothingDue)
    expect(files()).toEqual(before)
    const made = fs.readFileSync(kept)
    expect(page()).toBe(nothingDue)
    expect(fs.readFileSync(kept)).toEqual(made)
  })

  test('is made anew where the pack is another by now', () => {
    const { page, kept, pack } = anInstall()
    fs.rmSync(kept)
    // As in an archive that gives all files one time.
    const asPacked = (): void => fs.utimesSync(pack, 499_162_500, 499_162_500)
    asPacked()
    page()
    fs.writeFileSync(pack, fs.readFileSync(pack, 'utf8').replace('due, and nothing', 'due, and NOTHING'))
    asPacked()
    const another = nothingDue.replace('due, and nothing', 'due, and NOTHING')
    expect(page()).toBe(another)
    expect(page()).toBe(another)
  })

  test('is not kept where it may not be: a folder stands in its place', () => {
    const { page, kept, files } = anInstall()
    fs.rmSync(kept)
    fs.mkdirSync(kept)
    const before = files()
    expect(page()).toBe(nothingDue)
    expect(files()).toEqual(before)
  })
})

const nothingDue =
  '  Wednesday 25 November 2026\n\n  Nothing due, and nothing written for later. fu add writes the next line.\n'

/** The built program, in a folder of its own. */
function anInstall(): { page: () => string; kept: string; pack: string; files: () => string[] } {
  const folder = fs.realpathSync(aFolder())
  fs.cpSync(path.join(root, 'bin'), path.join(folder, 'bin'), { recursive: true })
  // The packs are large, and of the others none is asked for.
  const isAsked = (file: string): boolean =>
    !path.basename(file).includes('.') || /[\\/](?:page|week|program)\./.test(file)
  fs.cpSync(path.join(root, 'dist'), path.join(folder, 'dist'), { recursive: true, filter: isAsked })
  fs.symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'))
  const dist = path.join(folder, 'dist')
  const files = (): string[] => fs.readdirSync(dist).toSorted()
  const [kept, ...others] = files().filter((file) => /^page\.cjs\..*\.compiled$/.test(file))
  if (kept === undefined || others.length > 0) throw new Error('the page was not built, or for several V8')
  const page = (): string => {
    const env = { TZ: 'UTC', FU_DIARY: path.join(folder, 'd.db'), FU_NOW: '2026-11-25T14:20' }
    const { status, stdout, stderr } = spawnSync(process.execPath, [path.join(folder, 'bin/fu.js')], {
      env,
      encoding: 'utf8',
    })
    expect({ status, stderr }).toEqual({
      status: 0,
      stderr: `There is no diary at ${env.FU_DIARY} yet; "fu add" begins it.\n`,
    })
    return stdout
  }
  return { page, kept: path.join(dist, kept), pack: path.join(dist, 'page.cjs'), files }
}
