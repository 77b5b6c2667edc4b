import { Option } from '@commander-js/extra-typings'
import { channels } from '../domain/contact.ts'
import { usage } from '../domain/errors.ts'
import { closingOutcomes, type ClosingOutcome, type OpenPromise } from '../domain/promise.ts'
import { promiseLabel } from '../views/confirmations/writes.ts'
import { askReason, chooseNext, isLastWith } from '../actions/promises/outcome.ts'
import { defineCommand } from '../command/define-command.ts'
import { readLine } from '../actions/people/options.ts'
import { refuseBeforeMade } from '../actions/promises/change-promise.ts'
import { readNote } from '../actions/people/in-editor.ts'
import { goesOn, keepPromise } from '../actions/promises/keep.ts'
import { readNextStep } from '../actions/promises/next-step.ts'
import { readOn, readWhen } from '../actions/read-when.ts'
import { findPromise } from '../actions/promises/find-promise.ts'
import { splitWho } from '../actions/people/find-contact.ts'
import { refuseSoughtNumber } from '../actions/promises/wrong-number.ts'

export const done = defineCommand({
  diary: 'needed',
  examples: [
    'fu done gary "signs Tuesday" --next "bring the papers" --due tue',
    'fu done 4 "no budget this year" --outcome declined --why "no budget" --no-next',
    'fu done 4 --outcome postponed --until "1 mar"',
    'fu done gary --edit',
  ],
  options: (command) =>
    command
      .argument('<which>', 'the promise')
      .argument('[note...]', 'the outcome, in your words')
      .option('-e, --edit', 'write the note in your editor, when all else is said')
      .addOption(new Option('--outcome <outcome>', 'how it ended').choices(closingOutcomes))
      .option('--why <reason>', 'why they declined or put it off')
      .option('--until <when>', 'postponed: when to come back to it')
      .option('--next <what>', 'the next promise to them')
      .option('--no-next', 'nothing is next, and that is meant')
      .option('-d, --due <when>', 'when the next promise is due')
      .option('--on <when>', 'when it was, where it is past')
      .addOption(new Option('--by <channel>', 'how').choices(channels)),
  run: async (app, [first, words], options) => {
    const { who: which, rest } = splitWho(app, first, words)
    const noteNow = rest.length === 0 ? null : readLine(rest.join(' '), 'A note')
    const edit = options.edit === true
    const outcome = options.outcome ?? 'reached'
    const at = readOn(app, options.on)
    if (options.until !== undefined && outcome !== 'postponed') {
      throw usage('--until goes with --outcome postponed.', 'For a next step, take --next … --due ….')
    }
    if (options.until !== undefined && options.due !== undefined) {
      throw usage('--until and --due cannot both be.', 'Something postponed is due when it is postponed to.')
    }
    const next = typeof options.next === 'string' ? readLine(options.next, 'A promise') : undefined
    const given =
      options.until === undefined
        ? await readNextStep(app, { option: '--next', what: next, due: options.due, hot: false })
        : null
    const until = options.until === undefined ? null : readWhen(app, options.until, 'ahead')
    const promise = await findPromise(app, which)
    if (!edit) refuseSilence(promise, noteNow, options.outcome)
    if (options.outcome === undefined) refuseSoughtNumber(app, promise)
    if (options.on !== undefined) refuseBeforeMade(app, promise, at, 'kept')
    const reason = await askReason(app, promise, options.why, outcome)
    const isLast = options.next !== false && isLastWith(app, promise) && !goesOn(app, promise, outcome)
    const step = await chooseNext(app, promise, { outcome, next, given, until, isLast })
    // Last of all, so that no long note is lost to a mistake in another word.
    const note = edit ? await readNote(app, { words: rest, edit, what: 'A note' }) : noteNow

    keepPromise(app, promise, {
      at,
      outcome,
      reason,
      note,
      by: options.by ?? null,
      step,
      isLast,
      isMeantLast: options.next === false,
      askedForSale: null,
    })
  },
})

/** A complaint is not closed without saying how (R26). */
function refuseSilence(promise: OpenPromise, note: string | null, outcome: ClosingOutcome | undefined): void {
  if (promise.kind !== 'complaint' || note !== null || outcome !== undefined) return
  throw usage(
    `${promiseLabel(promise)} is a complaint, and needs an outcome.`,
    `Say how it ended: fu done ${promise.id} "a new one is on its way".`,
  )
}
