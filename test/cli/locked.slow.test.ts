import { spawn } from 'node:child_process'
import path from 'node:path'
import Sqlite, { type Database } from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { aBinary, type Binary } from '../support/binary.ts'

const program = path.resolve(import.meta.dirname, '../../bin/fu.js')

const lines: readonly (readonly [string, readonly string[]])[] = [
  ['a write', ['promise', 'gary', 'call back', '--due', 'fri']],
  ['a backup', ['backup']],
  ['a restore', ['restore', 'd-2026-11-25T1420-daily.db', '--yes']],
]

describe('a diary that another program holds', () => {
  it.each(lines)('for three seconds is waited for: %s', async (_what, words) => {
    const { binary, db } = held()
    const running = start(binary, words)
    await seconds(3)
    db.exec('ROLLBACK')
    db.close()
    expect((await running).status).toBe(0)
  })

  it.each(lines)('for ever is said after ten seconds: %s', async (_what, words) => {
    const { binary, db } = held()
    const { status, stdout, stderr } = await start(binary, words)
    expect({ status, stdout, said: stderr.split('\n')[0] }).toEqual({
      status: 1,
      stdout: '',
      said: 'Another fu has been writing to the diary for 10 seconds.',
    })
    db.exec('ROLLBACK')
    db.close()
    expect(binary.fu(words).status).toBe(0)
  })
})

/** A diary in the middle of somebody's commit. */
function held(): { binary: Binary; db: Database } {
  const binary = aBinary()
  binary.fu(['add', 'Gary', '--no-next'])
  const db = new Sqlite(path.join(binary.folder, 'd.db'))
  db.exec('BEGIN EXCLUSIVE')
  return { binary, db }
}

function start(
  { folder, env }: Binary,
  words: readonly string[],
): Promise<{ status: number | null; stdout: string; stderr: string }> {
  const running = spawn(process.execPath, [program, ...words], { cwd: folder, env })
  const printed = { stdout: '', stderr: '' }
  running.stdout.on('data', (text) => (printed.stdout += String(text)))
  running.stderr.on('data', (text) => (printed.stderr += String(text)))
  return new Promise((resolve) => running.on('close', (status) => resolve({ status, ...printed })))
}

/** Lets another program wait: its waiting is what is tested. */
function seconds(count: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, count * 1000))
}
