import type { Database } from 'better-sqlite3'
import { inspectFile, makeFile } from './backup/inspect.ts'
import { connect, connectToCopy, connectToMemory } from './file/connect.ts'
import { translateErrors } from './file/errors.ts'
import { isForeignFile, realPath } from './file/real-path.ts'
import { migrations } from './migrations/migrations.ts'
import { migrate } from './schema/migrate.ts'

/**
 * Opens the diary file, bringing an older one up to date first. A missing or empty one is made where `create` is
 * set; otherwise an empty diary that lies nowhere stands in for it. `keep` makes a copy of an older one first. One of
 * another user is opened to be read, in a copy.
 *
 * @throws FuError `failed` where the file is not a diary, is damaged, is newer than this program or cannot be opened;
 * `refused` where a link of another user's leads to it
 */
export function openDatabase(file: string, create: boolean, keep: () => void): Database {
  // Before the file is looked at: another user's link is not followed.
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
