import type { CallsReport, Stranger } from '../../domain/call-report.ts'
import type { ContactName } from '../../domain/contact.ts'
import { rfc3339 } from '../../domain/moment.ts'
import type { Json } from '../json/json.ts'

/** The result of importing a call log: the promises in their new state, and everybody who was not matched. */
export function callsJson(
  report: CallsReport,
  { history, promises }: { readonly history: number | null; readonly promises: readonly Json[] },
): { readonly [field: string]: Json } {
  const named = (contacts: readonly ContactName[]): Json => contacts.map(({ id, name }) => ({ id, name }))
  const ids = (of: readonly { readonly id: number }[]): Json => of.map(({ id }) => id)
  return {
    command: 'calls',
    undo: history,
    contact: null,
    promise: null,
    promises,
    entry: null,
    rows: {
      new: report.counts.fresh,
      known: report.counts.known,
      unknown: report.counts.unknown,
      ambiguous: report.counts.ambiguous,
      withoutNumber: report.counts.withoutNumber,
      blocked: report.counts.blocked,
      notCalls: report.counts.notCalls,
      invalid: report.counts.invalid,
    },
    withoutCountry: report.withoutCountry,
    owed: report.owed.map(({ id, contact, what, due }) => ({
      promise: id,
      contact: { id: contact.id, name: contact.name },
      what,
      due: { day: due.day, time: due.time },
    })),
    again: ids(report.again),
    closed: ids(report.closed),
    stillOpen: ids(report.stillOpen),
    added: named(report.added),
    doNotContact: named(report.unwanted),
    older: named(report.tooOld),
    unknown: report.unknown.map(strangerJson),
    ambiguous: report.ambiguous.map((one) => ({ ...strangerJson(one), contacts: named(one.contacts) })),
    namesakes: report.namesakes.map((one) => ({ ...strangerJson(one), contact: named([one.contact]) })),
    invalid: report.invalid.map(({ place, invalid }) => ({ place, why: invalid })),
  }
}

function strangerJson({ phone, name, calls, missed, last }: Stranger): { readonly [field: string]: Json } {
  return { number: phone.value, e164: phone.e164, name, calls, missed, last: rfc3339(last) }
}
