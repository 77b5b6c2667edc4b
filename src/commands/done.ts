import { Option } from '@commander-js/extra-typings'
import type { App } from '../app.ts'
import { channels } from '../domain/contact.ts'
import type { Due } from '../domain/day.ts'
import { newEntry } from '../domain/entry.ts'
import { usage } from '../domain/errors.ts'
import { closingOutcomes, type ClosingOutcome, type OpenPromise } from '../domain/promise.ts'
import { kept, named, promised } from '../views/receipt.ts'
import { defineCommand } from './command.ts'
import { readLine } from './contact-options.ts'
import { askNextStep, asPromise, readNextStep, type NextStep } from './next-step.ts'
import { readOn, readWhen } from './phrase.ts'
import { reportWrite } from './receipt.ts'
import { speechOf } from './speech.ts'
import { findPromise } from './which.ts'

export const done = defineCommand({
  diary: 'writes',
  examples: [
    'fu done gary "signs Tuesday" --next "bring the papers" --due tue',
    'fu done 4 "no budget this year" --outcome declined --why "no budget" --no-next',
    'fu done 4 --outcome postponed --until "1 mar"',
  ],
  options: (command) =>
    command
      .argument('<which>', 'the promise')
      .argument('[note...]', 'the outcome, in your words')
      .addOption(new Option('--outcome <outcome>', 'how it ended').choices(closingOutcomes))
      .option('--why <reason>', 'why they declined or put it off')
      .option('--until <when>', 'postponed: when to come back to it')
      .option('--next <what>', 'the next promise to them')
      .option('--no-next', 'nothing is next, and that is meant')
      .option('-d, --due <when>', 'when the next promise is due')
      .option('--on <when>', 'when it was, where it is past')
      .addOption(new Option('--by <channel>', 'how').choices(channels)),
  run: async (app, [which, words], options) => {
    const note = words.length === 0 ? null : readLine(words.join(' '), 'A note')
    const outcome = options.outcome ?? 'reached'
    const at = readOn(app, options.on)
    if (options.until !== undefined && outcome !== 'postponed') {
      throw usage('--until goes with --outcome postponed.', 'For a next step, take --next … --due ….')
    }
    const next = typeof options.next === 'string' ? options.next : undefined
    const given =
      options.until === undefined
        ? await readNextStep(app, { option: '--next', what: next, due: options.due, hot: false })
        : null
    const until = options.until === undefined ? null : readWhen(app, options.until, 'ahead')
    const promise = await findPromise(app, which)
    const reason = await readReason(app, options.why, outcome, promise)
    const step = await chooseNext(app, promise, {
      outcome,
      next,
      given,
      until,
      declined: options.next === false,
    })
    const { id, contact } = promise
    const { value, history } = app.diary().write({ command: 'done', at: app.now }, (pen) => {
      pen.title(`done ${named(promise)}`)
      const closed = pen.keepPromise(id, { at, outcome, reason, note })
      const entry = pen.addEntry(
        newEntry({
          at,
          contactId: contact.id,
          promise: id,
          act: 'done',
          direction: promise.owner === 'mine' ? 'out' : 'in',
          channel: options.by ?? promise.channel,
          outcome,
          text: note,
        }),
      )
      return { closed, entry, following: step === null ? null : pen.addPromise(asPromise(step, contact.id)) }
    })
    const { closed, entry, following } = value
    reportWrite(app, {
      command: 'done',
      history,
      contact: app.diary().contact(contact.id),
      promise: closed,
      promises: following === null ? [] : [following],
      entry,
      sentences: [kept(closed), ...(following === null ? [] : [promised(following, speechOf(app))])],
    })
    if (following === null && options.next !== false && isLastWith(app, promise)) {
      app.terminal.note(`Nothing is next with ${contact.name}: fu promise @${contact.id} … --due …`)
    }
  },
})

/** Why it was declined or put off: asked where it is needed and was not said (R48). */
async function readReason(
  app: App,
  why: string | undefined,
  outcome: ClosingOutcome,
  promise: OpenPromise,
): Promise<string | null> {
  if (why !== undefined) {
    if (outcome === 'reached' || outcome === 'sold') {
      throw usage(
        '--why goes with --outcome declined or postponed.',
        'What happened is the note: fu done 4 "she signs Tuesday".',
      )
    }
    return readLine(why, 'A reason')
  }
  if (outcome !== 'declined') return null
  if (app.terminal.prompts === null) throw usage('Declined needs a reason.', 'Add --why "no budget".')
  return app.terminal.prompts.ask({
    message: `Why did ${promise.contact.name} decline?`,
    initial: '',
    check: (typed) => readLine(typed, 'A reason'),
  })
}

type Wish = {
  readonly outcome: ClosingOutcome
  readonly next: string | undefined
  readonly given: NextStep | null
  readonly until: Due | null
  readonly declined: boolean
}

/** The next step: what was said; for something postponed, the same again on its day (R49); else what is answered (R46). */
async function chooseNext(app: App, promise: OpenPromise, wish: Wish): Promise<NextStep | null> {
  const { outcome, next, given, until, declined } = wish
  if (outcome === 'postponed' && given === null) {
    const due = until ?? (await askUntil(app, promise))
    return { what: next ?? promise.what, due, hot: false }
  }
  if (given !== null || declined || !isLastWith(app, promise)) return given
  return askNextStep(app, promise.contact.name)
}

async function askUntil(app: App, promise: OpenPromise): Promise<Due> {
  if (app.terminal.prompts === null) throw usage('Postponed needs a day.', 'Add --until "1 mar".')
  return app.terminal.prompts.ask({
    message: `Until when is "${promise.what}" postponed?`,
    initial: '1mo',
    check: (typed) => readWhen(app, typed, 'ahead'),
  })
}

/** Whether no other promise with the contact is open. */
function isLastWith(app: App, { id, contact }: OpenPromise): boolean {
  return app
    .diary()
    .promises({ contacts: [contact.id], status: 'open' })
    .every((other) => other.id === id || other.contact.id !== contact.id)
}
