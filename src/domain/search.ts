import type { Contact } from './contact.ts'
import type { Entry } from './entry.ts'
import type { DiaryPromise } from './promise.ts'

/** Everything that holds the words that were searched for. */
export type Found = {
  readonly contacts: readonly Contact[]
  readonly promises: readonly DiaryPromise[]
  readonly entries: readonly Entry[]
}
