import type { Matchable } from '../domain/match-keys.ts'
import type { Moment } from '../domain/moment.ts'
import type { Connection } from './connection.ts'
import type { Erased } from './erase/erase.ts'
import type { ErasedCopies, Forgetting } from './erase/forget.ts'
import { cachedStatement } from './queries/statements.ts'

/** Erasing people for good. */
export type Erasures = {
  /** Erases a person without a trace in the history: this cannot be undone. Call `finish` afterwards. */
  forget(forgetting: Forgetting): Promise<Erased>
  /** Erases forgotten people from the free space of the file and from its copies; `null` if nothing is left to do. */
  finish(at: Moment): Promise<ErasedCopies | null>
  /** Whether anybody was forgotten and blocked. */
  hasSuppressionList(): boolean
  /** Returns a function that tells whether a person may be one who was forgotten and blocked (R58). */
  suppressionCheck(): Promise<(person: Matchable) => boolean>
}

/** The modules for erasing are loaded when used: no page needs them. */
export function erasuresOf(connection: Connection): Erasures {
  const { file, read, change } = connection
  const hasSuppressionList = (): boolean =>
    read((db) => cachedStatement(db, 'SELECT 1 FROM blocked LIMIT 1').get() !== undefined)
  return {
    forget: async (forgetting) => {
      const { forgetPerson } = await import('./erase/forget.ts')
      return change((db) => forgetPerson(db, forgetting))
    },
    finish: async (at) => {
      const { finishForgetting, isForgettingUnfinished } = await import('./erase/forget.ts')
      return read((db) =>
        isForgettingUnfinished(db) ? finishForgetting(db, connection.isInMemory() ? null : file, at) : null,
      )
    },
    hasSuppressionList,
    suppressionCheck: async () => {
      if (!hasSuppressionList()) return () => false
      const { hasWholeHashes, replaceWholeHashes, suppressedBy, suppressionListOf } =
        await import('./erase/suppression-list.ts')
      return read((db) => {
        // Not in a migration: the hash function is slow to load, and few diaries have such a list.
        if (!db.readonly && hasWholeHashes(db)) db.transaction(() => replaceWholeHashes(db)).immediate()
        return suppressedBy(suppressionListOf(db))
      })
    },
  }
}
