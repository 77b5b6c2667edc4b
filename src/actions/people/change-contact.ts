import type { App } from '../../app.ts'
import type { Contact, NewContact } from '../../domain/contact.ts'
import { factsOf } from '../../domain/entry-data.ts'
import type { Entry } from '../../domain/entry.ts'
import { usage } from '../../domain/errors.ts'
import type { DroppedPromise } from '../../domain/promise.ts'
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

/**
 * Changes a contact and says so. `apply` gets the contact as it is in the transaction, which another terminal may have
 * changed.
 *
 * @throws FuError `usage` if nothing changes, or they would have come from themselves
 */
export function changeContact(
  app: App,
  contact: Contact,
  apply: (current: Contact) => NewContact,
): WriteResult {
  const wanted = apply(contact)
  const fields = changedFields(contact, wanted)
  if (wanted.source.from?.id === contact.id && contact.source.from?.id !== contact.id) {
    throw usage(
      `${contact.name} cannot have come from themselves.`,
      'Name who sent them, or nobody: --no-from.',
    )
  }
  if (fields.length === 0) {
    throw usage(`Nothing to change on ${contact.name}.`, '"fu edit --help" lists the options.')
  }
  const isReferred = wanted.source.from?.id !== contact.source.from?.id
  const sender = isReferred ? referrerToThank(app, wanted) : null
  const { value, history } = app.diary().write({ command: 'edit', at: app.now }, (tx) => {
    tx.title(`edit ${contact.name} (@${contact.id}): ${fields.map((field) => fieldWords[field]).join(', ')}`)
    const edited = tx.editContact(contact.id, apply)
    const isMarked = fields.includes('doNotContact') && edited.doNotContact === 'all'
    return {
      edited,
      released: isMarked ? tx.dropUnwanted(edited.id) : [],
      thanks: sender === null ? [] : thankReferrer(app, tx, sender, edited),
    }
  })
  const { edited, released, thanks } = value
  const isFreed = contact.doNotContact === 'all' && edited.doNotContact !== 'all'
  const [promise = null, ...promises] = thanks
  const result = reportWrite(app, {
    command: 'edit',
    history,
    contact: edited,
    promise,
    promises: [...promises, ...released],
    comesUp: thanks,
    entry: null,
    sentences: [
      changedSentence(
        edited,
        fields.map((field) => (field === 'doNotContact' ? wishWords(edited) : fieldWords[field])),
      ),
      ...thanks.map((step) => plannedSentence(step, dateContext(app))),
      ...droppedWithMarkLines(released),
      ...(isFreed ? staysDroppedLines(edited, lastReleased(app, edited)) : []),
    ],
  })
  warnUnreachableAll(app, thanks)
  return result
}

/** What was dropped when they were last marked. */
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

/** A mark that is gone is said as what it allows. */
function wishWords({ doNotContact }: Contact): string {
  if (doNotContact === null) return 'may be contacted'
  return doNotContact === 'all' ? 'do not contact' : `do not contact by ${doNotContact.join(' or ')}`
}

/** What is known of a contact, which a change begins with. */
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
