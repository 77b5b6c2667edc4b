import fs from 'node:fs'
import path from 'node:path'
import { failed } from '../../domain/errors.ts'
import { syncFile, syncFolder } from '../../files/durable.ts'
import { codeOf } from '../../files/system-error.ts'
import { withTemporaryFile } from '../../files/temporary.ts'
import type { Source } from '../backup/source.ts'
import { busyTimeout } from '../file/connect.ts'
import { sideFiles } from '../file/side-files.ts'

/** How long to wait between two looks whether another fu is still writing, in milliseconds. */
const pause = 50

/** Writes the copy over what stands. Gives whether it did: not where that is no more what was kept. */
export async function writeOver(live: string, source: Source, isAsKept: () => boolean): Promise<boolean> {
  const changed = new Error('changed meanwhile')
  for (let waited = 0; ; waited += pause) {
    let isLocked = false
    try {
      const { totalPages } = await source.db.backup(live, {
        progress: () => {
          // The first time, the file is locked and nothing is written yet.
          if (!isLocked && !isAsKept()) throw changed
          isLocked = true
          return 1000
        },
      })
      // Where another holds the file, the library says that all of no pages is done.
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

/** Puts the copy in the place of a file that SQLite cannot open; what was beside that one must not be taken for its own. */
function replaceUnreadable(live: string, source: Source): void {
  withTemporaryFile(live, (copy) => {
    source.db.prepare('VACUUM INTO ?').run(copy)
    syncFile(copy)
    for (const end of sideFiles) fs.rmSync(`${live}${end}`, { force: true })
    syncFolder(path.dirname(live))
    fs.renameSync(copy, live)
  })
}
