import { byChannel, isMessenger, type Channel, type KnownChannel } from '../../domain/channel.ts'
import { valueFor, type Contact, type ContactKind } from '../../domain/contact.ts'
import { gapKinds, type Findings, type Gap, type GapKind } from '../../domain/finding.ts'
import type { Cadence } from '../../domain/cadence.ts'
import type { OpenPromise } from '../../domain/promise.ts'
import { cadenceOf } from '../state/cadence.ts'
import { duplicatesAmong } from './duplicates.ts'
import { groupBy } from '../../domain/group-by.ts'

/** Everything that the findings are computed from. */
export type CheckFacts = {
  readonly contacts: readonly Contact[]
  /** The open promises with those contacts, or about them. */
  readonly open: readonly OpenPromise[]
  /** Contacts with deliberately no next step. */
  readonly meantLast: ReadonlySet<number>
  /** How often each kind of contact is due again (R7). */
  readonly cadences: ReadonlyMap<ContactKind, Cadence>
}

/** Contacts of these kinds are not pursued: they need a number or address only for a promise. */
const notPursued: ReadonlySet<ContactKind | null> = new Set<ContactKind | null>([
  'supplier',
  'family',
  'other',
])

/** The gap where a channel has no number or address. */
const needs: Record<KnownChannel, GapKind> = {
  call: 'no-number',
  text: 'no-number',
  email: 'no-email',
  video: 'no-email',
  post: 'no-address',
  visit: 'no-address',
}

/**
 * Everything that is missing: contacts without a next step (R46), without the number or address to reach them by (R1,
 * R2), or never asked for their channel (R8); and possible duplicates. A channel that a contact does not want is not a
 * gap (R58). Gaps are sorted by kind, then as the contacts.
 */
export function findingsIn(facts: CheckFacts): Findings {
  const byContact = groupBy(facts.open, ({ contact }) => contact.id)
  const about = new Set(facts.open.flatMap((promise) => promise.about?.id ?? []))
  const gaps = facts.contacts.flatMap((contact) => {
    const hasNext =
      byContact.has(contact.id) ||
      about.has(contact.id) ||
      facts.meantLast.has(contact.id) ||
      cadenceOf(contact, facts.cadences) !== null
    return gapsOf(contact, byContact.get(contact.id) ?? [], hasNext)
  })
  const byKind = groupBy(gaps, ({ kind }) => kind)
  return {
    gaps: gapKinds.flatMap((kind) => byKind.get(kind) ?? []),
    duplicates: duplicatesAmong(facts.contacts),
  }
}

function gapsOf(contact: Contact, open: readonly OpenPromise[], hasNext: boolean): Gap[] {
  if (contact.doNotContact === 'all') return []
  const pursued = !notPursued.has(contact.kind)
  const gap = (kind: GapKind, promise: OpenPromise | null): Gap => ({ kind, contact, promise })
  const found: Gap[] = []
  if (pursued && !hasNext) found.push(gap('nothing-next', null))
  found.push(...open.flatMap((promise) => missingFor(promise, contact) ?? []))
  const usual = contact.channel ?? 'call'
  if (pursued && lacks(contact, usual)) found.push(gap(gapOf(usual), null))
  if (pursued && contact.channel === null) found.push(gap('never-asked', null))
  // One number serves every promise, so only the first promise that needs it is listed.
  return [...groupBy(found, ({ kind }) => kind).values()].flatMap((same) => same.slice(0, 1))
}

function missingFor(promise: OpenPromise, contact: Contact): Gap | null {
  const channel = promise.channel ?? contact.channel ?? 'call'
  return lacks(contact, channel) ? { kind: gapOf(channel), contact, promise } : null
}

function gapOf(channel: Channel): GapKind {
  return byChannel(needs, channel, (other) => (isMessenger(other) ? 'no-number' : 'no-handle'))
}

function lacks(contact: Contact, channel: Channel): boolean {
  const unwanted = contact.doNotContact?.includes(channel) ?? false
  return !unwanted && valueFor(contact, channel) === null
}
