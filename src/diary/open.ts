import type { Database } from 'better-sqlite3'
import { inspectFile, makeFile } from './backup/inspect.ts'
import { connect, connectToCopy, connectToMemory } from './file/connect.ts'
import { translateErrors } from './file/errors.ts'
import { isForeignFile, realPath } from './file/real-path.ts'
import { migrations } from './migrations/migrations.ts'
import { migrate } from './schema/migrate.ts'

/**
 * Opens the diary file, and migrates an older one first. A missing or empty file is created with `create`; otherwise an
 * empty diary in memory takes its place. `keep` makes a copy of an older diary first. Another user's diary is opened
 * for reading, in a copy.
 *
 * @throws FuError `failed` if the file is not a diary, is damaged, is newer than this program or cannot be opened;
 * `refused` if another user's link leads to it
 */
export function openDatabase(file: string, create: boolean, keep: () => void): Database {
  // Checked before the file is opened: another user's link is not followed.
  const place = realPath(file)
  const found = inspectFile(file, migrations.length)
  if (found !== 'diary' && !create) return openBlank()
  if (found === 'absent') makeFile(file)
  return translateErrors(file, () =>
    isForeignFile(place) ? openForeign(file) : prepared(connect(file, 'write'), file, keep),
  )
}

/** An empty diary in memory. */
export function openBlank(): Database {
  return prepared(connectToMemory(), ':memory:', () => undefined)
}

function openForeign(file: string): Database {
  const db = prepared(connectToCopy(realPath(file)), file, () => undefined)
  db.pragma('query_only = ON')
  return db
}

function prepared(db: Database, file: string, keep: () => void): Database {
  try {
    migrate(db, file, keep)
    return db
  } catch (error) {
    db.close()
    throw error
  }
}
