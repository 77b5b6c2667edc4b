import { Option } from '@commander-js/extra-typings'
import type { App } from '../app.ts'
import { channels, reachBy, valueFor, type Channel, type Contact } from '../domain/contact.ts'
import { newPromise, type Owner } from '../domain/promise.ts'
import { usage } from '../domain/errors.ts'
import { promisedSentence } from '../views/confirmations/writes.ts'
import { defineCommand } from '../command/define-command.ts'
import { readLine } from '../actions/people/options.ts'
import { refuseUnwanted } from '../actions/people/unwanted.ts'
import { warnFull } from '../actions/promises/day-load.ts'
import { peopleOptions, type PeopleFilter } from '../actions/people/people-filter.ts'
import { readWhen } from '../actions/read-when.ts'
import { reportWrite } from '../actions/print-result.ts'
import { dateContext } from '../actions/date-context.ts'
import { findContact, splitWho } from '../actions/people/find-contact.ts'

/** What is said of a promise when it is made. */
export type PromiseWords = {
  readonly who: string
  /** The words behind the first of the name, of which some may belong to it. */
  readonly what: readonly string[]
  readonly due: string | undefined
  readonly by: Channel | undefined
  readonly about: string | undefined
  readonly hot: boolean
  readonly trigger: string | undefined
}

export const promise = defineCommand({
  diary: 'needed',
  examples: [
    'fu promise gary "send the quote" --due fri',
    'fu promise "ada mul" call about the fair --due "tomorrow 3pm" --hot',
    'fu promise @3 "the album" --when "prints are ready" --due 2w',
    'fu promise --all --bought 2026-10 "ask how it runs" --due mon --spread 5',
  ],
  details:
    'With --all there is no <who>: everybody whom the filters choose gets the promise. What will be written is shown first.',
  options: (command) =>
    peopleOptions(
      command
        .argument('[who]', 'the contact; left out with --all')
        .argument('[what...]', 'what I owe them')
        .option('-d, --due <when>', 'the day, or day and time, I said')
        .addOption(new Option('--by <channel>', 'how it will be done').choices(channels))
        .option('--hot', 'to be done first')
        .option('--when <trigger>', 'what it waits for; --due is then the day to check on it')
        .option('--about <who>', 'the client it is about')
        .option('--all', 'to everybody whom these choose:'),
    )
      .option('--spread <n>', 'with --all: so many a working day, from --due on')
      .option('-y, --yes', 'with --all: without being asked'),
  run: async (app, [who, words], options) => {
    if (options.all === true) {
      const what = [who ?? '', ...words].join(' ')
      const { promiseAll } = await import('../actions/promises/make-for-all.ts')
      await promiseAll(app, what, options)
      return
    }
    refuseFilters(options)
    if (who === undefined) {
      throw usage('A promise is made to somebody.', 'Write it as fu promise gary "send the quote" --due fri.')
    }
    await makePromise(app, 'promise', 'mine', {
      who,
      what: words,
      due: options.due,
      by: options.by,
      about: options.about,
      hot: options.hot === true,
      trigger: options.when,
    })
  },
})

/** What chooses among many says nothing of one. */
function refuseFilters(options: PeopleFilter & { readonly spread?: string; readonly yes?: true }): void {
  const said = (
    [
      'kind',
      'tag',
      'met',
      'bought',
      'drifting',
      'untouched',
      'nothingNext',
      'doNotContact',
      'spread',
      'yes',
    ] as const
  ).find((option) => options[option] !== undefined)
  if (said === undefined) return
  const option = said.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
  throw usage(
    `--${option} goes with --all.`,
    'Without it, a promise is made to the one contact that is named.',
  )
}

/** Writes a promise of mine or of theirs, and says so. */
export async function makePromise(
  app: App,
  command: string,
  owner: Owner,
  words: PromiseWords,
): Promise<void> {
  const { who, rest } = splitWho(app, words.who, words.what)
  const what = readLine(rest.join(' '), 'A promise')
  if (words.due === undefined) {
    throw usage('A promise needs a day.', `Add --due, as in "fu ${command} ${who} … --due fri".`)
  }
  const due = readWhen(app, words.due, 'ahead')
  const contact = await findContact(app, who)
  const about = words.about === undefined ? null : await findContact(app, words.about)
  if (about?.id === contact.id) {
    throw usage(
      `A promise to ${contact.name} is about ${contact.name} by itself.`,
      'Leave --about out, or name the client it is about.',
    )
  }
  const trigger = words.trigger === undefined ? null : readLine(words.trigger, 'What it waits for')
  refuseUnwanted(contact, words.by ?? null)
  warnFull(app, due.day)
  const { value, history } = app.diary().write({ command, at: app.now }, (tx) => {
    const made = tx.addPromise(
      newPromise({
        contactId: contact.id,
        aboutId: about?.id ?? null,
        owner,
        what,
        channel: words.by ?? null,
        hot: words.hot,
        due,
        trigger,
      }),
    )
    tx.title(`${command} ${made.id} (${contact.name}, ${what})`)
    return made
  })
  const sentences = [promisedSentence(value, dateContext(app))]
  reportWrite(app, { command, history, contact, promise: value, entry: null, sentences })
  warnUnreachable(app, contact, value.channel)
}

/** Says at once when there is no number or address for what was promised (R2). */
export function warnUnreachable(app: App, contact: Contact, wanted: Channel | null): void {
  const channel = wanted ?? contact.channel ?? 'call'
  if (valueFor(contact, channel) !== null) return
  const option = {
    call: '--phone',
    text: '--phone',
    email: '--email',
    video: '--email',
    post: '--address',
    visit: '--address',
  }[channel]
  const missing =
    option === '--phone' ? 'phone number' : option === '--email' ? 'email address' : 'postal address'
  const other = reachBy(contact, null)
  const known = other === null ? '' : ` (known: ${other.value})`
  app.terminal.note(`${contact.name} has no ${missing}${known}: fu edit @${contact.id} ${option} …`)
}
