import { Option } from '@commander-js/extra-typings'
import { contactKinds, type Contact } from '../domain/contact.ts'
import { plain } from '../domain/spelling.ts'
import { document } from '../formats/json.ts'
import { peopleTable } from '../views/promise-table.ts'
import { collect, defineCommand } from './command.ts'
import { contactFigures, contactsAsJson } from './figures.ts'

export const people = defineCommand({
  diary: 'reads',
  examples: ['fu people', 'fu people --tag supplier', 'fu people --met "trade show" --nothing-next'],
  options: (command) =>
    command
      .argument('[text...]', 'what their name, number, company or note holds')
      .addOption(new Option('--kind <kind>', 'of this kind').choices(contactKinds))
      .option('--tag <word>', 'with this tag; given again, with both', collect)
      .option('--met <where>', 'met there')
      .option('--nothing-next', 'with no open promise')
      .option('--do-not-contact', 'who do not want to be contacted'),
  run: (app, [text], options) => {
    const words = text.join(' ')
    const contacts = words === '' ? app.diary().contacts() : app.diary().search(words).contacts
    const figures = contactFigures(app, contacts)
    const chosen = contacts
      .filter((contact) => options.kind === undefined || contact.kind === options.kind)
      .filter((contact) => (options.tag ?? []).every((tag) => isTagged(contact, tag)))
      .filter(
        (contact) =>
          options.met === undefined || plain(contact.source.met ?? '').includes(plain(options.met)),
      )
      .filter(
        (contact) => options.nothingNext !== true || (figures.get(contact.id)?.nextDay ?? null) === null,
      )
      .filter((contact) => options.doNotContact !== true || contact.doNotContact !== null)
    if (app.json) {
      app.terminal.print(document({ items: contactsAsJson(app, chosen) }))
      return
    }
    if (chosen.length === 0) app.terminal.note('No such contacts.')
    const { theme, words: dateWords, now, terminal } = app
    const rows = chosen.map((contact) => ({
      contact,
      last: figures.get(contact.id)?.lastContact ?? null,
      next: figures.get(contact.id)?.nextDay ?? null,
    }))
    terminal.print(peopleTable(rows, { theme, words: dateWords, now, width: terminal.width }))
  },
})

function isTagged(contact: Contact, tag: string): boolean {
  return contact.tags.some((own) => plain(own) === plain(tag))
}
