import { Option } from '@commander-js/extra-typings'
import type { App } from '../app.ts'
import type { Pen } from '../diary/pen.ts'
import { channels, type Channel, type Contact, type NewContact } from '../domain/contact.ts'
import { isOneOf, newEntry } from '../domain/entry.ts'
import { usage } from '../domain/errors.ts'
import type { DroppedPromise } from '../domain/promise.ts'
import { readPeriod } from '../parse/period.ts'
import { changed, letGo } from '../views/receipt.ts'
import { defineCommand } from './command.ts'
import {
  contactOptions,
  readAddresses,
  readEmails,
  readLine,
  readName,
  readPhones,
  readZone,
} from './contact-options.ts'
import { stopPlans } from './plans.ts'
import { reportWrite } from './receipt.ts'
import { findContact } from './who.ts'

/** A field as it is changed: to a value, to nothing (`false`), or not at all. */
type Wish<Value> = Value | boolean | undefined

export const edit = defineCommand({
  diary: 'needed',
  examples: [
    'fu edit gary --phone mobile:0412555019 --best-time "before nine"',
    'fu edit @2 --name "Ada Müller-Stein" --no-company',
    'fu edit jose --do-not-contact call',
  ],
  more: 'A phone or email with a label takes the place of the one with that label; any other is put before those there are.',
  options: (command) =>
    contactOptions(command.argument('<who...>', 'the contact').option('--name <name>', 'their name'))
      .option('--no-company', 'no company')
      .option('--no-phone', 'no phone number')
      .option('--no-email', 'no email address')
      .option('--no-address', 'no address')
      .option('--no-nick', 'no nickname')
      .option('--no-by', 'never asked how to reach them')
      .option('--no-kind', 'no kind')
      .option('--no-met', 'met nowhere')
      .option('--no-from', 'sent by nobody')
      .option('--no-from-word', 'no source')
      .option('--no-tag', 'no tags')
      .option('--no-note', 'no note')
      .option('--no-every', 'the cadence of their kind')
      .option('--no-zone', 'the time zone is mine')
      .option('--no-best-time', 'any time is good')
      .addOption(
        new Option('--do-not-contact [channel]', 'they do not want to be contacted, at all or that way'),
      )
      .option('--may-contact', 'they may be contacted again'),
  run: async (app, [words], options) => {
    const sender = given(options.from, (typed) => typed)
    const from = typeof sender === 'string' ? await findContact(app, sender) : sender
    const phones = lists(options.phone, (texts) => readPhones(app, texts))
    const emails = lists(options.email, readEmails)
    const zone = given(options.zone, readZone)
    const every = given(options.every, readPeriod)
    const mark = readMark(options.doNotContact, options.mayContact === true)
    const text = (wish: Wish<string>, what: string): string | null | undefined =>
      given(wish, (typed) => readLine(typed, what))
    const name = options.name === undefined ? undefined : readName(options.name)
    const contact = await findContact(app, words.join(' '))

    const apply = (current: Contact): NewContact => {
      const { id: _id, uid: _uid, addedAt: _addedAt, ...rest } = current
      return {
        ...rest,
        name: name ?? current.name,
        company: or(text(options.company, 'A company'), current.company),
        nick: or(text(options.nick, 'A nickname'), current.nick),
        kind: or(
          given(options.kind, (kind) => kind),
          current.kind,
        ),
        channel: or(
          given(options.by, (channel) => channel),
          current.channel,
        ),
        phones: merged(phones, current.phones),
        emails: merged(emails, current.emails),
        addresses: or(given(options.address, readAddresses), current.addresses) ?? [],
        source: {
          met: or(text(options.met, 'Where you met'), current.source.met),
          word: or(text(options.fromWord, 'A source'), current.source.word),
          from: or(from, current.source.from),
        },
        every: or(every, current.every),
        timeZone: or(zone, current.timeZone),
        bestTime: or(text(options.bestTime, 'A best time'), current.bestTime),
        tags: tagged(options.tag, current.tags),
        note: or(text(options.note, 'A note'), current.note),
        doNotContact: or(mark, current.doNotContact),
      }
    }
    const fields = changedFields(contact, apply(contact))
    if (fields.length === 0) {
      throw usage(`Nothing to change on ${contact.name}.`, '"fu edit --help" lists what can be said.')
    }
    const { value, history } = app.diary().write({ command: 'edit', at: app.now }, (pen) => {
      pen.title(`edit ${contact.name} (@${contact.id}): ${fields.join(', ')}`)
      const edited = pen.editContact(contact.id, apply)
      return { edited, released: mark === 'all' ? release(app, pen, edited) : [] }
    })
    const { edited, released } = value
    reportWrite(app, {
      command: 'edit',
      history,
      contact: edited,
      promise: null,
      promises: released,
      entry: null,
      sentences: [changed(edited, fields), ...letGo(released)],
    })
  },
})

