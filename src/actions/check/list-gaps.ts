import type { App } from '../../app.ts'
import type { Contact } from '../../domain/contact.ts'
import type { Findings } from '../../domain/finding.ts'
import type { Json } from '../../formats/json/json.ts'
import { checkView, mergeCommand, fixCommand } from '../../views/tables/check.ts'
import { contactsAsJson } from '../derived.ts'
import { printData, viewOptions } from '../print-data.ts'
import { findingsOf } from './findings.ts'

/** Prints missing details and possible duplicates; without `all`, the first ten of each kind. */
export function listGaps(app: App, { all }: { readonly all: boolean }): void {
  const findings = findingsOf(app)
  printData(app, {
    json: () => ({ items: itemsOf(app, findings) }),
    text: () => checkView(findings, { ...viewOptions(app), all }),
  })
}

function itemsOf(app: App, { gaps, duplicates }: Findings): Json[] {
  const people = [...gaps.map(({ contact }) => contact), ...duplicates.flatMap(({ contacts }) => contacts)]
  const unique = [...new Map(people.map((contact) => [contact.id, contact])).values()]
  const documents = contactsAsJson(app, unique)
  const byId = new Map(unique.map(({ id }, index) => [id, documents[index] ?? null]))
  const asJson = ({ id }: Contact): Json => byId.get(id) ?? null
  return [
    ...gaps.map((gap) => ({
      kind: gap.kind,
      contacts: [asJson(gap.contact)],
      promise: gap.promise?.id ?? null,
      alike: [],
      command: fixCommand(gap),
    })),
    ...duplicates.map((some) => ({
      kind: 'duplicates',
      contacts: some.contacts.map(asJson),
      promise: null,
      alike: some.alike.map(({ by, value }) => ({ by, value })),
      command: mergeCommand(some),
    })),
  ]
}
