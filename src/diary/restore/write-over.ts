import fs from 'node:fs'
import path from 'node:path'
import { failed } from '../../domain/errors.ts'
import { syncFile, syncFolder } from '../../files/durable.ts'
import { codeOf } from '../../files/system-error.ts'
import { withTemporaryFile } from '../../files/temporary.ts'
import type { Source } from '../backup/source.ts'
import { busyTimeout } from '../file/connect.ts'
import { sideFiles } from '../file/side-files.ts'

/** In milliseconds: the wait before checking again whether another fu is still writing. */
const pause = 50

/** Writes the copy over the present diary. Returns false if that has changed since it was kept. */
export async function writeOver(live: string, source: Source, isAsKept: () => boolean): Promise<boolean> {
  const changed = new Error('changed meanwhile')
  for (let waited = 0; ; waited += pause) {
    let isLocked = false
    try {
      const { totalPages } = await source.db.backup(live, {
        progress: () => {
          // On the first call, the file is locked and nothing is written yet.
          if (!isLocked && !isAsKept()) throw changed
          isLocked = true
          return 1000
        },
      })
      // If another process holds the lock, the library reports that all of zero pages are done.
      if (totalPages > 0) return true
    } catch (error) {
      if (error === changed) return false
      if (!/^SQLITE_(?:CORRUPT|NOTADB)/.test(codeOf(error))) throw error
      replaceUnreadable(live, source)
      return true
    }
    if (waited >= busyTimeout) {
      throw failed(
        'Another fu has been writing to the diary for 10 seconds.',
        'Nothing was restored. Try again when it is done.',
      )
    }
    await new Promise((resolve) => setTimeout(resolve, pause))
  }
}

/** Replaces a file that SQLite cannot open by the copy; its side files must not be mistaken for those of the copy. */
function replaceUnreadable(live: string, source: Source): void {
  withTemporaryFile(live, (copy) => {
    source.db.prepare('VACUUM INTO ?').run(copy)
    syncFile(copy)
    for (const end of sideFiles) fs.rmSync(`${live}${end}`, { force: true })
    syncFolder(path.dirname(live))
    fs.renameSync(copy, live)
  })
}
