import type { App } from '../../app.ts'
import type { Contact, NewContact } from '../../domain/contact.ts'
import { factsOf } from '../../domain/entry-data.ts'
import type { Entry } from '../../domain/entry.ts'
import { usage } from '../../domain/errors.ts'
import type { DroppedPromise, OpenPromise } from '../../domain/promise.ts'
import {
  changedSentence,
  droppedWithMarkLines,
  plannedSentence,
  staysDroppedLines,
} from '../../views/confirmations/writes.ts'
import { dateContext } from '../date-context.ts'
import { reportWrite, type WriteResult } from '../print-result.ts'
import { warnUnreachableAll } from '../warn-unreachable.ts'
import { referrerToThank, thankReferrer } from './referrer.ts'

/** A change of a contact. It gets the contact as read in the transaction, which another terminal may have changed. */
export type Apply = (current: Contact) => NewContact

/**
 * Changes a contact and confirms it.
 *
 * @throws FuError `usage` if nothing changes, or they would be their own referrer
 */
export function changeContact(app: App, contact: Contact, apply: Apply): WriteResult {
  const fields = changedFields(contact, apply(contact))
  if (fields.length === 0) {
    throw usage(`Nothing to change on ${contact.name}.`, '"fu edit --help" lists the options.')
  }
  const title = `${contact.name} (@${contact.id}): ${fields.map((field) => fieldWords[field]).join(', ')}`
  const { changed, history } = write(app, [contact], apply, title)
  const [{ edited }] = changed
  const isFreed = contact.doNotContact === 'all' && edited.doNotContact !== 'all'
  const words = fields.map((field) => (field === 'doNotContact' ? wishWords(edited) : fieldWords[field]))
  return report(app, { changed, history }, [
    changedSentence(edited.name, words),
    ...followingSentences(app, changed),
    ...(isFreed ? staysDroppedLines(edited, lastReleased(app, edited)) : []),
  ])
}

/**
 * Changes contacts in one transaction, which one undo takes back, and confirms them in one sentence.
 *
 * @throws FuError `usage` if a contact would have been sent by themselves
 */
export function changeContacts(
  app: App,
  contacts: readonly [Contact, ...Contact[]],
  apply: Apply,
): WriteResult {
  const words = wordsChangedBy(contacts, apply)
  const title = `--all (${contacts.length}): ${words.join(', ')}`
  const written = write(app, contacts, apply, title)
  const whom = contacts.length === 1 ? contacts[0].name : `${contacts.length} people`
  return report(app, written, [changedSentence(whom, words), ...followingSentences(app, written.changed)])
}

/** The fields that a change changes on any of the contacts, in words. */
export function wordsChangedBy(contacts: readonly Contact[], apply: Apply): string[] {
  const fields = new Set(contacts.flatMap((contact) => changedFields(contact, apply(contact))))
  return (Object.keys(fieldWords) as Field[])
    .filter((field) => fields.has(field))
    .map((field) => fieldWords[field])
}

/** A changed contact, with what was dropped with it, and the plan to thank the person who sent them. */
type Changed = {
  readonly edited: Contact
  readonly released: readonly DroppedPromise[]
  readonly thanks: readonly OpenPromise[]
}

type Written = { readonly changed: readonly [Changed, ...Changed[]]; readonly history: number }

function write(app: App, contacts: readonly [Contact, ...Contact[]], apply: Apply, title: string): Written {
  for (const contact of contacts) refuseOwnSender(contact, apply(contact))
  const { value, history } = app.diary().write({ command: 'edit', at: app.now }, (tx) => {
    tx.title(`edit ${title}`)
    const change = (contact: Contact): Changed => {
      const wanted = apply(contact)
      const isReferred = wanted.source.from?.id !== contact.source.from?.id
      const sender = isReferred ? referrerToThank(app, wanted) : null
      const edited = tx.editContact(contact.id, apply)
      const isMarked = contact.doNotContact !== edited.doNotContact && edited.doNotContact === 'all'
      return {
        edited,
        released: isMarked ? tx.dropUnwanted(edited.id) : [],
        thanks: sender === null ? [] : thankReferrer(app, tx, sender, edited),
      }
    }
    const [first, ...others] = contacts
    return [change(first), ...others.map(change)] as const
  })
  return { changed: value, history }
}

