import { Option } from '@commander-js/extra-typings'
import { channels } from '../domain/contact.ts'
import { feedbackKinds, newEntry } from '../domain/entry.ts'
import { plannedSentence, soldSentence } from '../views/confirmations/writes.ts'
import { defineCommand } from '../command/define-command.ts'
import { asCustomer } from '../actions/people/customer.ts'
import { readLine } from '../actions/people/options.ts'
import { refuseUnwanted } from '../actions/people/unwanted.ts'
import { readOn } from '../actions/read-when.ts'
import { beginPlan, planNamed } from '../actions/plans/start.ts'
import { reportWrite } from '../actions/print-result.ts'
import { dateContext } from '../actions/date-context.ts'
import { findContact, splitWho } from '../actions/people/find-contact.ts'

export const sold = defineCommand({
  diary: 'needed',
  examples: [
    'fu sold gary "fixed rate, 25 years"',
    'fu sold ada "two pallets" --offer "4,200 with delivery" --on yesterday',
  ],
  details: 'A thank-you is planned for the day after, and a call a week later: are they happy with it?',
  options: (command) =>
    command
      .argument('<who>', 'the contact')
      .argument('<what...>', 'what they bought')
      .addOption(new Option('--by <channel>', 'how').choices(channels))
      .option('--in', 'they came to me')
      .option('--offer <text>', 'what was offered')
      .addOption(new Option('--feedback <kind>', 'what they want of the work').choices(feedbackKinds))
      .option('--on <when>', 'when it was, where it is past'),
  run: async (app, [first, words], options) => {
    const { who, rest } = splitWho(app, first, words)
    const what = readLine(rest.join(' '), 'What was sold')
    const offer = options.offer === undefined ? null : readLine(options.offer, 'An offer')
    const at = readOn(app, options.on)
    const contact = await findContact(app, who)
    refuseUnwanted(contact, null)
    const plan = planNamed(app, 'sold')
    const { value, history } = app.diary().write({ command: 'sold', at: app.now }, (tx) => {
      tx.title(`sold ${contact.name}: ${what}`)
      const customer = tx.editContact(contact.id, asCustomer)
      const promises = beginPlan(app, tx, plan, { at, contact, what, transit: null })
      const entry = tx.addEntry(
        newEntry({
          at,
          contactId: contact.id,
          act: 'sold',
          direction: options.in === true ? 'in' : 'out',
          channel: options.by ?? null,
          outcome: 'sold',
          text: what,
          offer,
          feedback: options.feedback ?? null,
        }),
      )
      return { customer, entry, promises }
    })
    const [promise = null, ...promises] = value.promises
    const becomes = value.customer.kind === contact.kind ? [] : [`${contact.name} is a customer now.`]
    const sentences = [
      soldSentence(contact.name, what),
      ...becomes,
      ...value.promises.map((step) => plannedSentence(step, dateContext(app))),
    ]
    reportWrite(app, {
      command: 'sold',
      history,
      contact: value.customer,
      promise,
      promises,
      entry: value.entry,
      sentences,
    })
  },
})
