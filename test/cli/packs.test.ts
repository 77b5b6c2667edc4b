import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
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
  const folder = fs.realpathSync(aFolder())
  for (const part of ['bin', 'dist'])
    fs.cpSync(path.join(root, part), path.join(folder, part), { recursive: true })
  fs.symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'))
  const kept = fs
    .readdirSync(path.join(folder, 'dist'))
    .filter((file) => /^page\.cjs\..*\.compiled$/.test(file))
  expect(kept).toHaveLength(1)
  for (const file of kept) spoil(path.join(folder, 'dist', file))
  const env = { TZ: 'UTC', FU_DIARY: path.join(folder, 'd.db'), FU_NOW: '2026-11-25T14:20' }
  const { status, stdout, stderr } = spawnSync(process.execPath, [path.join(folder, 'bin/fu.js')], {
    env,
    encoding: 'utf8',
  })
  expect({ status, stdout, stderr }).toEqual({
    status: 0,
    stdout:
      '  Wednesday 25 November 2026\n\n  Nothing due, and nothing written for later. fu add writes the next line.\n',
    stderr: `There is no diary at ${path.join(folder, 'd.db')} yet; "fu add" begins it.\n`,
  })
})
