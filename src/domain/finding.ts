import type { Contact } from './contact.ts'
import type { OpenPromise } from './promise.ts'

/** What can be missing about one contact, in the order it is listed. */
export const gapKinds = ['nothing-next', 'no-number', 'no-email', 'no-address', 'never-asked'] as const
export type GapKind = (typeof gapKinds)[number]

/** Something that follow-up needs and a contact lacks; `promise` is the one that needs it, where one does. */
export type Gap = {
  readonly kind: GapKind
  readonly contact: Contact
  readonly promise: OpenPromise | null
}

/** What contacts have in common who may be one person. */
export type Likeness = { readonly by: 'number' | 'email' | 'name'; readonly value: string }

/** Contacts, at least two, who may be one person. */
export type Duplicates = {
  readonly contacts: readonly Contact[]
  readonly alike: readonly Likeness[]
}

/** What a diary needs before it can be followed. */
export type Findings = { readonly gaps: readonly Gap[]; readonly duplicates: readonly Duplicates[] }
