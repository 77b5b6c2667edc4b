import type { App } from '../app.ts'
import {
  mayContact,
  emptyContact,
  type Contact,
  type ContactName,
  type NewContact,
  type Phone,
} from '../domain/contact.ts'
import { usage } from '../domain/errors.ts'
import { newPromise, type OpenPromise } from '../domain/promise.ts'
import { digitsOf, normalizeText } from '../domain/normalize.ts'
import { readEvery } from '../parse/phrase/period.ts'
import { readEmail, readPhone } from '../parse/contact/phone.ts'
import { addedSentence, plannedSentence, promisedSentence } from '../views/confirmations/writes.ts'
import { defineCommand } from '../command/define-command.ts'
import {
  contactOptions,
  readAddresses,
  readEmails,
  readLine,
  readName,
  readPhones,
  readZone,
} from '../actions/people/options.ts'
import { refuseForgotten } from '../actions/people/unwanted.ts'
import { askNextStep, readNextStep } from '../actions/promises/next-step.ts'
import { beginPlan, planNamed } from '../actions/plans/start.ts'
import { warnUnreachable } from './promise.ts'
import { reportWrite } from '../actions/print-result.ts'
import { dateContext } from '../actions/date-context.ts'
import { findContact } from '../actions/people/find-contact.ts'

export const add = defineCommand({
  diary: 'optional',
  examples: [
    'fu add "Gary Lee" --phone 0412555019 --met "trade show" --promise "send the quote" --due fri',
    'fu add "Ada Müller" --company "Müller AG" --email work:ada@mueller.example --by email --no-next',
    'fu add',
  ],
  options: (command) =>
    contactOptions(command.argument('[name...]', 'their name; asked for where it is not given'))
      .option('--promise <what>', 'the first promise to them')
      .option('-d, --due <when>', 'when it is due')
      .option('--hot', 'to be done first')
      .option('--no-next', 'nothing is promised, and that is meant')
      .option('--anyway', 'though they were forgotten, and are not to come back'),
  run: async (app, [words], options) => {
    if (words.length === 0 && app.terminal.prompts === null) {
      throw usage('A contact needs a name.', 'Write it, as in fu add "Gary Lee" --phone 0412555019.')
    }
    const step = await readNextStep(app, {
      option: '--promise',
      what: options.promise,
      due: options.due,
      hot: options.hot === true,
    })
    const referrer = options.from === undefined ? null : await findContact(app, options.from)
    // Who does not want to be contacted is not thanked either (R58).
    const sender = referrer !== null && mayContact(referrer, null) ? referrer : null
    const given: Omit<NewContact, 'name'> = {
      ...emptyContact(),
      company: line(options.company, 'A company'),
      nick: line(options.nick, 'A nickname'),
      kind: options.kind ?? null,
      channel: options.by ?? null,
      phones: readPhones(app, options.phone ?? []),
      emails: readEmails(options.email ?? []),
      addresses: options.address === undefined ? [] : readAddresses(options.address),
      source: {
        met: line(options.met, 'Where you met'),
        word: line(options.fromWord, 'A source'),
        from: referrer === null ? null : { id: referrer.id, name: referrer.name },
      },
      every: options.every === undefined ? null : readEvery(options.every),
      timeZone: options.zone === undefined ? null : readZone(options.zone),
      bestTime: line(options.bestTime, 'A best time'),
      tags: (options.tag ?? []).map((tag) => readLine(tag, 'A tag')),
      note: line(options.note, 'A note'),
    }
    const fresh =
      words.length === 0 ? await askContact(app, given) : { ...given, name: readName(words.join(' ')) }
    if (options.anyway !== true) await refuseForgotten(app, fresh)
    const namesakes = app.diary().contactsMatching({ rule: 'name', key: normalizeText(fresh.name) })
    const sharing = fresh.phones.map((phone) => ({ phone, others: sharersOf(app, phone) }))
    const meets = step === null && options.next && fresh.source.met !== null
    const first = step ?? (options.next && !meets ? await askNextStep(app, fresh.name) : null)

    const { value, history } = app.diary().write({ command: 'add', at: app.now }, (tx) => {
      const contact = tx.addContact(fresh)
      tx.title(`add ${contact.name} (@${contact.id})`)
      const { met } = contact.source
      const start = (plan: string, person: ContactName, what: string): OpenPromise[] =>
        beginPlan(app, tx, planNamed(app, plan), { at: app.now, contact: person, what, transit: null })
      return {
        contact,
        promise: first === null ? null : tx.addPromise(newPromise({ ...first, contactId: contact.id })),
        steps: [
          ...(meets && met !== null ? start('met', contact, met) : []),
          ...(sender === null ? [] : start('referred', sender, contact.name)),
        ],
      }
    })
    const { contact, steps } = value
    const [promise = null, ...promises] = [...(value.promise === null ? [] : [value.promise]), ...steps]
    const context = dateContext(app)
    const sentences = [
      addedSentence(contact),
      ...(value.promise === null ? [] : [promisedSentence(value.promise, context)]),
      ...steps.map((made) => plannedSentence(made, context)),
    ]
    reportWrite(app, { command: 'add', history, contact, promise, promises, entry: null, sentences })
    noteAfterwards(app, contact, {
      namesakes,
      sharing,
      isPromised: promise?.contact.id === contact.id,
      mayBeEmpty: !options.next,
    })
  },
})

