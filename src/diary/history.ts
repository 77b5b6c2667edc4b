import type { HistoryEntry, Undone } from '../domain/change.ts'
import type { Moment } from '../domain/moment.ts'
import type { Connection } from './connection.ts'
import { historyEntries, undoEntry } from './writing/history.ts'

/** The commands that changed a diary. */
export type History = {
  /** The newest `count` entries, newest first, each with whether it was taken back. */
  list(count: number): (HistoryEntry & { undone: boolean })[]
  /**
   * Takes back one command, or with `null` the last one that was not taken back.
   *
   * @throws FuError `not-found` if there is no such entry, `refused` if a later change depends on it
   */
  undo(id: number | null, at: Moment): Undone & { readonly history: number }
}

export function historyOf({ read, change }: Connection): History {
  return {
    list: (count) =>
      read((db) => {
        const entries = []
        for (const entry of historyEntries(db)) {
          if (entries.length === count) break
          entries.push(entry)
        }
        return entries
      }),
    undo: (id, at) => change((db) => db.transaction(() => undoEntry(db, id, at)).immediate()),
  }
}
