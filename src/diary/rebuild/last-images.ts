import type { Database } from 'better-sqlite3'
import type { RowImage } from '../../domain/change.ts'
import { rowImage } from '../values/json-values.ts'
import { BadValue } from '../values/rules.ts'
import { hasTable, readRows } from './read-rows.ts'

/** Returns the last image of a row in the history, by its table and uid; `null` if there is none. */
export type LastImage = (table: string, uid: unknown) => RowImage | null

/** Reads the history lazily: most diaries have no unreadable value. */
export function lastImagesOf(source: Database): LastImage {
  let images: Map<string, RowImage | null> | null = null
  return (table, uid) => {
    images ??= readImages(source)
    return images.get(`${table} ${String(uid)}`) ?? null
  }
}

function readImages(source: Database): Map<string, RowImage | null> {
  const images = new Map<string, RowImage | null>()
  if (!hasTable(source, 'journal_changes')) return images
  for (const [kind, uid, after] of readRows(source, 'journal_changes', ['kind', 'row_uid', 'after'])) {
    images.set(`${String(kind)} ${String(uid)}`, imageOf(after))
  }
  return images
}

function imageOf(after: unknown): RowImage | null {
  try {
    return after === null ? null : rowImage(after)
  } catch (error) {
    if (error instanceof BadValue) return null
    throw error
  }
}