/** Who has a number already. */
function sharersOf(app: App, { e164, value }: Phone): Contact[] {
  const digits = digitsOf(value)
  const found = digits === '' ? [] : app.diary().contactsMatching({ rule: 'digits', digits })
  return found.filter(({ phones }) =>
    phones.some((phone) =>
      e164 === null || phone.e164 === null ? digitsOf(phone.value) === digits : phone.e164 === e164,
    ),
  )
}

/** What is worth knowing at once: who may be the same, no way to keep the promise, nothing next. */
function noteAfterwards(
  app: App,
  contact: Contact,
  seen: {
    namesakes: readonly Contact[]
    sharing: readonly { readonly phone: Phone; readonly others: readonly Contact[] }[]
    isPromised: boolean
    mayBeEmpty: boolean
  },
): void {
  const [namesake] = seen.namesakes
  if (namesake !== undefined) {
    app.terminal.note(`There is another ${namesake.name} in the diary: fu show @${namesake.id}`)
  }
  for (const { phone, others } of seen.sharing) {
    const sharer = others.find(({ id }) => id !== namesake?.id)
    if (sharer === undefined) continue
    const one = `fu merge @${contact.id} @${sharer.id} where they are one`
    app.terminal.note(`${phone.readable} is the number of ${sharer.name} (@${sharer.id}) as well: ${one}`)
  }
  if (seen.isPromised) warnUnreachable(app, contact, null)
  else if (!seen.mayBeEmpty) {
    app.terminal.note(`Nothing is next with ${contact.name}: fu promise @${contact.id} … --due …`)
  }
}

/** Asks its way through a contact, each answer read as its option would be; what was given is not asked again. */
async function askContact(app: App, given: Omit<NewContact, 'name'>): Promise<NewContact> {
  const { prompts } = app.terminal
  if (prompts === null) throw new Error('nobody is there to ask')
  const { country } = app.settings()
  const optional = <Value>(message: string, check: (typed: string) => Value): Promise<Value | null> =>
    prompts.ask({
      message: `${message} (empty: none)`,
      initial: '',
      check: (typed) => (typed.trim() === '' ? null : check(typed)),
    })

  const name = await prompts.ask({
    message: 'Name?',
    initial: '',
    check: readName,
  })
  const company = given.company ?? (await optional('Company?', (typed) => readLine(typed, 'A company')))
  const phone =
    given.phones.length > 0 ? null : await optional('Phone?', (typed) => readPhone(typed, country))
  const email = given.emails.length > 0 ? null : await optional('Email?', readEmail)
  const met =
    given.source.met ?? (await optional('Where did you meet?', (typed) => readLine(typed, 'Where you met')))
  return {
    ...given,
    name,
    company,
    phones: phone === null ? given.phones : [phone],
    emails: email === null ? given.emails : [email],
    source: { ...given.source, met },
  }
}

function line(text: string | undefined, what: string): string | null {
  return text === undefined ? null : readLine(text, what)
}
