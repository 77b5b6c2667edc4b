import { spawn } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import Sqlite from 'better-sqlite3'
import { expect, it } from 'vitest'
import { backupsOf } from '../../src/diary/backup/backups.ts'
import { aBinary, type Binary } from '../support/binary.ts'
import { dailyBackups, waitForDailyBackup } from '../support/daily-backup.ts'

const cutOff =
  "The day's backup was not made. It was cut off before it was finished. It is tried again now.\n"
const first = 'd-2026-11-25T1420-daily.db'
const second = { now: '2026-11-26T09:00' }

it('is made after the first write of a day', () => {
  const binary = begun()
  expect(binary.fu(['today'], second).status).toBe(0)
  expect(names(binary)).toEqual([first])
  expect(binary.fu(['log', '@1', 'lunch'], second)).toMatchObject({ status: 0, stderr: '' })
  expect(binary.fu(['log', '@1', 'dinner'], second)).toMatchObject({ status: 0, stderr: '' })
  expect(names(binary)).toEqual([first, 'd-2026-11-26T0900-daily.db'])
  expect(binary.fu(['restore', 'd-2026-11-26T0900-daily.db', '--yes'], second).status).toBe(0)
})

it.runIf(process.platform === 'linux')('is made by a process without a terminal, a pipe or a parent', () => {
  const binary = begun()
  for (let day = 1; day <= 28; day += 1) {
    binary.fuAlone(['log', '@1', 'lunch'], { now: `2027-01-${String(day).padStart(2, '0')}T09:00` })
    const process = processOf(dailyBackups(binary.folder)[0])
    waitForDailyBackup(binary.folder)
    // Where the machine was busy, it may be gone by now.
    if (process === null) continue
    expect(process).toEqual({ leads: true, descriptors: ['/dev/null', '/dev/null', '/dev/null'] })
    return
  }
  expect.unreachable('no process was seen')
})

it('is made by the next write after it was cut off, which removes the unfinished copy', () => {
  const binary = begun()
  whileItIsMade(binary, (child) => {
    process.kill(child, 'SIGKILL')
    waitForDailyBackup(binary.folder)
  })
  expect(names(binary).filter((name) => name.endsWith('.unfinished'))).toHaveLength(1)
  expect(binary.fu(['doctor'], second).stdout.replace(/\s+/g, ' ')).toContain('It was cut off before it')
  expect(binary.fu(['log', '@1', 'lunch'], second)).toMatchObject({ status: 0, stderr: cutOff })
  expect(names(binary)).toEqual([first, 'd-2026-11-26T0900-daily.db'])
  expect(binary.fu(['log', '@1', 'dinner'], second).stderr).toBe('')
  expect(binary.fu(['doctor'], second).stdout).toContain('2, the newest of today')
})

it('is not started again, and its copy is not removed, while a process makes it', () => {
  const binary = begun()
  whileItIsMade(binary, (child) => {
    const before = names(binary)
    expect(binary.fuAlone(['log', '@1', 'lunch'], second)).toMatchObject({ status: 0, stderr: '' })
    expect(dailyBackups(binary.folder)).toEqual([child])
    // Started all the same, it steps aside.
    const another = binary.fuAlone(['dailybackup', '--diary', diaryOf(binary)], second)
    expect(another).toEqual({ status: 0, stdout: '', stderr: '' })
    expect(names(binary)).toEqual(before)
  })
  expect(names(binary)).toEqual([first, 'd-2026-11-26T0900-daily.db'])
  expect(contentOf(binary, 'd-2026-11-26T0900-daily.db')).toContain('lunch')
})

