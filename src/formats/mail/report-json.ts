import type { ContactName } from '../../domain/contact.ts'
import type { MailReport, MailStranger, Unreplied } from '../../domain/mail-report.ts'
import { rfc3339 } from '../../domain/moment.ts'
import type { Json } from '../json/json.ts'

/** The report of a mailbox: promises with their current state, and everybody who was not matched. */
export function mailJson(
  report: MailReport,
  { history, promises }: { readonly history: number | null; readonly promises: readonly Json[] },
): { readonly [field: string]: Json } {
  const { counts } = report
  const ids = (of: readonly { readonly id: number }[]): Json => of.map(({ id }) => id)
  return {
    command: 'mail',
    undo: history,
    contact: null,
    promise: null,
    promises,
    entry: null,
    messages: {
      new: counts.written,
      known: counts.known,
      copies: counts.copies,
      takenBack: counts['taken back'],
      mine: counts['mine to nobody known'],
      unknown: counts.unknown,
      unclear: counts.unclear,
      blocked: counts.blocked,
      bulk: counts.bulk,
      elsewhere: counts.elsewhere,
      older: counts.older,
      bounces: counts.bounce,
      unreadable: counts.unreadable,
    },
    owed: report.owed.map(({ id, contact, what, due }) => ({
      promise: id,
      contact: nameJson(contact),
      what,
      due: { day: due.day, time: due.time },
    })),
    again: ids(report.again),
    closed: ids(report.closed),
    mayAnswer: report.mayAnswer.map(({ promise, wrote }) => ({ promise: promise.id, wrote: rfc3339(wrote) })),
    stillOpen: ids(report.stillOpen),
    waiting: ids(report.waiting),
    notArrived: ids(report.notArrived),
    added: report.added.map(({ id, name, address }) => ({ id, name, address })),
    doNotContact: report.unwanted.map(nameJson),
    newAddresses: report.newAddresses.map(({ contact, address }) => ({
      contact: nameJson(contact),
      address,
    })),
    unknown: report.unknown.map(strangerJson),
    unclear: report.unclear.map((one) => ({ ...strangerJson(one), contacts: one.contacts.map(nameJson) })),
    namesakes: report.namesakes.map((one) => ({ ...strangerJson(one), contact: nameJson(one.contact) })),
    elsewhere: report.elsewhere.map(({ address, messages, contacts }) => ({
      address,
      messages,
      contacts: contacts.map(nameJson),
    })),
    bounces: report.bounces.map(({ place, subject, at, contacts }) => ({
      place,
      subject,
      at: rfc3339(at),
      contacts: contacts.map(nameJson),
    })),
    unreadWishes: report.unreadWishes.map(({ address, subject, why }) => ({ address, subject, why })),
    ownCards: report.ownCards.map(({ contact, address }) => ({ contact: nameJson(contact), address })),
    invalid: report.unreadable.map(({ place, unreadable }) => ({ place, why: unreadable })),
  }
}

/** A message of mine that has no reply yet. */
export function unrepliedJson({ contact, subject, at }: Unreplied): Json {
  return { contact: nameJson(contact), subject, at: rfc3339(at) }
}

function nameJson({ id, name }: ContactName): { readonly [field: string]: Json } {
  return { id, name }
}

function strangerJson({ address, name, messages, direct, last }: MailStranger): {
  readonly [field: string]: Json
} {
  return { address, name, messages, direct, last: rfc3339(last) }
}
