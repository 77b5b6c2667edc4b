import type { Contact } from './contact.ts'
import type { Entry } from './entry.ts'
import type { DiaryPromise } from './promise.ts'

/** The results of a search. */
export type Found = {
  readonly contacts: readonly Contact[]
  readonly promises: readonly DiaryPromise[]
  readonly entries: readonly Entry[]
}
