import type { Database } from 'better-sqlite3'
import { rowKinds, sameImage, type RowImage, type RowKind } from '../../domain/change.ts'
import { momentOf } from '../../domain/moment.ts'
import { rowImage } from '../values/json-values.ts'
import { storedMoment } from '../values/moments.ts'
import { beginHistoryEntry, type OpenEntry } from '../writing/history.ts'
import { imageColumns } from '../writing/images.ts'

/**
 * Writes one history entry, of the moment of the last one, that makes the history say what the rows say after values
 * were left out.
 */
export function recordRepair(db: Database, count: number): void {
  const last = db
    .prepare<[], { at: unknown; at_offset: unknown }>(
      'SELECT at, at_offset FROM journal ORDER BY id DESC LIMIT 1',
    )
    .get()
  const entry = beginHistoryEntry(db, {
    command: 'doctor',
    title: `doctor --repair (${count} ${count === 1 ? 'value' : 'values'} left out)`,
    at: last === undefined ? momentOf(0, 0) : storedMoment(last.at, last.at_offset),
    undoes: null,
  })
  for (const kind of rowKinds) recordKind(db, kind, entry)
}

function recordKind(db: Database, kind: RowKind, entry: OpenEntry): void {
  const rows = db.prepare<[], RowImage>(`SELECT ${imageColumns(db, kind)} FROM ${kind}`).all()
  const images = lastImages(db, kind)
  for (const after of rows) {
    const uid = String(after['uid'])
    const before = images.get(uid) ?? after
    if (!sameImage(withoutDerived(before), withoutDerived(after)) || !images.has(uid)) {
      entry.keep({ kind, uid, before, after })
    }
    images.delete(uid)
  }
  for (const [uid, before] of images) entry.keep({ kind, uid, before, after: null })
}

/** What the history last said of each row that it has. */
function lastImages(db: Database, kind: RowKind): Map<string, RowImage> {
  const rows = db
    .prepare<[string], { uid: string; after: string | null }>(
      'SELECT row_uid AS uid, after FROM journal_changes WHERE kind = ? ORDER BY journal_id, seq',
    )
    .all(kind)
  const last = new Map(rows.map(({ uid, after }) => [uid, after]))
  return new Map(
    [...last].flatMap(([uid, after]) => (after === null ? [] : [[uid, rowImage(after)] as const])),
  )
}

/** The keys that a contact is found by are made anew, and the history need not have them. */
function withoutDerived({ lookup: _lookup, ...columns }: RowImage): RowImage {
  return columns
}
