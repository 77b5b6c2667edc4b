import fs from 'node:fs'
import { refused } from '../domain/errors.ts'
import { shellWord } from '../domain/shell-word.ts'
import { writeNewFile } from '../files/new-file.ts'
import { diaryOn, type Diary } from './diary.ts'
import { unreadable } from './file/header.ts'
import { openBlank } from './open.ts'

/**
 * Makes a diary in a new file, which appears when `fill` has written all of it.
 *
 * @throws FuError `refused` if the path is taken, `failed` if the file cannot be made
 */
export async function makeDiary<Value>(file: string, fill: (diary: Diary) => Promise<Value>): Promise<Value> {
  if (fs.lstatSync(file, { throwIfNoEntry: false }) !== undefined) {
    throw refused(
      `${file} already exists; nothing was written.`,
      `"fu --diary ${shellWord(file)}" opens it; -o names another file.`,
    )
  }
  // In memory, because otherwise each change would wait for the disk.
  const db = openBlank()
  try {
    const value = await fill(diaryOn(db, file))
    writeNew(file, db.serialize())
    return value
  } finally {
    db.close()
  }
}

function writeNew(file: string, bytes: Buffer): void {
  try {
    writeNewFile(file, bytes)
  } catch (error) {
    throw unreadable(file, error)
  }
}
