import { Option } from '@commander-js/extra-typings'
import type { App } from '../app.ts'
import { channels, type Channel, type Contact } from '../domain/contact.ts'
import { newEntry } from '../domain/entry.ts'
import { newPromise, type OpenPromise } from '../domain/promise.ts'
import { heard as heardSentence, named, promised } from '../views/receipt.ts'
import { defineCommand } from './command.ts'
import { readLine } from './contact-options.ts'
import { mayContact, refuseUnwanted } from './do-not-contact.ts'
import { standingsOf } from './figures.ts'
import { readNextStep } from './next-step.ts'
import { readOn } from './phrase.ts'
import { beginPlan, planNamed } from './plans.ts'
import { reportWrite } from './receipt.ts'
import { speechOf } from './speech.ts'
import { findContact, splitWho } from './who.ts'

/** The kinds of promises that answer what somebody said. */
const answering: ReadonlySet<OpenPromise['kind']> = new Set(['call-back', 'answer', 'complaint'])

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
  more: 'An answer is owed before the end of the day. With --promise and --due it is given at once: they have been told, and wait for that.',
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

    const { value, history } = app.diary().write({ command: 'heard', at: app.now }, (pen) => {
      pen.title(`heard ${contact.name}: ${text}`)
      const owed = answersOwed(app, contact)
      const asked = options.complaint === true ? undefined : owed[0]
      const remark = endedTries(app, contact)
      const [answer, ...others] =
        step !== null || asked !== undefined || !isFree
          ? []
          : beginPlan(app, pen, planNamed(app, options.complaint === true ? 'complaint' : planFor[by]), {
              at,
              contact,
              what: text,
              transit: null,
            })
      const about = asked ?? answer
      const hot = about !== undefined && options.hot === true ? pen.makeHot(about.id) : about
      const contactId = contact.id
      const spoken = newEntry({ at, contactId, act: 'heard', direction: 'in', channel: by, text, remark })
      const entry = pen.addEntry({ ...spoken, promise: about?.id ?? null })
      if (step === null)
        return { entry, promise: hot ?? null, others, answered: [], isAgain: asked !== undefined }

      const reply = newEntry({
        at: app.now,
        contactId,
        act: 'acknowledged',
        direction: 'out',
        channel: by,
        outcome: 'reached',
      })
      pen.addEntry(reply)
      // A complaint is not closed by a date for it: it needs an outcome of its own (R26).
      const answered = owed
        .filter(({ kind }) => kind !== 'complaint')
        .map(({ id }) => {
          const note = `told them: ${step.what}`
          const known = { contactId, promise: id, act: 'done', direction: 'out', channel: by } as const
          pen.addEntry(newEntry({ at: app.now, ...known, outcome: 'reached', text: note }))
          return pen.keepPromise(id, { at: app.now, outcome: 'reached', reason: null, note })
        })
      const made = pen.addPromise(newPromise({ ...step, contactId }))
      return { entry, promise: made, others, answered, isAgain: false }
    })

    const { entry, promise, others, answered, isAgain } = value
    const owes = promise === null || step !== null ? null : promise
    const sentences = [
      heardSentence(contact.name, text, owes, isAgain, speechOf(app)),
      ...(step === null || promise === null ? [] : [promised(promise, speechOf(app))]),
      ...answered.map((closed) => `That answers ${named(closed)}.`),
      ...(entry.remark === null ? [] : [`It ${entry.remark}.`]),
      ...(isFree ? [] : [`${contact.name} does not want to be contacted, so nothing is owed.`]),
    ]
    const promises = [...others, ...answered]
    reportWrite(app, { command: 'heard', history, contact, promise, promises, entry, sentences })
  },
})

function answersOwed(app: App, contact: Contact): OpenPromise[] {
  return openWith(app, contact).filter(({ owner, kind }) => owner === 'mine' && answering.has(kind))
}

/** The tries that hearing from them ends, in words; `null` where there were none (R34). */
function endedTries(app: App, contact: Contact): string | null {
  const open = openWith(app, contact)
  const standings = standingsOf(app, open)
  const tried = open.filter(({ id }) => (standings.get(id)?.attempts ?? 0) > 0).map(named)
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
