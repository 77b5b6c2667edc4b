import type { Written } from '../domain/change.ts'
import type { Moment } from '../domain/moment.ts'
import type { Connection } from './connection.ts'
import { beginHistoryEntry } from './writing/history.ts'
import { searchLater } from './writing/late-search.ts'
import { openRowWriter } from './writing/row-writer.ts'
import { beginTransaction, type Transaction } from './writing/transaction.ts'

/** The command that writes, and its moment in the history. */
export type Writing = {
  readonly command: string
  readonly at: Moment
  /** Whether thousands of contacts may change: then the search tables are filled at the end. */
  readonly changesMany?: boolean
}

/** A write that reads a long file meanwhile. */
export type LongWriting = Writing & {
  /** Whether to discard all changes at the end. */
  readonly rehearse: boolean
  /** Called regularly while the search tables are filled; if it fails, nothing is kept. */
  readonly pause?: () => Promise<void>
}

/** Runs `work` as one transaction with one history entry: either all of it is written, or nothing. */
export function write<Value>(
  connection: Connection,
  { command, at, changesMany = false }: Writing,
  work: (tx: Transaction) => Value,
): Written<Value> {
  connection.makeFile()
  return connection.change((db) => {
    const change = db.transaction(() => {
      const entry = beginHistoryEntry(db, { command, title: command, at, undoes: null })
      const fillSearch = changesMany ? searchLater(db) : null
      const value = work(beginTransaction(db, openRowWriter(db, entry.keep), at, entry.entitle))
      if (fillSearch !== null) for (const _ of fillSearch());
      return { value, history: entry.id }
    })
    return change.immediate()
  })
}

/** The same for asynchronous work. If it changes nothing, nothing is written, and `history` is `null`. */
export async function writeAsRead<Value>(
  connection: Connection,
  { command, at, rehearse, pause = async () => undefined }: LongWriting,
  work: (tx: Transaction) => Promise<Value>,
): Promise<Omit<Written<Value>, 'history'> & { readonly history: number | null }> {
  const { read, change } = connection
  if (!rehearse) connection.makeFile()
  // A rehearsal must not reach the file, not even for a moment.
  if (rehearse) read((db) => db.pragma('cache_spill = OFF'))
  read((db) => db.exec('BEGIN IMMEDIATE'))
  try {
    const entry = read((db) => beginHistoryEntry(db, { command, title: command, at, undoes: null }))
    let isChanged = false
    const { tx, fillSearch } = read((db) => {
      const rows = openRowWriter(db, (made) => {
        isChanged = true
        entry.keep(made)
      })
      return { tx: beginTransaction(db, rows, at, entry.entitle), fillSearch: searchLater(db) }
    })
    const value = await work(tx)
    const isKept = isChanged && !rehearse
    if (isKept) {
      const filling = read(fillSearch)[Symbol.iterator]()
      while (read(() => filling.next().done !== true)) await pause()
    }
    if (isKept) change((db) => db.exec('COMMIT'))
    else read((db) => db.exec('ROLLBACK'))
    return { value, history: isKept ? entry.id : null }
  } catch (error) {
    return read((db) => {
      if (db.inTransaction) db.exec('ROLLBACK')
      throw error
    })
  }
}
