import type { HistoryEntry, Undone } from '../domain/change.ts'
import type { Moment } from '../domain/moment.ts'
import type { Connection } from './connection.ts'
import { historyEntries, undoEntry } from './writing/history.ts'
import { isSetHere } from './writing/set-here.ts'

/** The commands that changed a diary. */
export type History = {
  /** The newest `count` entries, newest first, with a flag for those that were undone. */
  list(count: number): (HistoryEntry & { undone: boolean })[]
  /** The same, one by one. A hundred are read at once, and no cursor stays open between two of them. */
  entries(count: number): Iterable<HistoryEntry & { undone: boolean }>
  /**
   * Undoes one command, or with `null` the last one that was not undone.
   *
   * @throws FuError `not-found` if there is no such entry, `refused` if a later change depends on it
   */
  undo(id: number | null, at: Moment): Undone & { readonly history: number }
  /** Whether the current value of a setting was set in this file, on this machine. */
  isSetHere(key: string): boolean
}

/** The number of entries that are read at once. */
const batchSize = 100

function firstOf<Item>(items: Iterator<Item>, count: number): Item[] {
  const taken: Item[] = []
  while (taken.length < count) {
    const next = items.next()
    if (next.done === true) break
    taken.push(next.value)
  }
  return taken
}

export function historyOf({ read, change }: Connection): History {
  function* entries(count: number): Generator<HistoryEntry & { undone: boolean }> {
    const newest = read((db) => historyEntries(db))
    for (let left = count; left > 0; left -= batchSize) {
      const batch = read(() => firstOf(newest, Math.min(left, batchSize)))
      if (batch.length === 0) return
      yield* batch
    }
  }
  return {
    list: (count) => [...entries(count)],
    entries,
    isSetHere: (key) => read((db) => isSetHere(db, key)),
    undo: (id, at) => change((db) => db.transaction(() => undoEntry(db, id, at)).immediate()),
  }
}
