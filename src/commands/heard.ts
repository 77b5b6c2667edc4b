import { Option } from '@commander-js/extra-typings'
import type { App } from '../app.ts'
import { channels, mayContact, type Channel, type Contact } from '../domain/contact.ts'
import { newEntry } from '../domain/entry.ts'
import { newPromise, type OpenPromise } from '../domain/promise.ts'
import { isAnswer } from '../schedule/state/answer-clock.ts'
import { heardSentence, promiseLabel, promisedSentence } from '../views/confirmations/writes.ts'
import { defineCommand } from '../command/define-command.ts'
import { readLine } from '../actions/people/options.ts'
import { refuseUnwanted } from '../actions/people/unwanted.ts'
import { statesOf } from '../actions/promises/derived.ts'
import { readNextStep } from '../actions/promises/next-step.ts'
import { readOn } from '../actions/read-when.ts'
import { beginPlan, planNamed } from '../actions/plans/start.ts'
import { reportWrite } from '../actions/print-result.ts'
import { dateContext } from '../actions/date-context.ts'
import { findContact, splitWho } from '../actions/people/find-contact.ts'

/** The plan that each way of hearing from somebody starts. */
const planFor: Record<Channel, string> = {
  call: 'heard-call',
  text: 'heard-text',
  visit: 'heard-visit',
  video: 'heard-call',
  email: 'heard-email',
  post: 'heard-post',
}

export const heard = defineCommand({
  diary: 'needed',
  examples: [
    'fu heard ada "wants a quote" --by email',
    'fu heard gary "the lock is broken again" --complaint',
    'fu heard ada "asks for the list" --promise "send the list" --due thu',
  ],
  details:
    'An answer is owed before the end of the day. With --promise and --due it is given at once: they have been told, and wait for that.',
  options: (command) =>
    command
      .argument('<who>', 'the contact')
      .argument('<what...>', 'what they wanted')
      .addOption(new Option('--by <channel>', 'how they came (call)').choices(channels))
      .option('--hot', 'to be answered first')
      .option('--complaint', 'they are not happy: due now, before all else')
      .option('--promise <what>', 'what they were told they will have')
      .option('-d, --due <when>', 'when they will have it')
      .option('--on <when>', 'when it was, where it is past'),
  run: async (app, [first, words], options) => {
    const { who, rest } = splitWho(app, first, words)
    const text = readLine(rest.join(' '), 'What they wanted')
    const by = options.by ?? 'call'
    const at = readOn(app, options.on)
    const step = await readNextStep(app, {
      option: '--promise',
      what: options.promise,
      due: options.due,
      hot: options.hot === true,
    })
    const contact = await findContact(app, who)
    const isFree = mayContact(contact, null)
    if (step !== null) refuseUnwanted(contact, null)

    const { value, history } = app.diary().write({ command: 'heard', at: app.now }, (tx) => {
      tx.title(`heard ${contact.name}: ${text}`)
      const remark = endedTries(app, contact)
      const isComplaint = options.complaint === true
      const asked = isComplaint || step !== null ? undefined : answerOwed(app, contact)
      const plan = isComplaint ? 'complaint' : step === null ? planFor[by] : null
      const begun =
        plan === null || asked !== undefined || !isFree
          ? []
          : beginPlan(app, tx, planNamed(app, plan), { at, contact, what: text, transit: null })
      const about = asked === undefined ? begun[0] : tx.addRequest(asked.id, text)
      const hot = about !== undefined && options.hot === true ? tx.makeHot(about.id) : (about ?? null)
      const contactId = contact.id
      const spoken = newEntry({ at, contactId, act: 'heard', direction: 'in', channel: by, text, remark })
      const entry = tx.addEntry({ ...spoken, promise: about?.id ?? null })
      const others = begun.slice(1)
      if (step === null) return { entry, promise: hot, others, isAgain: asked !== undefined }

      const reply = { contactId, act: 'acknowledged', direction: 'out', channel: by } as const
      tx.addEntry(newEntry({ at: app.now, ...reply, outcome: 'reached' }))
      // The date they are given for a complaint is when it is put right: it stays one (R26).
      const made =
        hot === null
          ? tx.addPromise(newPromise({ ...step, contactId }))
          : tx.movePromise(tx.reword(hot.id, step.what).id, step.due, true)
      return { entry, promise: made, others, isAgain: false }
    })

    const { entry, promise, others: promises, isAgain } = value
    const owes = promise === null || step !== null ? null : promise
    const sentences = [
      heardSentence(contact.name, text, owes, isAgain, dateContext(app)),
      ...(step === null || promise === null ? [] : [promisedSentence(promise, dateContext(app))]),
      ...(entry.remark === null ? [] : [`It ${entry.remark}.`]),
      ...(isFree ? [] : [`${contact.name} does not want to be contacted, so nothing is owed.`]),
    ]
    reportWrite(app, { command: 'heard', history, contact, promise, promises, entry, sentences })
  },
})

/** The answer they were owed already; complaints are owed each for itself. */
function answerOwed(app: App, contact: Contact): OpenPromise | undefined {
  return openWith(app, contact).find(
    ({ owner, kind }) => owner === 'mine' && isAnswer(kind) && kind !== 'complaint',
  )
}

/** The tries that hearing from them ends, in words; `null` where there were none (R34). */
function endedTries(app: App, contact: Contact): string | null {
  const open = openWith(app, contact)
  const states = statesOf(app, open)
  const tried = open.filter(({ id }) => (states.get(id)?.attempts ?? 0) > 0).map(promiseLabel)
  return tried.length === 0 ? null : `ends the tries on ${tried.join(' and ')}`
}

function openWith(app: App, contact: Contact): OpenPromise[] {
  return app
    .diary()
    .promises({ contacts: [contact.id], status: 'open' })
    .filter(
      (promise): promise is OpenPromise => promise.status === 'open' && promise.contact.id === contact.id,
    )
}
