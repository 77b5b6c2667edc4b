import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import { aFolder } from './diaries.ts'

/** Whether the tests may act as other users of the machine. */
export const isRoot = process.getuid?.() === 0

/** Two users of the machine. */
export const [ann, eve] = [1001, 1002]

/** A folder of this test alone in which everybody may create files, as in `/tmp`. */
export function aSharedFolder(): string {
  const folder = fs.realpathSync(aFolder())
  fs.chmodSync(folder, 0o1777)
  return folder
}

/** Runs a line of the shell as another user. */
export function as(user: number, line: string): void {
  const { status, stderr } = spawnSync('/bin/sh', ['-c', line], { uid: user, gid: user, encoding: 'utf8' })
  if (status !== 0) throw new Error(`${line}: ${stderr}`)
}
