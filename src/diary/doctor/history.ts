import type { Database } from 'better-sqlite3'
import { derivedColumns, rowKinds, valueIn, type RowKind } from '../../domain/change.ts'
import { rowImage } from '../values/json-values.ts'
import { imageJson } from '../writing/images.ts'

/** The differences between the history and the rows, in words; empty if there are none. */
export function journalFaults(db: Database): string[] {
  return [...rowKinds.flatMap((kind) => rowFaults(db, kind)), ...undoFaults(db)]
}

function rowFaults(db: Database, kind: RowKind): string[] {
  let unlike = 0
  let unknown = 0
  const rows = db.prepare<[], { row: string; after: string | null; isKnown: number }>(
    `SELECT ${imageJson(db, kind)} AS row, c.after AS after, c.row_uid IS NOT NULL AS isKnown
     FROM ${kind} LEFT JOIN journal_changes c ON (c.journal_id, c.seq) =
       (SELECT journal_id, seq FROM journal_changes
        WHERE row_uid = ${kind}.uid AND kind = '${kind}' ORDER BY journal_id DESC, seq DESC LIMIT 1)`,
  )
  for (const { row, after, isKnown } of rows.iterate()) {
    if (isKnown === 0) unknown += 1
    else if (!saysTheSame(row, after)) unlike += 1
  }
  const gone = goneFrom(db, kind)
  return [
    ...(unlike === 0 ? [] : [`${unlike} of ${kind} differ from the history`]),
    ...(unknown === 0 ? [] : [`${unknown} of ${kind} are not in the history`]),
    ...(gone === 0 ? [] : [`${gone} of ${kind} are in the history but missing`]),
  ]
}

/** A removed column is not in the row. */
function saysTheSame(rowText: string, imageText: string | null): boolean {
  if (imageText === null) return false
  const [row, last] = [rowImage(rowText), rowImage(imageText)]
  return Object.entries(row).every(
    ([name, value]) => derivedColumns.includes(name) || value === valueIn(last, name),
  )
}

function goneFrom(db: Database, kind: RowKind): number {
  const count = db
    .prepare<[], number>(
      `SELECT count(*) FROM journal_changes c
       WHERE c.kind = '${kind}' AND c.after IS NOT NULL
         AND NOT EXISTS (SELECT 1 FROM ${kind} t WHERE t.uid = c.row_uid)
         AND NOT EXISTS (SELECT 1 FROM journal_changes later
                         WHERE later.row_uid = c.row_uid AND later.kind = c.kind
                           AND (later.journal_id, later.seq) > (c.journal_id, c.seq))`,
    )
    .pluck()
    .get()
  return count ?? 0
}

/** An undo must undo an earlier command, and no command may be undone by two undos that are both in force. */
function undoFaults(db: Database): string[] {
  const undos = db
    .prepare<[], { id: number; undoes: number | null }>(
      `SELECT j.id, u.id AS undoes FROM journal j LEFT JOIN journal u ON u.uid = j.undoes
       WHERE j.undoes IS NOT NULL ORDER BY j.id DESC`,
    )
    .all()
  const takenBack = new Set<number>()
  const faults: string[] = []
  for (const { id, undoes } of undos) {
    if (undoes === null) faults.push(`${id} undoes a command that is not in the history`)
    else if (undoes >= id) faults.push(`${id} undoes ${undoes}, which is not before it`)
    else if (!takenBack.has(id)) {
      if (takenBack.has(undoes)) faults.push(`${undoes} is undone twice`)
      takenBack.add(undoes)
    }
  }
  return faults
}
