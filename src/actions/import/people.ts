import type { App } from '../../app.ts'
import type { Transaction } from '../../diary/writing/transaction.ts'
import { uidOfName } from '../../diary/writing/name-uid.ts'
import type { ImportedPerson, ImportRow } from '../../domain/import.ts'
import { excessOf } from '../../domain/import-limits.ts'
import type { Plan } from '../../domain/plan.ts'
import { normalizeText } from '../../domain/normalize.ts'
import type { ImportReport } from './report.ts'
import { contactOf, type ContactResolver, type Resolved } from './resolve-contact.ts'
import { beginPlan } from '../plans/start.ts'

/** What is said of everybody in a stack of cards. */
export type Stack = Pick<ImportedPerson, 'kind' | 'met' | 'tags'> & { readonly plan: Plan | null }

/** Writes the people of an address book, and starts a plan with those who are added where one is named. */
export async function importPeople(
  app: App,
  tx: Transaction,
  rows: Iterable<ImportRow> | AsyncIterable<ImportRow>,
  {
    account,
    meets,
    stack,
  }: { readonly account: ImportReport; readonly meets: ContactResolver; readonly stack: Stack },
): Promise<void> {
  const { country } = app.settings()
  const sent: { readonly met: Resolved; readonly by: string; readonly place: string }[] = []
  for await (const row of rows) {
    const place = `line ${row.line}`
    if ('invalid' in row) {
      account.leave('invalid', { place, name: null, why: row.invalid })
      continue
    }
    const excess = excessOf(row.person)
    if (excess !== null) {
      account.leave('invalid', { place, name: null, why: excess })
      continue
    }
    const before = meets.added.size
    const { from: by } = row.person
    const met = meets.resolve(place, contactOf(withStack(row.person, stack), country), by !== null)
    if (met === null) continue
    if (by !== null) sent.push({ met, by, place })
    const isAdded = meets.added.size > before
    const contact = isAdded && stack.plan !== null ? app.diary().contacts.find(met.id) : null
    if (contact === null || stack.plan === null) continue
    const what = contact.source.met ?? contact.company ?? contact.name
    beginPlan(app, tx, stack.plan, { at: app.now, contact, what, transit: null })
  }
  for (const { met, by, place } of sent) {
    const [from, another] = app.diary().contacts.knownBy('name', normalizeText(by), 2)
    const isKnown = from !== undefined && another === undefined
    met.refer(isKnown ? from : null)
    if (!isKnown && met.lacksReferrer)
      account.note(
        `${place} was sent by ${by}, but ${from === undefined ? 'nobody here is' : 'several here are'} called that.`,
      )
  }
}

function withStack(person: ImportedPerson, { kind, met, tags }: Stack): ImportedPerson {
  return {
    ...person,
    // A row that was read before is known again, even where it has nothing but a name.
    uid: person.uid ?? uidOfName(`contact ${JSON.stringify(person)}`),
    kind: person.kind ?? kind,
    met: person.met ?? met,
    tags: [...new Set([...person.tags, ...tags])],
  }
}
