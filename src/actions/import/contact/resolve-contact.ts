import type { App } from '../../../app.ts'
import type { Transaction } from '../../../diary/writing/transaction.ts'
import type { ExportedContact } from '../../../domain/exported-diary.ts'
import type { Contact } from '../../../domain/contact.ts'
import { foreignUid } from '../../../domain/contact-details.ts'
import { excessOfMerged } from '../../../domain/import-limits.ts'
import { differencesText } from '../../../views/confirmations/differences.ts'
import { joinWords } from '../../../views/layout/pluralize.ts'
import { filledFromDiary, filledFromPerson } from './fill-contact.ts'
import { contactIdentifier, type Alike } from './identify-contact.ts'
import type { ImportReport } from '../report/report.ts'

/** The local contact for a contact of a file. */
export type Resolved = {
  readonly id: number
  /** Whether they take the referrer from the file. */
  readonly lacksReferrer: boolean
  /** Sets the contact who sent them, or `null`; called when all contacts of the file are imported. */
  refer(from: number | null): void
}

/** The other fields of a row, besides the contact. */
export type Resolving = {
  /** Whether it names the person who sent them: then `refer` completes the contact later. */
  readonly isSent: boolean
  /**
   * The UID that another program has for them. It is stored with the contact, so that the next file finds them by it.
   */
  readonly foreignUid: string | null
}

/** Reports why the contact of a row was left out. */
export type Skip = (name: string, why: string) => void

/** Imports the contacts of one file, and reports the results. */
export type ContactResolver = {
  /** Imports the contact of a row; `null` if it was left out. */
  resolve(place: string, row: ExportedContact, how: Resolving): Resolved | null
  /** The id of a contact that a row names, but that has no row in the file; `null` if it was left out. */
  find(place: string, row: ExportedContact, leave: Skip): number | null
  /** The contacts this file added. */
  readonly added: ReadonlySet<number>
}

/**
 * Missing values of a known contact are added only with `update`, or if the same file added the contact; do-not-contact
 * marks are always added. Existing values in the diary are never changed. Another diary has already distinguished its
 * contacts: two of them are never the same person.
 */
export function contactResolver(
  app: App,
  tx: Transaction,
  books: ImportReport,
  {
    update,
    isDiary,
    isBlocked,
  }: {
    readonly update: boolean
    readonly isDiary: boolean
    /** Whether a person may be somebody who was forgotten and blocked (R58). */
    readonly isBlocked: (person: ExportedContact) => boolean
  },
): ContactResolver {
  const identifier = contactIdentifier(app, { isDiary })
  const { added } = identifier
  const leaving =
    (place: string): Skip =>
    (name, why) =>
      books.leave('skipped', { place, name, why })
  const add = (row: ExportedContact, leave: Skip): number | null => {
    if (isBlocked(row)) {
      leave(row.name, `may be somebody who was forgotten and blocked; "fu add --anyway" adds them`)
      return null
    }
    const id = tx.imported.contact(row)
    identifier.wasAdded(id, row)
    return id
  }
  const severalFit = (name: string, contacts: readonly Contact[], leave: Skip): null => {
    const all = contacts.map(({ id }) => `@${id}`).join(' and ')
    leave(name, `matches ${all}; "fu merge" combines them`)
    return null
  }
  const addNew = (
    place: string,
    row: ExportedContact,
    { alike: [alike], leave }: { readonly alike: readonly Alike[]; readonly leave: Skip },
  ): number | null => {
    const id = add(row, leave)
    if (id !== null && alike !== undefined) {
      const { contact, why: common } = alike
      const why = `may be @${contact.id} ${contact.name} (${common}): fu merge @${id} @${contact.id}`
      books.mayBe({ place, name: row.name, why })
    }
    return id
  }
  /** Fills the gaps of a contact from the file, and reports the differences; `from` is who sent them. */
  const fill = (place: string, row: ExportedContact, contact: Contact, from: number | null): void => {
    const { name } = row
    const sender = from === null || from === contact.id ? null : app.diary().contacts.find(from)
    const fillFrom = isDiary ? filledFromDiary : filledFromPerson
    const { filled, gaps, mark, differences } = fillFrom(contact, row, sender)
    const other = differences.length > 0 ? differencesText(differences) : null
    const takes = update || added.has(contact.id)
    const excess = takes && gaps.length > 0 ? excessOfMerged(contact, filled) : null
    if (gaps.length + (mark === null ? 0 : 1) > 0 && takes && excess === null) {
      tx.editContact(contact.id, () => filled)
      identifier.wasChanged(contact.id)
      books.count('merged')
      if (other !== null)
        books.note(
          `${place}, ${name}, differs from @${contact.id}: ${other}; the value in the diary is kept.`,
        )
      return
    }
    const why = [
      ...(excess === null ? [] : [`nothing of it was added: ${excess}`]),
      ...(gaps.length === 0 || takes ? [] : [`--update would add ${joinWords(gaps)}`]),
      ...(other === null ? [] : [`differs in the file: ${other}; the value in the diary is kept`]),
    ]
    if (mark !== null) {
      // A do-not-contact mark from any diary applies (R58).
      tx.editContact(contact.id, (current) => ({ ...current, doNotContact: filled.doNotContact }))
      identifier.wasChanged(contact.id)
      books.count('merged')
      const all = [mark.words, ...why].join('; ')
      books.note(`${place}, ${name}, is now marked here too (@${contact.id}): ${all}.`)
    } else if (why.length === 0) books.count('unchanged')
    else leaving(place)(name, `is @${contact.id} ${contact.name} already; ${why.join('; ')}`)
  }
  /** A contact with the UID of another program: it is no detail of the person, so it needs no `update`. */
  const linked = (contact: Contact, uid: string): Contact => {
    const link = { name: foreignUid, group: null, params: {}, value: uid }
    const extra = [...contact.extra, link]
    if (excessOfMerged(contact, { ...contact, extra }) !== null) return contact
    identifier.wasChanged(contact.id)
    return tx.editContact(contact.id, () => ({ ...contact, extra }))
  }
  return {
    added,
    find: (place, row, leave) => {
      const known = identifier.identify(row, null)
      if (known.is === 'several') return severalFit(row.name, known.contacts, leave)
      return known.is === 'known' ? known.contact.id : addNew(place, row, { alike: known.alike, leave })
    },
    resolve: (place, row, { isSent, foreignUid: theirUid }) => {
      const known = identifier.identify(row, theirUid)
      if (known.is === 'several') return severalFit(row.name, known.contacts, leaving(place))
      if (known.is === 'new') {
        const id = addNew(place, row, { alike: known.alike, leave: leaving(place) })
        if (id === null) return null
        books.count('added')
        const refer = (from: number | null): void => {
          const uid = from === null ? undefined : app.diary().contacts.find(id)?.uid
          if (uid === undefined || from === null) return
          tx.imported.referrer(uid, from)
          identifier.wasChanged(id)
        }
        return { id, lacksReferrer: isSent, refer }
      }
      const contact = known.isByUid || theirUid === null ? known.contact : linked(known.contact, theirUid)
      const takes = update || added.has(contact.id)
      if (!isSent) fill(place, row, contact, null)
      return {
        id: contact.id,
        lacksReferrer: isSent && takes && contact.source.from === null,
        refer: (from) => {
          // Another row may have filled the contact in the meantime.
          if (isSent) fill(place, row, app.diary().contacts.find(contact.id) ?? contact, from)
        },
      }
    },
  }
}
