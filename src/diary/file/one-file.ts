import fs from 'node:fs'
import { codeOf } from '../../files/system-error.ts'
import { withDatabase } from './connect.ts'
import { sideFiles } from './side-files.ts'

/** How long to wait for a program that has the file open, in milliseconds. */
const patience = 1000

/**
 * Moves the whole database into its one file, before that file alone is copied or replaced. It rolls back the journal
 * of an interrupted write, and writes the pages that another program left in the WAL into the file.
 *
 * @throws Error if another program has the file open in WAL mode: its writes would not be in the file
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
        // Needs the file exclusively, unlike a checkpoint: nobody can add another page to the WAL then.
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
