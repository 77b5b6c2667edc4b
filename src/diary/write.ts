import type { Written } from '../domain/change.ts'
import type { Moment } from '../domain/moment.ts'
import type { Connection } from './connection.ts'
import { beginHistoryEntry } from './writing/history.ts'
import { searchLater } from './writing/late-search.ts'
import { openRowWriter } from './writing/row-writer.ts'
import { beginTransaction, type Transaction } from './writing/transaction.ts'

/** The command that writes, and the moment that the history records for it. */
export type Writing = {
  readonly command: string
  readonly at: Moment
  /** Says that thousands of contacts may change: the search tables are then filled at the end. */
  readonly changesMany?: boolean
}

/** A write that waits while it reads a long file. */
export type LongWriting = Writing & {
  /** Nothing is kept. */
  readonly rehearse: boolean
  /** Called now and then while the search tables are filled; nothing is kept if it fails. */
  readonly pause?: () => Promise<void>
}

/** Runs `work` as one transaction with one history entry: all of it is in the diary afterwards, or none of it. */
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

/** The same for work that is asynchronous. If it changes nothing, nothing is kept, and `history` is `null`. */
export async function writeAsRead<Value>(
  connection: Connection,
  { command, at, rehearse, pause = async () => undefined }: LongWriting,
  work: (tx: Transaction) => Promise<Value>,
): Promise<Omit<Written<Value>, 'history'> & { readonly history: number | null }> {
  const { read, change } = connection
  if (!rehearse) connection.makeFile()
  // What is only shown must not reach the file, not even for a moment.
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
