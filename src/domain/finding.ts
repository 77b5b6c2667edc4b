import type { Contact } from './contact.ts'
import type { OpenPromise } from './promise.ts'

/** The kinds of gaps of a contact, in listing order. */
export const gapKinds = [
  'nothing-next',
  'no-number',
  'no-email',
  'no-address',
  'no-handle',
  'never-asked',
] as const
export type GapKind = (typeof gapKinds)[number]

/** Something that a contact lacks; `promise` is the one that needs it, if any. */
export type Gap = {
  readonly kind: GapKind
  readonly contact: Contact
  readonly promise: OpenPromise | null
}

/** The property that possible duplicates share. */
export type Likeness = { readonly by: 'number' | 'email' | 'name'; readonly value: string }

/** At least two contacts that may be the same person. */
export type Duplicates = {
  readonly contacts: readonly Contact[]
  readonly alike: readonly Likeness[]
}

export type Findings = { readonly gaps: readonly Gap[]; readonly duplicates: readonly Duplicates[] }
