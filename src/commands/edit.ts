import { Option } from '@commander-js/extra-typings'
import { channels, type Channel, type Contact, type ContactName, type NewContact } from '../domain/contact.ts'
import { isOneOf } from '../domain/entry.ts'
import { usage } from '../domain/errors.ts'
import { readEvery } from '../parse/phrase/period.ts'
import { changeContact, knownOf } from '../actions/people/change-contact.ts'
import { defineCommand } from '../command/define-command.ts'
import { replacesAll } from '../command/collect.ts'
import { contactOptions } from '../command/contact-options.ts'
import { readAddress, readName, readZone } from '../parse/contact/details.ts'
import { readEmail, readPhone } from '../parse/contact/phone.ts'
import { readLine } from '../parse/text.ts'
import { editAsText } from '../actions/people/edit-text.ts'
import { writeReword } from '../actions/promises/reword.ts'
import { findPromise } from '../actions/promises/find-promise.ts'
import { findContact } from '../actions/people/find-contact.ts'

/** A field as it is changed: to a value, to nothing (`false`), or not at all. */
type Wish<Value> = Value | boolean | undefined

export const edit = defineCommand({
  diary: 'needed',
  examples: [
    'fu edit gary',
    'fu edit gary --phone mobile:0412555019 --best-time "before nine"',
    'fu edit @2 --name "Ada Müller-Stein" --no-company',
    'fu edit jose --do-not-contact call',
    'fu edit 5 --what "send the quote"',
  ],
  details:
    'Without options, the contact opens in your editor (VISUAL, EDITOR). A phone or email with a label takes the place of the one with that label; any other is put before those there are. --what says a promise in other words, by its number or whose it is.',
  options: (command) =>
    contactOptions(
      command
        .argument('<who...>', 'the contact; with --what, the promise')
        .option('--name <name>', 'their name'),
    )
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
      .option('--may-contact', 'they may be contacted again')
      .option('--what <text>', 'what is promised, in other words'),
  run: async (app, [words], { what: otherWords, ...options }) => {
    if (otherWords !== undefined) {
      const { mayContact, doNotContact, ...wishes } = options
      if (mayContact === true || doNotContact !== undefined || !Object.values(wishes).every(isUnsaid)) {
        throw usage(
          '--what is of a promise, and goes with nothing that is said of a person.',
          'Take two commands.',
        )
      }
      const line = readLine(otherWords, 'A promise')
      writeReword(app, await findPromise(app, words.join(' ')), line)
      return
    }
    const sender = given(options.from, (typed) => typed)
    const from = typeof sender === 'string' ? nameOf(await findContact(app, sender)) : sender
    const phones = lists(options.phone, (text) => readPhone(text, app.settings().country))
    const emails = lists(options.email, readEmail)
    const zone = given(options.zone, readZone)
    const every = given(options.every, readEvery)
    const mark = readMark(options.doNotContact, options.mayContact === true)
    const text = (wish: Wish<string>, what: string): string | null | undefined =>
      given(wish, (typed) => readLine(typed, what))
    const name = options.name === undefined ? undefined : readName(options.name)
    const contact = await findContact(app, words.join(' '))

    const wishes = [
      options.name,
      options.company,
      options.nick,
      options.phone,
      options.email,
      options.address,
      options.by,
      options.bestTime,
      options.zone,
      options.kind,
      options.met,
      options.from,
      options.fromWord,
      options.every,
      options.tag,
      options.note,
    ]
    const { editor } = app.terminal
    if (editor !== null && mark === undefined && wishes.every(isUnsaid)) {
      await editAsText(app, contact, editor)
      return
    }

    const apply = (current: Contact): NewContact => {
      return {
        ...knownOf(current),
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
        phones: merged(phones, clearedFirst(options.phone) ? [] : current.phones),
        emails: merged(emails, clearedFirst(options.email) ? [] : current.emails),
        addresses:
          or(
            given(options.address, (typed) => [readAddress(typed)]),
            current.addresses,
          ) ?? [],
        source: {
          met: or(text(options.met, 'Where you met'), current.source.met),
          word: or(text(options.fromWord, 'A source'), current.source.word),
          from: or(from, current.source.from),
        },
        every: or(every, current.every),
        timeZone: or(zone, current.timeZone),
        bestTime: or(text(options.bestTime, 'A best time'), current.bestTime),
        tags: tagged(options.tag, clearedFirst(options.tag) ? [] : current.tags),
        note: or(text(options.note, 'A note'), current.note),
        doNotContact: marked(mark, current.doNotContact),
      }
    }
    changeContact(app, contact, apply)
  },
})

function nameOf({ id, name }: Contact): ContactName {
  return { id, name }
}

/** Whether an option was not given; one that can be cleared stands as `true` then. */
function isUnsaid(wish: unknown): boolean {
  return wish === undefined || wish === true
}

/** What a wish asks for: `null` to clear, `undefined` to leave. */
function given<Typed, Value>(wish: Wish<Typed>, read: (typed: Typed) => Value): Value | null | undefined {
  if (wish === false) return null
  return wish === undefined || wish === true ? undefined : read(wish)
}

function or<Value>(wish: Value | null | undefined, current: Value | null): Value | null {
  return wish === undefined ? current : wish
}

function lists<Item>(wish: Wish<string[]>, read: (text: string) => Item): Item[] | null {
  return wish === false ? null : Array.isArray(wish) ? wish.map(read) : []
}

function clearedFirst(wish: Wish<string[]>): boolean {
  return Array.isArray(wish) && replacesAll(wish)
}

/** What is said again gets its new label; what has a label takes the place of the first with it; the rest comes first. */
function merged<Item extends { readonly label: string | null; readonly value: string }>(
  wish: readonly Item[] | null,
  current: readonly Item[],
): readonly Item[] {
  if (wish === null) return []
  const items = [...current]
  const fresh: Item[] = []
  for (const item of wish) {
    const same = items.findIndex(({ value }) => value === item.value)
    const labelled = item.label === null ? -1 : items.findIndex(({ label }) => label === item.label)
    const place = same === -1 ? labelled : same
    if (place === -1) fresh.push(item)
    else items[place] = item.label === null ? { ...item, label: items[place]?.label ?? null } : item
  }
  return [...fresh, ...items]
}

function tagged(wish: Wish<string[]>, current: readonly string[]): readonly string[] {
  if (wish === false) return []
  const more = Array.isArray(wish) ? wish.map((tag) => readLine(tag, 'A tag')) : []
  return [...new Set([...current, ...more])]
}

/** Marks add up: only --may-contact frees what was marked before (R58). */
function marked(
  wish: readonly Channel[] | 'all' | null | undefined,
  current: Contact['doNotContact'],
): Contact['doNotContact'] {
  if (wish === undefined || wish === null) return wish === undefined ? current : null
  if (wish === 'all' || current === 'all') return 'all'
  return [...new Set([...(current ?? []), ...wish])]
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
  if (wish === true || wish === 'all') return 'all'
  if (isOneOf(channels, wish)) return [wish]
  throw usage(
    `"${wish}" is no way to reach somebody.`,
    `Take one of ${channels.join(', ')}, or none for all.`,
  )
}
