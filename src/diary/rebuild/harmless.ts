import type { Database } from 'better-sqlite3'
import { nothingLeftOut } from '../../domain/foreign-schema.ts'
import { codeOf } from '../../files/system-error.ts'
import { connect } from '../file/connect.ts'
import { hasSharedPages } from '../file/damage.ts'
import { translateErrors } from '../file/errors.ts'
import { migrations } from '../migrations/migrations.ts'
import { schemaDifferences } from '../schema/check.ts'
import { schemaText } from '../schema/schema.ts'
import { valueFaults } from '../values/faults.ts'
import { rebuild, type Rebuilt } from './rebuild.ts'

/**
 * Reads a diary of any version in place. If another program changed its schema, `work` gets a copy of the rows, and
 * `leftOut` lists everything else in the file.
 */
export function withHarmless<Value>(file: string, work: (diary: Rebuilt) => Value): Value {
  return reading(file, harmless, work)
}

/** The same, and `work` also gets a copy of the rows if another program wrote values that fu cannot read. */
export function withReadable<Value>(file: string, work: (diary: Rebuilt) => Value): Value {
  return reading(file, readable, work)
}

type Preparation = (db: Database) => Rebuilt

function reading<Value>(file: string, prepare: Preparation, work: (diary: Rebuilt) => Value): Value {
  return translateErrors(file, () => {
    const diary = opened(file, prepare)
    try {
      return work(diary)
    } finally {
      diary.db.close()
    }
  })
}

function opened(file: string, prepare: Preparation): Rebuilt {
  const db = connect(file, 'recover')
  try {
    // If the schema cannot be read, nothing else can.
    return isSchemaReadable(db) ? prepare(db) : { db, leftOut: nothingLeftOut }
  } catch (error) {
    db.close()
    throw error
  }
}

/** Opens a copy of the rows of a diary, with the values that fu can read. */
export function openRebuilt(file: string): Rebuilt {
  const db = connect(file, 'recover')
  try {
    return rebuild(db)
  } finally {
    db.close()
  }
}

function isSchemaReadable(db: Database): boolean {
  try {
    schemaText(db)
    return true
  } catch (error) {
    if (/^SQLITE_(?:CORRUPT|NOTADB|ERROR)/.test(codeOf(error))) return false
    throw error
  }
}

function harmless(db: Database): Rebuilt {
  return schemaDifferences(db).length === 0 ? { db, leftOut: nothingLeftOut } : closed(db, rebuild(db))
}

/**
 * A diary that fu can read: the database itself, or, if another program changed its schema or its values, a copy of the
 * rows; then the database is closed.
 */
export function readable(db: Database): Rebuilt {
  const isWhole = schemaDifferences(db).length === 0 && !hasSharedPages(db) && !hasValueFaults(db)
  return isWhole ? { db, leftOut: nothingLeftOut } : closed(db, rebuild(db))
}

/**
 * Whether a diary has values that fu cannot read. An older version is not checked: its values are checked when it is
 * migrated.
 */
export function hasValueFaults(db: Database): boolean {
  if (db.pragma('user_version', { simple: true }) !== migrations.length) return false
  try {
    const [fault] = valueFaults(db)
    return fault !== undefined
  } catch (error) {
    // The pages are damaged, so the values are not the problem.
    if (codeOf(error).startsWith('SQLITE_CORRUPT')) return false
    throw error
  }
}

function closed(db: Database, rebuilt: Rebuilt): Rebuilt {
  db.close()
  return rebuilt
}
