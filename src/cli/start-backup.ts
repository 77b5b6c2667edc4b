import path from 'node:path'

/** The command of the process that makes the day's backup. It is in no list of commands. */
export const dailyBackupCommand = 'dailybackup'

/**
 * Starts this program again to make the day's backup of a diary, as a detached process without a terminal. Returns
 * whether it could be started.
 */
export function startBackup(diary: string): boolean {
  const program = process.argv[1]
  if (program === undefined) return false
  // Imported here because it takes milliseconds, and only one command a day needs it.
  const { spawn } = process.getBuiltinModule('node:child_process')
  const words = [...process.execArgv, program, dailyBackupCommand, '--diary', path.resolve(diary)]
  try {
    const child = spawn(process.execPath, words, { detached: true, stdio: 'ignore', windowsHide: true })
    // A failure is also visible at once: then there is no process id.
    child.on('error', () => undefined)
    child.unref()
    return child.pid !== undefined
  } catch {
    return false
  }
}
