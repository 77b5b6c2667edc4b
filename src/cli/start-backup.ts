import path from 'node:path'

/** The command of the process that makes the day's backup. No list has it. */
export const dailyBackupCommand = 'dailybackup'

/**
 * Starts this program once more, to make the day's backup of a diary: by itself, without a terminal, and waited for by
 * nobody. Gives whether it could be started.
 */
export function startBackup(diary: string): boolean {
  const program = process.argv[1]
  if (program === undefined) return false
  // Loaded once a day: it takes milliseconds.
  const { spawn } = process.getBuiltinModule('node:child_process')
  const words = [...process.execArgv, program, dailyBackupCommand, '--diary', path.resolve(diary)]
  try {
    const child = spawn(process.execPath, words, { detached: true, stdio: 'ignore', windowsHide: true })
    // What is wrong is said at once too: there is no number of a process then.
    child.on('error', () => undefined)
    child.unref()
    return child.pid !== undefined
  } catch {
    return false
  }
}
