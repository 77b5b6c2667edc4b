import type { App } from '../app.ts'
import type { Contact } from '../domain/contact.ts'
import type { Findings } from '../domain/finding.ts'
import { document, type Json } from '../formats/json/json.ts'
import { checkView, mergeCommand, fixCommand } from '../views/tables/check.ts'
import { defineCommand } from '../command/define-command.ts'
import { contactsAsJson } from '../actions/promises/derived.ts'
import { findingsOf } from '../actions/people/findings.ts'
import { askThrough } from '../actions/people/fix-gaps.ts'

export const check = defineCommand({
  diary: 'needed',
  examples: ['fu check', 'fu check --fix', 'fu check --json'],
  details:
    'Suppliers, family and others are listed only for what was promised with them; who wants no contact, not at all.',
  options: (command) =>
    command
      .option('--fix', 'asks for what is missing, one by one; what was answered is written at once')
      .option('--all', 'everything, not only the first ten of a kind'),
  run: async (app, _, { fix, all }) => {
    const findings = findingsOf(app)
    if (fix === true) {
      await askThrough(app, findings)
      return
    }
    const { theme, terminal } = app
    terminal.print(
      app.json
        ? document({ items: itemsOf(app, findings) })
        : checkView(findings, { theme, width: terminal.width, all: all === true }),
    )
  },
})

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
