import type { Database } from 'better-sqlite3'
import { rowKinds, sameImage, type Change, type RowImage, type RowKind } from '../../domain/change.ts'
import { momentOf } from '../../domain/moment.ts'
import { rowImage } from '../values/json-values.ts'
import { storedMoment } from '../values/moments.ts'
import { beginHistoryEntry } from '../writing/history.ts'
import { imageColumns } from '../writing/images.ts'

/**
 * Writes one history entry, at the moment of the last one, that makes the history match the rows after values were left
 * out; no entry if they match already.
 */
export function recordRepair(db: Database, count: number): void {
  const last = db
    .prepare<[], { at: unknown; at_offset: unknown }>(
      'SELECT at, at_offset FROM journal ORDER BY id DESC LIMIT 1',
    )
    .get()
  const changes = rowKinds.flatMap((kind) => changesOf(db, kind))
  // The omitted values may never have been in the history.
  if (changes.length === 0) return
  const entry = beginHistoryEntry(db, {
    command: 'doctor',
    title: `doctor --repair (${count} ${count === 1 ? 'value' : 'values'} left out)`,
    at: last === undefined ? momentOf(0, 0) : storedMoment(last.at, last.at_offset),
    undoes: null,
  })
  changes.forEach(entry.keep)
}

function changesOf(db: Database, kind: RowKind): Change[] {
  const rows = db.prepare<[], RowImage>(`SELECT ${imageColumns(db, kind)} FROM ${kind}`).all()
  const images = lastImages(db, kind)
  const changed = rows.flatMap((after): Change[] => {
    const uid = String(after['uid'])
    const before = images.get(uid) ?? null
    images.delete(uid)
    if (before === null) return [{ kind, uid, before: after, after }]
    return sameImage(before, after) ? [] : [{ kind, uid, before, after }]
  })
  return [...changed, ...[...images].map(([uid, before]): Change => ({ kind, uid, before, after: null }))]
}

/** The last image of each row in the history. */
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
