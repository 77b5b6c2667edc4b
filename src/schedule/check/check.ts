import { valueFor, type Channel, type Contact, type ContactKind } from '../../domain/contact.ts'
import { gapKinds, type Findings, type Gap, type GapKind } from '../../domain/finding.ts'
import type { Cadence } from '../../domain/cadence.ts'
import type { OpenPromise } from '../../domain/promise.ts'
import { cadenceOf } from '../state/cadence.ts'
import { duplicatesAmong } from './duplicates.ts'
import { groupBy } from '../../domain/group-by.ts'

/** What the diary knows that bears on what is missing in it. */
export type CheckFacts = {
  readonly contacts: readonly Contact[]
  /** The open promises with those contacts, or about them. */
  readonly open: readonly OpenPromise[]
  /** Those with whom nothing is next, on purpose. */
  readonly meantLast: ReadonlySet<number>
  /** How often each kind of contact is due again (R7). */
  readonly cadences: ReadonlyMap<ContactKind, Cadence>
}

/** People whom one does not pursue: only what was promised with them needs a way to reach them. */
const leftAlone: ReadonlySet<ContactKind | null> = new Set<ContactKind | null>([
  'supplier',
  'family',
  'other',
])

/** What each channel needs. */
const needs: Record<Channel, GapKind> = {
  call: 'no-number',
  text: 'no-number',
  email: 'no-email',
  video: 'no-email',
  post: 'no-address',
  visit: 'no-address',
}

/**
 * Everything that is missing: people with nothing next (R46), without the number or address that reaching them
 * takes (R1, R2), never asked how to reach them (R8), and those who may be one person. Nobody is listed for a way
 * they do not want to be reached by (R58). The gaps stand by kind, each kind in the order of the contacts.
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
  const pursued = !leftAlone.has(contact.kind)
  const gap = (kind: GapKind, promise: OpenPromise | null): Gap => ({ kind, contact, promise })
  const found: Gap[] = []
  if (pursued && !hasNext) found.push(gap('nothing-next', null))
  found.push(...open.flatMap((promise) => missingFor(promise, contact) ?? []))
  const usual = contact.channel ?? 'call'
  if (pursued && lacks(contact, usual)) found.push(gap(needs[usual], null))
  if (pursued && contact.channel === null) found.push(gap('never-asked', null))
  // One number serves every promise; the first that needs it names it.
  return [...groupBy(found, ({ kind }) => kind).values()].flatMap((same) => same.slice(0, 1))
}

function missingFor(promise: OpenPromise, contact: Contact): Gap | null {
  const channel = promise.channel ?? contact.channel ?? 'call'
  return lacks(contact, channel) ? { kind: needs[channel], contact, promise } : null
}

function lacks(contact: Contact, channel: Channel): boolean {
  const unwanted = contact.doNotContact?.includes(channel) ?? false
  return !unwanted && valueFor(contact, channel) === null
}