it('is tried again by the next write, which reports why it failed, as fu doctor does', () => {
  const binary = begun()
  const bytes = fs.readFileSync(diaryOf(binary))
  fs.writeFileSync(diaryOf(binary), damaged(bytes))
  expect(binary.fu(['dailybackup', '--diary', diaryOf(binary)], second).status).toBe(1)
  fs.writeFileSync(diaryOf(binary), bytes)
  expect(names(binary)).toEqual([first, 'd.db.daily-failure'])
  expect(binary.fu(['doctor'], second).stdout.replace(/\s+/g, ' ')).toContain(
    'The last backup of a day was not made.',
  )
  const { status, stderr } = binary.fu(['log', '@1', 'lunch'], second)
  expect(status).toBe(0)
  expect(stderr).toMatch(/^The day's backup was not made\. .* It is tried again now\.\n$/)
  expect(names(binary)).toEqual([first, 'd-2026-11-26T0900-daily.db'])
  expect(binary.fu(['log', '@1', 'dinner'], second).stderr).toBe('')
})

it('does not contain somebody who is forgotten while it is copied', () => {
  const binary = begun()
  binary.fu(['add', 'Zebedee Quark', '--phone', '0412 555 019', '--no-next'])
  whileItIsMade(binary, () => {
    expect(binary.fuAlone(['forget', 'zebedee', '--yes'], second)).toMatchObject({ status: 0 })
    // Its copy was taken away, and is made again once it goes on.
    expect(names(binary).filter((name) => name.endsWith('.unfinished'))).toEqual([])
  })
  expect(names(binary)).toContain('d-2026-11-26T0900-daily.db')
  for (const name of names(binary)) expect(contentOf(binary, name)).not.toMatch(/zebedee|quark|555019/i)
})

it.each([
  ['a database', 'SQLite format 3\0'],
  ['a database whose first page is not written yet', '\0'.repeat(16)],
])('does not keep somebody who was forgotten in a copy that was cut off: %s', (_, begin) => {
  const binary = begun()
  binary.fu(['add', 'Zebedee Quark', '--no-next'])
  const copy = path.join(binary.folder, 'backups/d.db.daily.0123456789abcdef.unfinished')
  fs.writeFileSync(copy, `${begin}${'\0'.repeat(4096)}Zebedee Quark`)
  expect(binary.fu(['forget', 'zebedee', '--yes']).status).toBe(0)
  expect(fs.existsSync(copy)).toBe(false)
})

it('is complete if a backup is restored or a command is undone meanwhile', () => {
  const binary = begun()
  binary.fu(['add', 'Ada Love', '--no-next'])
  whileItIsMade(binary, () => {
    expect(binary.fuAlone(['undo'], second).status).toBe(0)
    expect(binary.fuAlone(['restore', first, '--yes'], second).status).toBe(0)
  })
  for (const { path: backup } of backupsOf(diaryOf(binary))) expect(isSound(backup)).toBe(true)
  expect(names(binary)).toContain('d-2026-11-26T0900-daily-2.db')
  expect(names(binary).filter((name) => !name.endsWith('.db'))).toEqual([])
})

it.each(['renamed', 'deleted'])('leaves no unfinished copy if the diary is %s meanwhile', (what) => {
  const binary = begun()
  whileItIsMade(binary, () => {
    if (what === 'renamed') fs.renameSync(diaryOf(binary), `${diaryOf(binary)}.old`)
    else fs.rmSync(diaryOf(binary))
  })
  expect(names(binary).filter((name) => !name.endsWith('.db'))).toEqual([])
  for (const { path: backup } of backupsOf(diaryOf(binary))) expect(isSound(backup)).toBe(true)
})

it('creates no folder at the old place of a diary that was moved', () => {
  const binary = begun()
  const gone = path.join(binary.folder, 'gone/d.db')
  expect(binary.fu(['dailybackup', '--diary', gone])).toEqual({ status: 0, stdout: '', stderr: '' })
  expect(fs.existsSync(path.dirname(gone))).toBe(false)
})

function begun(): Binary {
  const binary = aBinary()
  binary.fu(['add', 'Gary Lee', '--no-next'])
  return binary
}

function diaryOf({ folder }: Binary): string {
  return path.join(folder, 'd.db')
}

function names({ folder }: Binary): string[] {
  return fs.readdirSync(path.join(folder, 'backups')).toSorted()
}

function contentOf({ folder }: Binary, name: string): string {
  return fs.readFileSync(path.join(folder, 'backups', name), 'latin1')
}

/**
 * Does something while a process makes the backup of the second day, halted with its copy begun; then that process goes
 * on, to its end.
 */
function whileItIsMade(binary: Binary, work: (child: number) => void): void {
  const diary = new Sqlite(diaryOf(binary))
  diary.exec('BEGIN EXCLUSIVE')
  const child = spawn('/bin/sh', ['-c', `exec fu dailybackup --diary ${diaryOf(binary)}`], {
    cwd: binary.folder,
    env: { ...binary.env, FU_NOW: second.now },
    stdio: 'ignore',
  })
  const pid = child.pid ?? 0
  const waiting = new Int32Array(new SharedArrayBuffer(4))
  while (names(binary).every((name) => !name.endsWith('.unfinished'))) Atomics.wait(waiting, 0, 0, 5)
  process.kill(pid, 'SIGSTOP')
  diary.exec('ROLLBACK')
  diary.close()
  try {
    work(pid)
  } finally {
    process.kill(pid, 'SIGCONT')
    waitForDailyBackup(binary.folder)
  }
}

/** How a process runs: whether it leads a session of its own, and what it reads and writes; `null` where it is gone. */
function processOf(pid: number | undefined): { leads: boolean; descriptors: string[] } | null {
  try {
    // Behind the name: state, parent, group, session.
    const [, , group, session] = (fs.readFileSync(`/proc/${pid}/stat`, 'latin1').split(') ')[1] ?? '').split(
      ' ',
    )
    const descriptors = [0, 1, 2].map((number) => fs.readlinkSync(`/proc/${pid}/fd/${number}`))
    return { leads: group === String(pid) && session === String(pid), descriptors }
  } catch {
    return null
  }
}

/** A diary whose fourth page is overwritten. */
function damaged(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes)
  copy.fill(7, 4096 * 3, 4096 * 4)
  return copy
}

function isSound(file: string): boolean {
  const db = new Sqlite(file, { readonly: true })
  try {
    return db.pragma('integrity_check', { simple: true }) === 'ok'
  } finally {
    db.close()
  }
}
