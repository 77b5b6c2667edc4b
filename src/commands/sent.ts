import { Option } from '@commander-js/extra-typings'
import { newEntry } from '../domain/entry.ts'
import { usage } from '../domain/errors.ts'
import { readPeriod } from '../parse/phrase/period.ts'
import { plannedSentence, sentSentence } from '../views/confirmations/writes.ts'
import { defineCommand } from '../command/define-command.ts'
import { readLine } from '../actions/people/options.ts'
import { refuseUnwanted } from '../actions/people/unwanted.ts'
import { readOn } from '../actions/read-when.ts'
import { beginPlan, planNamed } from '../actions/plans/start.ts'
import { warnUnreachable } from './promise.ts'
import { reportWrite } from '../actions/print-result.ts'
import { dateContext } from '../actions/date-context.ts'
import { findContact, splitWho } from '../actions/people/find-contact.ts'

export const sent = defineCommand({
  diary: 'needed',
  examples: ['fu sent gary "the quote" --by email', 'fu sent jose "the samples" --by post --transit 3d'],
  details:
    'It is sent until they say that it came: by email, call within the hour; by post, two to three days later, and as much later as it is under way.',
  options: (command) =>
    command
      .argument('<who>', 'the contact')
      .argument('<what...>', 'what was sent')
      .addOption(new Option('--by <channel>', 'how it went (email)').choices(['email', 'post'] as const))
      .option('--transit <period>', 'how long the post takes: 3d')
      .option('--on <when>', 'when it went, where it is past'),
  run: async (app, [first, words], options) => {
    const { who, rest } = splitWho(app, first, words)
    const what = readLine(rest.join(' '), 'What was sent')
    const by = options.by ?? 'email'
    const transit = options.transit === undefined ? null : readPeriod(options.transit)
    if (transit !== null && by !== 'post')
      throw usage('--transit goes with --by post.', 'An email is there at once.')
    const at = readOn(app, options.on)
    const contact = await findContact(app, who)
    refuseUnwanted(contact, by)
    const plan = planNamed(
      app,
      by === 'email' ? 'sent-email' : transit === null ? 'sent-post' : 'sent-post-far',
    )
    const { value, history } = app.diary().write({ command: 'sent', at: app.now }, (tx) => {
      tx.title(`sent ${contact.name}: ${what}`)
      const contactId = contact.id
      const promises = beginPlan(app, tx, plan, { at, contact, what, transit })
      const promise = promises[0]?.id ?? null
      const entry = tx.addEntry(
        newEntry({ at, contactId, promise, act: 'sent', direction: 'out', channel: by, text: what }),
      )
      return { entry, promises }
    })
    const [promise = null, ...promises] = value.promises
    const sentences = [
      sentSentence(contact.name, what),
      ...value.promises.map((step) => plannedSentence(step, dateContext(app))),
    ]
    reportWrite(app, { command: 'sent', history, contact, promise, promises, entry: value.entry, sentences })
    if (promise !== null) warnUnreachable(app, contact, promise.channel)
  },
})
