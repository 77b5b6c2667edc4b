import { pluralize } from '../../views/layout/pluralize.ts'
import type { App } from '../../app.ts'
import type { Transaction } from '../../diary/writing/transaction.ts'
import { uidOfName } from '../../diary/writing/name-uid.ts'
import { placeOf, type FileRow, type ImportedPerson } from '../../domain/import.ts'
import { excessOf } from '../../domain/import-limits.ts'
import type { Plan } from '../../domain/plan.ts'
import { normalizeText } from '../../domain/normalize.ts'
import type { ImportReport } from './report/report.ts'
import type { ContactResolver, Resolved } from './contact/resolve-contact.ts'
import { withoutCountrySentence } from '../../views/confirmations/imported.ts'
import { contactOf } from './contact/contact-of.ts'
import { beginPlan } from '../plans/start.ts'
import { loadOn } from '../day-load.ts'
import { spreadOverDays } from '../../schedule/plans/spread.ts'
import { addDays, type Day } from '../../domain/day.ts'

/** The details that apply to everybody in a stack of cards. */
export type Stack = Pick<ImportedPerson, 'kind' | 'met' | 'tags'> & { readonly plan: Plan | null }

/** Imports the people of an address book, and starts a plan with those who are added, if one is named. */
export async function importPeople(
  app: App,
  tx: Transaction,
  rows: Iterable<FileRow> | AsyncIterable<FileRow>,
  {
    account,
    meets,
    stack,
  }: { readonly account: ImportReport; readonly meets: ContactResolver; readonly stack: Stack },
): Promise<void> {
  const { country } = app.settings()
  const added: number[] = []
  let withoutCountry = 0
  const sent: { readonly met: Resolved; readonly by: string; readonly place: string }[] = []
  for await (const { file, row } of rows) {
    const place = placeOf(file, row.line)
    if ('invalid' in row) {
      account.leave('invalid', { place, name: null, why: row.invalid })
      continue
    }
    const excess = excessOf(row.person)
    if (excess !== null) {
      account.leave('invalid', { place, name: null, why: excess })
      continue
    }
    for (const fault of row.faults) account.fault({ file, name: row.person.name }, fault)
    const before = meets.added.size
    const { from: by } = row.person
    const contact = contactOf(withStack(row.person, stack), country)
    const met = meets.resolve(place, contact, { isSent: by !== null, foreignUid: row.person.uid })
    if (met === null) continue
    if (country === null) withoutCountry += contact.phones.filter(({ e164 }) => e164 === null).length
    if (by !== null) sent.push({ met, by, place })
    if (stack.plan !== null && meets.added.size > before) added.push(met.id)
  }
  if (withoutCountry > 0) account.note(withoutCountrySentence(withoutCountry))
  if (stack.plan !== null && added.length > 0) account.note(beginPlans(app, tx, stack.plan, added))
  for (const { met, by, place } of sent) {
    const [from, another] = app.diary().contacts.knownBy('name', normalizeText(by), 2)
    const isKnown = from !== undefined && another === undefined
    met.refer(isKnown ? from : null)
    if (isKnown || !met.lacksReferrer) continue
    // Keeps the name of the referrer, although nobody here has it (R71).
    tx.editContact(met.id, (contact) => ({
      ...contact,
      source: { ...contact.source, word: contact.source.word ?? by },
    }))
    const why = from === undefined ? 'no contact has' : 'several contacts have'
    account.note(`${place} was referred by ${by}, but ${why} that name; it is kept as their source.`)
  }
}

/** Starts a plan with everybody who was added, on working days with room (R9); returns the sentence about it. */
function beginPlans(app: App, tx: Transaction, plan: Plan, ids: readonly number[]): string {
  const { dayLoad, week } = app.settings()
  const capacity = { week, dayLoad, loadOn: (day: Day) => loadOn(app, day) }
  const spread = spreadOverDays(ids, addDays(app.now.day, 1), capacity)
  for (const { item: id, day } of spread) {
    const contact = app.diary().contacts.find(id)
    if (contact === null) continue
    const what = contact.source.met ?? contact.company ?? contact.name
    beginPlan(app, tx, plan, { at: app.now, contact, what, transit: null, notBefore: day })
  }
  const [first, last] = [spread[0], spread.at(-1)].map((one) =>
    app.words.short(one?.day ?? app.now.day, app.now.day),
  )
  const days = first === last ? `on ${first}` : `from ${first} to ${last}`
  return `The plan ${plan.name} starts with ${pluralize(ids.length, 'contact')}, ${days}; --no-plan starts nothing.`
}

function withStack(person: ImportedPerson, { kind, met, tags }: Stack): ImportedPerson {
  return {
    ...person,
    // A row that was imported before is recognized, even if it has only a name.
    uid: person.uid ?? uidOfName(`contact ${JSON.stringify(person)}`),
    kind: person.kind ?? kind,
    met: person.met ?? met,
    tags: [...new Set([...person.tags, ...tags])],
  }
}
