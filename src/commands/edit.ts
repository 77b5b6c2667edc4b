import { Option } from '@commander-js/extra-typings'
import type { App } from '../app.ts'
import { editContact } from '../actions/people/edit.ts'
import { findContact } from '../actions/people/find-contact.ts'
import { editPromiseAsText } from '../actions/promises/edit-text.ts'
import { editPromise } from '../actions/promises/edit.ts'
import { findPromise, isPromiseNumber } from '../actions/promises/find-promise.ts'
import { givenPromiseOption, readPromiseEdit } from '../actions/promises/read-promise-edit.ts'
import { replacesAll } from '../command/collect.ts'
import { clearingOptions, contactOptions } from '../command/contact-options.ts'
import { defineCommand } from '../command/define-command.ts'
import type { ContactName } from '../domain/contact.ts'
import type { ContactEdit, FieldEdit, ListEdit } from '../domain/contact-edit.ts'
import { usage } from '../domain/errors.ts'
import { readAnniversary, readBirthday, readExtra, readLink } from '../parse/contact/card-details.ts'
import { readAddress, readName, readZone } from '../parse/contact/details.ts'
import { readEmail, readPhones } from '../parse/contact/phone.ts'
import { readChannel } from '../parse/channel.ts'
import { readEvery } from '../parse/phrase/period.ts'
import { readLine } from '../parse/text.ts'

/** An option of a field that can be cleared: its value, `false` to clear it, or `true` or nothing if it is not given. */
type Clearable<Value> = Value | boolean | undefined

export default defineCommand({
  diary: 'needed',
  examples: [
    'fu edit gary',
    'fu edit gary --phone mobile:0412555019 --best-time "before nine"',
    'fu edit @2 --name "Ada Müller-Stein" --no-company',
    'fu edit jose --do-not-contact call',
    'fu edit 5',
    'fu edit 5 --what "send the quote" --hot',
    'fu edit 5 --every 2w',
  ],
  details:
    'Without options, the contact opens in your editor (VISUAL, EDITOR). A phone or email with a label replaces the one with that label; any other is added before the others. A number means a promise, which opens in the editor too; --what, --due, --hot, --about and --when change a promise, --by and --every a contact or the promise of a number.',
  options: (command) =>
    clearingOptions(
      contactOptions(
        command
          .argument('<who...>', 'the contact, or the number of a promise')
          .option('--name <name>', 'their name'),
      ),
    )
      .addOption(
        new Option(
          '--do-not-contact [channel]',
          'they do not want to be contacted, at all or that way',
        ).argParser(collectMarks),
      )
      .option('--may-contact', 'they may be contacted again')
      .option('--what <text>', 'of a promise: what is to be done')
      .option('-d, --due <when>', 'of a promise: a new day; they are not told of it')
      .option('--hot', 'of a promise: to be done first')
      .option('--no-hot', 'of a promise: in its turn')
      .option('--about <who>', 'of a promise: the client it is about')
      .option('--no-about', 'of a promise: about nobody else')
      .option('--when <trigger>', 'of a promise: what it waits for')
      .option('--no-when', 'of a promise: it waits for nothing'),
  run: async (app, [words], { what, due, hot, about, when, ...options }) => {
    const ofPromise = { what, due, hot, about, when }
    const { mayContact, doNotContact, ...fields } = options
    const saysMark = mayContact === true || doNotContact !== undefined
    const saysNothing = !saysMark && !Object.values(fields).some(isGiven)
    const promiseOption = givenPromiseOption(ofPromise)
    const { by, every: often, ...others } = fields
    const saysOther = saysMark || Object.values(others).some(isGiven)
    if (promiseOption !== null || (!saysOther && isPromiseNumber(app, words))) {
      if (saysOther) {
        throw usage(
          `${promiseOption} changes a promise, and cannot be combined with details of a contact.`,
          'Take two commands.',
        )
      }
      const edit = await readPromiseEdit(app, { ...ofPromise, by, every: often })
      const promise = await findPromise(app, words.join(' '))
      const { editor } = app.terminal
      const isEmpty = Object.keys(edit).length === 0
      await (isEmpty && editor !== null
        ? editPromiseAsText(app, promise, editor)
        : editPromise(app, promise, edit))
      return
    }
    const from = isGiven(fields.from) ? await findSender(app, fields.from) : undefined
    const { country } = app.settings()
    const phones = readList(fields.phone, (text) => readPhones(text, country))
    const emails = readList(fields.email, (text) => [readEmail(text)])
    const timeZone = readField(fields.zone, readZone)
    const every = readField(fields.every, readEvery)
    const mark = readMark(doNotContact, mayContact === true)
    const name = fields.name === undefined ? undefined : readName(fields.name)
    const contact = await findContact(app, words.join(' '))
    const edit: ContactEdit | null = saysNothing
      ? null
      : {
          name,
          company: readField(fields.company, line('A company')),
          nick: readField(fields.nick, line('A nickname')),
          kind: readField(fields.kind, same),
          channel: readField(fields.by, same),
          phones,
          emails,
          addresses: readField(fields.address, (text) => [readAddress(text)]),
          met: readField(fields.met, line('Where you met')),
          fromWord: readField(fields.fromWord, line('A source')),
          from,
          every,
          timeZone,
          bestTime: readField(fields.bestTime, line('A best time')),
          tags: readList(fields.tag, (text) => [readLine(text, 'A tag')]),
          note: readField(fields.note, line('A note')),
          title: readField(fields.title, line('A title')),
          department: readField(fields.department, line('A department')),
          birthday: readField(fields.birthday, readBirthday),
          anniversaries: readList(fields.anniversary, (text) => [readAnniversary(text)]),
          links: readList(fields.link, (text) => [readLink(text)]),
          nameParts: {
            prefix: readField(fields.prefix, line('A name prefix')),
            given: readField(fields.given, line('A given name')),
            middle: readField(fields.middle, line('A middle name')),
            family: readField(fields.family, line('A family name')),
            suffix: readField(fields.suffix, line('A name suffix')),
          },
          extra: readList(fields.extra, (text) => [readExtra(text)]),
          doNotContact: mark,
        }
    await editContact(app, contact, edit)
  },
})