function refuseOwnSender(contact: Contact, wanted: NewContact): void {
  if (wanted.source.from?.id !== contact.id || contact.source.from?.id === contact.id) return
  throw usage(
    `${contact.name} cannot be their own referrer.`,
    'Name another contact, or none with --no-from.',
  )
}

function followingSentences(app: App, changed: Written['changed']): string[] {
  return [
    ...changed.flatMap(({ thanks }) => thanks).map((step) => plannedSentence(step, dateContext(app))),
    ...droppedWithMarkLines(changed.flatMap(({ released }) => released)),
  ]
}

function report(app: App, { changed, history }: Written, sentences: readonly string[]): WriteResult {
  const [first, ...others] = changed
  const thanks = changed.flatMap((one) => one.thanks)
  const released = changed.flatMap((one) => one.released)
  const isOne = others.length === 0
  const result = reportWrite(app, {
    command: 'edit',
    history,
    contact: isOne ? first.edited : null,
    ...(isOne ? {} : { contacts: changed.map(({ edited }) => edited) }),
    promise: isOne ? (thanks[0] ?? null) : null,
    promises: [...thanks.slice(isOne ? 1 : 0), ...released],
    comesUp: thanks,
    entry: null,
    sentences,
  })
  warnUnreachableAll(app, thanks)
  return result
}

/** The promises dropped when they were last marked. */
function lastReleased(app: App, { id }: Contact): DroppedPromise[] {
  const diary = app.diary()
  const dropped = diary.promises
    .where({ contacts: [id], status: 'dropped' })
    .filter((promise): promise is DroppedPromise => promise.status === 'dropped' && promise.contact.id === id)
  const byMark = new Set(
    diary.entries.ofPromises(dropped).flatMap((entry) => (isByMark(entry) ? [entry.promise] : [])),
  )
  const released = dropped.filter((promise) => byMark.has(promise.id))
  const last = Math.max(...released.map(({ closedAt }) => closedAt.instant))
  return released.filter(({ closedAt }) => closedAt.instant === last)
}

function isByMark(entry: Entry): boolean {
  return entry.act === 'dropped' && factsOf(entry.data)?.doNotContact === true
}

/** A removed mark is described by what it now allows. */
function wishWords({ doNotContact }: Contact): string {
  if (doNotContact === null) return 'may be contacted'
  return doNotContact === 'all' ? 'do not contact' : `do not contact by ${doNotContact.join(' or ')}`
}

/** The fields of a contact to which a change applies. */
export function knownOf(contact: Contact): NewContact {
  const { id: _id, uid: _uid, addedAt: _addedAt, ...known } = contact
  return known
}

/** The fields of a contact with their names, in the order in which changes are listed. */
const fieldWords = {
  name: 'name',
  company: 'company',
  nick: 'nickname',
  kind: 'kind',
  channel: 'channel',
  phones: 'phone',
  emails: 'email',
  addresses: 'address',
  source: 'source',
  every: 'cadence',
  timeZone: 'time zone',
  bestTime: 'best time',
  tags: 'tags',
  note: 'note',
  doNotContact: 'do not contact',
  title: 'title',
  department: 'department',
  nameParts: 'parts of the name',
  birthday: 'birthday',
  anniversaries: 'anniversary',
  links: 'link',
  extra: 'extra',
} as const satisfies Readonly<Record<keyof NewContact, string>>

type Field = keyof typeof fieldWords

function changedFields(before: Contact, after: NewContact): Field[] {
  return (Object.keys(fieldWords) as Field[]).filter(
    (field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]),
  )
}
