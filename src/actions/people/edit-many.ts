import type { App } from '../../app.ts'
import { nameAndCompany, type Contact } from '../../domain/contact.ts'
import { editedContact, type ContactEdit } from '../../domain/contact-edit.ts'
import { notFound, usage } from '../../domain/errors.ts'
import type { PeopleFilter } from '../../domain/people-filter.ts'
import { confirmMany } from '../ask/confirm-many.ts'
import type { WriteResult } from '../print-result.ts'
import { changeContacts, wordsChangedBy, type Apply } from './change-contact.ts'
import { choosePeople } from './people-filter.ts'

/**
 * Makes the same change to every contact that the filter chooses, as one step that one undo takes back. Contacts that
 * already match are left out. With `confirm`, the changes are shown first, and confirmed.
 *
 * @throws FuError `not-found` if the filter chooses nobody; `usage` if nothing changes, or the answer is no
 */
export async function editPeople(
  app: App,
  filter: PeopleFilter,
  edit: ContactEdit,
  { confirm }: { readonly confirm: boolean },
): Promise<WriteResult> {
  const chosen = choosePeople(app, app.diary().contacts.all(), filter)
  if (chosen.length === 0)
    throw notFound('Nobody matches.', '"fu people" takes the same filters and lists who matches.')
  const apply: Apply = (current) => editedContact(current, edit)
  const wordsFor = (contact: Contact): string => wordsChangedBy([contact], apply).join(', ')
  const [first, ...others] = chosen.filter((contact) => wordsFor(contact) !== '')
  if (first === undefined)
    throw usage(`Nothing to change on ${people(chosen.length)}.`, '"fu edit --help" lists the options.')
  const changed = [first, ...others] as const
  if (confirm) {
    const lines = changed.map((contact) => `@${contact.id}  ${nameAndCompany(contact)}: ${wordsFor(contact)}`)
    await confirmMany(app, { lines, what: `change ${people(changed.length)}`, of: 'people' })
  }
  const same = chosen.length - changed.length
  if (same > 0) app.terminal.note(`${same} of ${chosen.length} need no change.`)
  return changeContacts(app, changed, apply)
}

function people(count: number): string {
  return count === 1 ? 'one person' : `${count} people`
}
