import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { lock } from '../../src/files/lock.ts'
import { aFolder } from '../support/diaries.ts'

const place = (): string => path.join(aFolder(), 'look.lock')

/** The number of a process that has ended. */
function endedProcess(): number {
  return spawnSync(process.execPath, ['--version']).pid
}

test('one process holds a lock at a time, and the next one after its release', () => {
  const file = place()
  const release = lock(file)
  expect(fs.statSync(file).mode & 0o777).toBe(0o600)
  expect(lock(file)).toBeNull()
  release?.()
  expect(fs.readdirSync(path.dirname(file))).toEqual([])
  expect(lock(file)).not.toBeNull()
})

test('a lock that a killed process left behind is taken over', () => {
  const file = place()
  fs.writeFileSync(file, `${endedProcess()}\n`)
  expect(lock(file)).not.toBeNull()
  expect(fs.readFileSync(file, 'utf8')).toBe(`${process.pid}\n`)
  expect(fs.readdirSync(path.dirname(file))).toEqual(['look.lock'])
})

test.each([
  ['since the number of its process is used again', -600],
  ['since the clock was set back', 600],
])('a lock that is ten minutes off is taken over, %s', (_why, seconds) => {
  const file = place()
  fs.writeFileSync(file, `${process.pid}\n`)
  const then = Date.now() / 1000 + seconds
  fs.utimesSync(file, then, then)
  expect(lock(file)).not.toBeNull()
})

test.each(['', 'x', '-1', '0', '99999999999999999999'])(
  'a lock that names no process (%j) is taken over',
  (text) => {
    const file = place()
    fs.writeFileSync(file, text)
    expect(lock(file)).not.toBeNull()
  },
)

test('a link in place of a lock is not followed', () => {
  const file = place()
  const target = `${file}.target`
  fs.writeFileSync(target, 'kept')
  fs.symlinkSync(target, file)
  expect(lock(file)).not.toBeNull()
  expect(fs.readFileSync(target, 'utf8')).toBe('kept')
})

test('a lock that cannot be created is an error', () => {
  expect(() => lock('/proc/none/look.lock')).toThrow(/ENOENT|EACCES/)
})