/** Drops what is open with somebody who does not want to be contacted, and stops their plans (R58). */
function release(app: App, pen: Pen, contact: Contact): DroppedPromise[] {
  const why = 'does not want to be contacted'
  stopPlans(app, pen, contact.id, why)
  return app
    .diary()
    .promises({ contacts: [contact.id], status: 'open' })
    .filter((promise) => promise.contact.id === contact.id)
    .map(({ id }) => {
      pen.addEntry(newEntry({ at: app.now, contactId: contact.id, promise: id, act: 'dropped', text: why }))
      return pen.dropPromise(id, app.now, why)
    })
}

const fieldWords: readonly (readonly [keyof NewContact, string])[] = [
  ['name', 'name'],
  ['company', 'company'],
  ['nick', 'nickname'],
  ['kind', 'kind'],
  ['channel', 'channel'],
  ['phones', 'phone'],
  ['emails', 'email'],
  ['addresses', 'address'],
  ['source', 'source'],
  ['every', 'cadence'],
  ['timeZone', 'time zone'],
  ['bestTime', 'best time'],
  ['tags', 'tags'],
  ['note', 'note'],
  ['doNotContact', 'do not contact'],
]

function changedFields(before: Contact, after: NewContact): string[] {
  return fieldWords
    .filter(([field]) => JSON.stringify(before[field]) !== JSON.stringify(after[field]))
    .map(([, word]) => word)
}

/** What a wish asks for: `null` to clear, `undefined` to leave. */
function given<Typed, Value>(wish: Wish<Typed>, read: (typed: Typed) => Value): Value | null | undefined {
  if (wish === false) return null
  return wish === undefined || wish === true ? undefined : read(wish)
}

function or<Value>(wish: Value | null | undefined, current: Value | null): Value | null {
  return wish === undefined ? current : wish
}

function lists<Item>(wish: Wish<string[]>, read: (texts: string[]) => Item[]): Item[] | null {
  return wish === false ? null : read(Array.isArray(wish) ? wish : [])
}

function merged<Item extends { readonly label: string | null; readonly value: string }>(
  wish: readonly Item[] | null,
  current: readonly Item[],
): readonly Item[] {
  if (wish === null) return []
  const replaced = current.map(
    (item) => wish.find(({ label }) => label !== null && label === item.label) ?? item,
  )
  const fresh = wish.filter((item) => !replaced.some(({ value }) => value === item.value))
  return [...fresh, ...replaced]
}

function tagged(wish: Wish<string[]>, current: readonly string[]): readonly string[] {
  if (wish === false) return []
  const more = Array.isArray(wish) ? wish.map((tag) => readLine(tag, 'A tag')) : []
  return [...new Set([...current, ...more])]
}

function readMark(
  wish: string | true | undefined,
  mayContact: boolean,
): readonly Channel[] | 'all' | null | undefined {
  if (mayContact) {
    if (wish !== undefined)
      throw usage('--do-not-contact and --may-contact cannot both be.', 'Say one of them.')
    return null
  }
  if (wish === undefined) return undefined
  if (wish === true) return 'all'
  if (isOneOf(channels, wish)) return [wish]
  throw usage(
    `"${wish}" is no way to reach somebody.`,
    `Take one of ${channels.join(', ')}, or none for all.`,
  )
}