/** Whether an option was given; one that can be cleared is `true` if it was not. */
function isGiven<Value>(option: Clearable<Value>): option is Exclude<Value, true> | false {
  return option !== undefined && option !== true
}

async function findSender(app: App, typed: string | false): Promise<ContactName | null> {
  if (typed === false) return null
  const { id, name } = await findContact(app, typed)
  return { id, name }
}

function readField<Typed, Value>(option: Clearable<Typed>, read: (typed: Typed) => Value): FieldEdit<Value> {
  if (option === false) return null
  return option === undefined || option === true ? undefined : read(option)
}

function readList<Item>(
  option: Clearable<string[]>,
  read: (text: string) => readonly Item[],
): ListEdit<Item> {
  if (!Array.isArray(option)) return { items: [], clear: option === false }
  return { items: option.flatMap(read), clear: replacesAll(option) }
}

function line(what: string): (text: string) => string {
  return (text) => readLine(text, what)
}

function same<Value>(value: Value): Value {
  return value
}

/** Collects channels; once the option was given without one, it stays all of them. */
function collectMarks(value: string, before: string[] | true | undefined): string[] | true {
  return before === true ? true : [...(before ?? []), ...value.split(',').map((word) => word.trim())]
}

function readMark(option: string[] | true | undefined, mayContact: boolean): ContactEdit['doNotContact'] {
  if (mayContact) {
    if (option !== undefined)
      throw usage('--do-not-contact and --may-contact cannot be combined.', 'Use only one of them.')
    return null
  }
  if (option === undefined) return undefined
  if (option === true || option.includes('all')) return 'all'
  return option.map(readChannel)
}
