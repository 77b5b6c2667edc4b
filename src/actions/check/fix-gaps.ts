import type { App } from '../../app.ts'
import { channels, type KnownChannel } from '../../domain/channel.ts'
import type { Contact } from '../../domain/contact.ts'
import { FuError, usage } from '../../domain/errors.ts'
import type { Gap, GapKind } from '../../domain/finding.ts'
import { readAddress } from '../../parse/contact/details.ts'
import { readEmail, readPhones } from '../../parse/contact/phone.ts'
import { readLine } from '../../parse/text.ts'
import { changeContact, knownOf } from '../people/change-contact.ts'
import { makePromise } from '../promises/make.ts'
import { readWhen } from '../read-when.ts'
import { findingsOf } from './findings.ts'
import { mergeDuplicates } from './merge-duplicates.ts'
import { answered, nameAndNumber, promptsOf, type Answer } from './questions.ts'

/** The order of the questions about one person: first how to reach them, last the next step. */
const askedInOrder: readonly GapKind[] = [
  'never-asked',
  'no-number',
  'no-email',
  'no-address',
  'no-handle',
  'nothing-next',
]

/**
 * Asks for missing details, person by person. Every answer is written before the next question, so that nothing is lost
 * if the user stops. The effects of an answer are considered for the next question.
 */
export async function fixGaps(app: App): Promise<void> {
  const { gaps, duplicates } = findingsOf(app)
  if (app.terminal.prompts === null) {
    throw usage(
      '--fix asks questions and needs a terminal.',
      '"fu check" lists what is missing, with commands.',
    )
  }
  const people = new Map(gaps.map(({ contact }) => [contact.id, contact]))
  let mended = 0
  try {
    // Two merged cards may have no gaps.
    for (const { contacts } of duplicates) {
      const answer = await mergeDuplicates(app, contacts)
      if (answer === 'stop') return sayEnd(app, mended)
      if (answer === 'mended') mended += 1
    }
    for (const id of people.keys()) {
      const asked = new Set<GapKind>()
      for (let gap = nextGap(app, id, asked); gap !== null; gap = nextGap(app, id, asked)) {
        asked.add(gap.kind)
        const answer = await mend(app, gap)
        if (answer === 'stop') return sayEnd(app, mended)
        if (answer === 'mended') mended += 1
      }
    }
  } catch (error) {
    if (!(error instanceof FuError) || error.kind !== 'interrupted' || mended === 0) throw error
    throw new FuError('interrupted', `Stopped; ${mendedWords(mended)}.`)
  }
  sayEnd(app, mended)
}

/** The next gap of a contact to ask about. */
function nextGap(app: App, id: number, asked: ReadonlySet<GapKind>): Gap | null {
  const contact = app.diary().contacts.find(id)
  const gaps = contact === null ? [] : findingsOf(app, contact).gaps
  const kind = askedInOrder.find((one) => !asked.has(one) && gaps.some((gap) => gap.kind === one))
  return gaps.find((gap) => gap.kind === kind) ?? null
}

/** Asks for a missing detail, and writes it. */
async function mend(app: App, { kind, contact, promise }: Gap): Promise<Answer> {
  const { country } = app.settings()
  const forWhat = promise === null ? '' : ` (for ${promise.id}, ${promise.what})`
  switch (kind) {
    case 'no-number':
      return edited(app, contact, `phone number${forWhat}`, (typed) => {
        const phones = readPhones(typed, country)
        return (current) => ({ phones: [...phones, ...current.phones] })
      })
    case 'no-email':
      return edited(app, contact, `email address${forWhat}`, (typed) => {
        const email = readEmail(typed)
        return (current) => ({ emails: [email, ...current.emails] })
      })
    case 'no-address':
      return edited(app, contact, `postal address${forWhat}`, (typed) => {
        const address = readAddress(typed)
        return (current) => ({ addresses: [address, ...current.addresses] })
      })
    case 'no-handle': {
      const service = promise?.channel ?? contact.channel ?? 'call'
      return edited(app, contact, `name for ${service}${forWhat}`, (typed) => {
        const link = { label: service, value: readLine(typed, 'A name'), kind: 'chat' } as const
        return (current) => ({ links: [...current.links, link] })
      })
    }
    case 'never-asked':
      return askChannel(app, contact)
    case 'nothing-next':
      return askPromise(app, contact)
  }
}

async function edited(
  app: App,
  contact: Contact,
  missing: string,
  read: (typed: string) => (current: Contact) => Partial<Contact>,
): Promise<Answer> {
  const answer = await answered(app, `${nameAndNumber(contact)}: ${missing}?`, read)
  if (typeof answer === 'string') return answer
  changeContact(app, contact, (current) => ({ ...knownOf(current), ...answer.value(current) }))
  return 'mended'
}

async function askChannel(app: App, contact: Contact): Promise<Answer> {
  const choice = await promptsOf(app).choose<KnownChannel | Exclude<Answer, 'mended'>>(
    `How does ${nameAndNumber(contact)} want to be reached?`,
    [
      { name: 'skip: not asked yet', value: 'skipped' },
      ...channels.map((channel) => ({ name: channel, value: channel })),
      { name: 'stop', value: 'stop' },
    ],
  )
  if (choice === 'skipped' || choice === 'stop') return choice
  changeContact(app, contact, (current) => ({ ...knownOf(current), channel: choice }))
  return 'mended'
}

async function askPromise(app: App, contact: Contact): Promise<Answer> {
  const what = await answered(app, `What is next with ${nameAndNumber(contact)}?`, (typed) =>
    readLine(typed, 'A promise'),
  )
  if (typeof what === 'string') return what
  const due = await answered(app, `When? (${what.value})`, (typed) => readWhen(app, typed, 'ahead'))
  if (typeof due === 'string') return due
  makePromise(app, contact, { what: what.value, due: due.value })
  return 'mended'
}

function mendedWords(mended: number): string {
  return mended === 1 ? 'the answer before is written' : `${mended} answers are written`
}

function sayEnd(app: App, mended: number): void {
  app.terminal.note(`${mended === 0 ? 'Nothing was written' : capital(mendedWords(mended))}.`)
}

function capital(words: string): string {
  return words.slice(0, 1).toUpperCase() + words.slice(1)
}
