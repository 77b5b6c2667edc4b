import { spawnSync } from 'node:child_process'
import fs from 'node:fs'

/** Waits until no process makes a day's backup of a diary in a folder. */
export function waitForDailyBackup(folder: string): void {
  const waiting = new Int32Array(new SharedArrayBuffer(4))
  while (dailyBackups(folder).length > 0) Atomics.wait(waiting, 0, 0, 5)
}

/** The same without holding up what else the test does. */
export async function dailyBackupDone(folder: string): Promise<void> {
  while (dailyBackups(folder).length > 0) await new Promise((resolve) => setTimeout(resolve, 5))
}

/** The numbers of the processes that make the day's backup of a diary in a folder. */
export function dailyBackups(folder: string): number[] {
  return commandLines()
    .filter(({ line }) => line.includes(' dailybackup --diary ') && line.includes(folder))
    .map(({ pid }) => pid)
}

type Running = { readonly pid: number; readonly line: string }

function commandLines(): Running[] {
  if (process.platform === 'linux') {
    return fs.readdirSync('/proc').flatMap((name) => {
      if (!/^\d+$/.test(name)) return []
      const line = readOrNothing(`/proc/${name}/cmdline`).replaceAll('\0', ' ')
      return line === '' ? [] : [{ pid: Number(name), line }]
    })
  }
  const { stdout } = spawnSync('ps', ['-A', '-o', 'pid=,command='], { encoding: 'utf8' })
  return stdout.split('\n').map((line) => ({ pid: Number.parseInt(line, 10), line }))
}

/** A process that ended meanwhile has no command line. */
function readOrNothing(file: string): string {
  try {
    return fs.readFileSync(file, 'latin1')
  } catch {
    return ''
  }
}
