import fs from 'node:fs'
import { dailyBackupDone } from '../support/daily-backup.ts'
import { faultsOfHeld, faultsOfNext, type ReadyJob } from './jobs.ts'
import { isFull, type Ran } from './program.ts'
import { faultsIn, heldIn } from './sound.ts'

/** Whether the program said that it had done something. */
export function isSaid({ stdout }: Ran): boolean {
  return stdout !== ''
}

/**
 * What is wrong in a folder after a command that was ended or that the disk failed; nothing where the next command
 * works, all that was said is there, nothing is half done, and the diary and its backups are sound. The folder is gone
 * then.
 */
export async function faultsAfter(job: ReadyJob, folder: string, ran: Ran): Promise<string[]> {
  tried += 1
  await dailyBackupDone(folder)
  const faults = await faultsOfNext(job, folder, !isFull || tried % 4 === 0)
  const held = heldIn(folder)
  faults.push(...faultsOfHeld(job, held, isSaid(ran)), ...faultsIn(folder))
  // A command that says what it did, and then what it could not do, is not done.
  const isDone = isSaid(ran) && (ran.status ?? 0) === 0
  if (job.more !== undefined) faults.push(...(await job.more(folder, isDone, held)))
  await dailyBackupDone(folder)
  if (faults.length === 0) fs.rmSync(folder, { recursive: true, force: true })
  return faults
}

let tried = 0
