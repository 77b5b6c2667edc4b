import fs from 'node:fs'
import { codeOf } from '../../files/system-error.ts'
import { withDatabase } from './connect.ts'
import { sideFiles } from './side-files.ts'

/** How long a program that has the file open is waited for, in milliseconds. */
const patience = 1000

/**
 * Has all of a database in its one file, before the file is copied or replaced by itself: the journal of a write that was
 * cut off is rolled back, and the pages that another program left in the WAL are written into the file.
 *
 * @throws Error where another program has it open in WAL mode: what that writes would not be in the file
 */
export function makeOneFile(file: string): void {
  if (!sideFiles.some((end) => fs.existsSync(`${file}${end}`))) return
  const isOneFile = withDatabase(
    file,
    'recover',
    (db) => {
      db.prepare('SELECT count(*) FROM sqlite_schema').get()
      if (db.pragma('journal_mode', { simple: true }) !== 'wal') return true
      try {
        // Needs the file for itself, in contrast to a checkpoint: nobody can write another page into the WAL then.
        return db.pragma('journal_mode = DELETE', { simple: true }) === 'delete'
      } catch (error) {
        if (!codeOf(error).startsWith('SQLITE_BUSY')) throw error
        return false
      }
    },
    patience,
  )
  if (!isOneFile) throw new Error('another program has it open, and may be writing in it')
}
