import fs from 'node:fs'
import { SourceMap, type SourceMapPayload } from 'node:module'
import path from 'node:path'
import { brotliDecompressSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { withSourcePositions } from '../../src/cli/crash-report.ts'
import { aBinary } from '../support/binary.ts'

const root = path.resolve(import.meta.dirname, '../..')

it('names the lines and functions of src that a bug came through, and is the user’s alone', () => {
  const { fu, folder } = aBinary()
  fu(['add', 'Gary Lee', '--phone', '0412 555 019', '--no-next'])
  const hook = path.join(folder, 'hook.cjs')
  // Makes reading a contact fail, where its phones are parsed.
  fs.writeFileSync(
    hook,
    `const { parse } = JSON
     JSON.parse = (text) => { if (text.startsWith('[')) throw new RangeError('planted'); return parse(text) }`,
  )
  const env = { NODE_OPTIONS: `--require ${hook}`, TMPDIR: folder }
  const { status, stdout, stderr } = fu(['show', 'gary'], { env })
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
  const [, file = ''] =
    /^This is a bug in fu\.\nThe details are in (\S+); "fu history" lists the changes\.\n$/.exec(stderr) ?? []
  expect(path.dirname(path.dirname(file))).toBe(folder)
  expect([file, path.dirname(file)].map((one) => fs.statSync(one).mode & 0o777)).toEqual([0o600, 0o700])

  const report = fs.readFileSync(file, 'utf8')
  expect(report).toMatch(/^fu \d+\.\d+\.\d+\nRangeError: planted\n/)
  expect(report).not.toContain('everyday.cjs')
  const frames = Array.from(report.matchAll(/^ {4}at (?:(\S+) \()?(src\/\S+\.ts):(\d+)\)?$/gm))
  expect(frames.length).toBeGreaterThan(2)
  for (const [, , source = '', line = ''] of frames) {
    const lines = fs.readFileSync(path.join(root, source), 'utf8').split('\n')
    expect(lines[Number(line) - 1]).toMatch(/\S/)
  }
  expect(report).toMatch(/^ {4}at contactsMatching \(src\/diary\/queries\/people\.ts:\d+\)$/m)
})

it.each([
  ['a rejected promise', "process.nextTick(() => Promise.reject(new RangeError('planted')))"],
  ['an error in a timer', "setTimeout(() => { throw new RangeError('planted') }, 0)"],
  ['something that is not an error', "process.nextTick(() => { throw 'planted' })"],
])('is written for what nobody waits for, in a sentence without a stack: %s', (_what, fault) => {
  const { fu, folder } = aBinary()
  const hook = path.join(folder, 'hook.cjs')
  // The fault comes when the command is done, so the program must not end by then.
  fs.writeFileSync(
    hook,
    `const { exit } = process
     process.exit = (status) => { if (status !== undefined) exit(status) }
     ${fault}`,
  )
  const { status, stderr } = fu(['--version'], { env: { NODE_OPTIONS: `--require ${hook}`, TMPDIR: folder } })
  expect(status).toBe(1)
  expect(stderr).toMatch(/This is a bug in fu\.\nThe details are in \S+; "fu history" lists the changes\.\n/)
  expect(stderr).not.toContain('    at ')
})

it.each(['help', 'everyday', 'fu'])('finds the source of each line of the bundle %s', (name) => {
  const bundle = path.join(root, 'dist', `${name}.cjs`)
  const map = new SourceMap(
    JSON.parse(brotliDecompressSync(fs.readFileSync(`${bundle}.map.br`)).toString()) as SourceMapPayload,
  )
  const sentence = 'This is a bug in fu.'
  const lines = fs.readFileSync(bundle, 'latin1').split('\n')
  const row = lines.findIndex((line) => line.includes(sentence))
  const stack = `Error: x\n    at Ab (${bundle}:${row + 1}:${(lines[row] ?? '').indexOf(sentence)})\n    at node:fs:1:1`
  const [, place = '', line = ''] =
    /^Error: x\n {4}at (\S+):(\d+)\n {4}at node:fs:1:1$/.exec(withSourcePositions(stack, bundle, map)) ?? []
  expect(place).toBe('src/cli/report-error.ts')
  expect(fs.readFileSync(path.join(root, place), 'utf8').split('\n')[Number(line) - 1]).toContain(sentence)
})
