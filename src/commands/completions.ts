import type { App } from '../app.ts'
import { nameAndCompany, type Contact } from '../domain/contact.ts'
import type { Slot } from '../domain/command-shape.ts'
import { noCompletions, type Completion, type Completions } from '../domain/completion.ts'
import { FuError } from '../domain/errors.ts'
import type { OpenPromise } from '../domain/promise.ts'
import { plain } from '../domain/spelling.ts'
import { settingSpecs } from '../parse/settings.ts'
import { sayDue } from '../views/receipt.ts'
import { visible } from '../views/visible.ts'
import { readWhen } from './phrase.ts'
import { allPlans } from './plans.ts'
import { speechOf } from './speech.ts'

/** What is asked for: the word as it is typed so far, the command, and the words before it that belong to it. */
export type Asked = {
  readonly slot: Slot
  readonly command: string
  /** The long name of the option that it is the value of. */
  readonly option: string | null
  readonly before: readonly string[]
  readonly typed: string
}

type Source = (app: App, asked: Asked) => Completions

/** As many as are still read. */
const most = 50

const files: Source = () => ({ ...noCompletions, files: true })

/** Where the ways to go on come from, by the name of what is typed, or by its command and that. */
const sources: Readonly<Record<string, Source>> = {
  who: people,
  into: people,
  which: promises,
  when: days,
  key: (_app, asked) =>
    beginning(
      asked,
      settingSpecs.map(({ key, meaning }) => ({ word: key, about: meaning })),
    ),
  plan: plans,
  'plan action': (app, asked) =>
    joined([
      beginning(
        asked,
        planActions.map(([word, about]) => ({ word, about })),
      ),
      plans(app, asked),
    ]),
  'plan words': (app, asked) => {
    if (asked.before.length === 0) return plans(app, asked)
    return asked.before.length === 1 ? people(app, { ...asked, before: [] }) : noCompletions
  },
  'undo id': (app, asked) =>
    beginning(
      asked,
      app
        .diary()
        .history(most)
        .map(({ id, title }) => ({ word: String(id), about: visible(title) })),
    ),
  path: files,
  file: files,
  folder: files,
}

const planActions = [
  ['show', 'its steps'],
  ['new', 'make one'],
  ['set', 'change it'],
  ['start', 'for somebody'],
  ['stop', 'for somebody'],
  ['try', 'the dates it gives'],
] as const

/** What may stand where a word is being typed. */
export function completionsFor(app: App, asked: Asked): Completions {
  const { slot, command } = asked
  if (slot.choices.length > 0)
    return beginning(
      asked,
      slot.choices.map((word) => ({ word, about: '' })),
    )
  const source = [`${command} ${slot.name}`, slot.name].find((name) => Object.hasOwn(sources, name))
  return source === undefined ? noCompletions : (sources[source]?.(app, asked) ?? noCompletions)
}

/** Those that begin with what is typed. */
export function beginning({ typed }: Pick<Asked, 'typed'>, items: readonly Completion[]): Completions {
  const begun = typed.toLowerCase()
  return { ...noCompletions, items: items.filter(({ word }) => word.toLowerCase().startsWith(begun)) }
}

function joined(parts: readonly Completions[]): Completions {
  return {
    items: parts.flatMap(({ items }) => items),
    files: parts.some((part) => part.files),
    keep: parts.some(({ keep }) => keep),
  }
}

/** Contacts whose name begins as typed; where there are none, those with another word that does. */
function people(app: App, asked: Asked): Completions {
  return named(asked, peopleBegun(app, asked), aboutContact)
}

function aboutContact({ company, phones, emails }: Contact): string {
  const reach = phones[0]?.readable ?? emails[0]?.value ?? null
  return [company, reach].filter((text) => text !== null).join(', ')
}

type Begun = { readonly contacts: readonly Contact[]; readonly keep: boolean }

function peopleBegun(app: App, { typed, before }: Asked): Begun {
  const key = plain([...before, typed].join(' '))
  const diary = app.diary()
  const byName = diary.contactsBeginning('name', key, most + 1)
  if (byName.length > 0) return { contacts: byName.slice(0, most), keep: byName.length > most }
  if (before.length > 0) return { contacts: [], keep: true }
  return { contacts: diary.contactsBeginning('word', key, most), keep: true }
}

/** Contacts as they can be typed: by name, or by number where the name is not theirs alone or cannot be typed. */
function named(
  { typed, before }: Asked,
  { contacts, keep }: Begun,
  about: (contact: Contact) => string,
): Completions {
  const [first = ''] = typed
  const spellings = contacts.map(({ name }) => plain(name))
  const items = contacts.flatMap((contact, index): Completion[] => {
    const spelling = spellings[index] ?? ''
    const isAlone = spellings.every((other, place) => place === index || other !== spelling)
    if (
      !isAlone ||
      spelling === '' ||
      visible(contact.name) !== contact.name ||
      contact.name.startsWith('-')
    ) {
      const described = [nameAndCompany(contact), about({ ...contact, company: null })]
      if (before.length > 0 || (first !== '' && typed.startsWith('@'))) return []
      return [{ word: `@${contact.id}`, about: visible(described.filter((text) => text !== '').join(', ')) }]
    }
    const word = contact.name.split(' ').slice(before.length).join(' ')
    return word === '' ? [] : [{ word, about: visible(about(contact)) }]
  })
  const begun = plain(typed)
  return { items, files: false, keep: keep || items.some(({ word }) => !plain(word).startsWith(begun)) }
}

/** Open promises by number, the earliest due first; or the contacts who have one, by name. */
function promises(app: App, asked: Asked): Completions {
  const { typed, before } = asked
  if (/^\d*$/.test(typed) && before.length === 0) {
    const open = app.diary().openNumbered(typed, most + 1)
    const items = open.slice(0, most).map((promise) => ({
      word: String(promise.id),
      about: visible(`${promise.contact.name}: ${aboutPromise(app, promise)}`),
    }))
    return { items, files: false, keep: open.length > most }
  }
  const { contacts, keep } = peopleBegun(app, asked)
  const held = new Map<number, OpenPromise[]>()
  for (const promise of app.diary().promises({ contacts: contacts.map(({ id }) => id), status: 'open' })) {
    if (promise.status === 'open')
      held.set(promise.contact.id, [...(held.get(promise.contact.id) ?? []), promise])
  }
  const holders = contacts.filter(({ id }) => held.has(id))
  return named(asked, { contacts: holders, keep }, ({ id }) => {
    const [first, ...others] = held.get(id) ?? []
    if (first === undefined) return ''
    return others.length > 0 ? `${others.length + 1} open promises` : aboutPromise(app, first)
  })
}

function aboutPromise(app: App, { what, due }: OpenPromise): string {
  return `${what}, ${sayDue(due, speechOf(app))}`
}

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']
const ahead = [
  'today',
  'tomorrow',
  ...weekdays,
  '2d',
  '3d',
  '1w',
  '2w',
  '1mo',
  'next week',
  'next month',
  'eow',
  'eom',
]
const back = ['today', 'yesterday', ...weekdays, 'last week', 'last month']
const backwards = new Set(['--on', '--since'])

/** Words for days, each with the day it is. */
function days(app: App, { option, typed, before }: Asked): Completions {
  const isBack = backwards.has(option ?? '')
  const begun = [...before, ''].join(' ').toLowerCase()
  const items = (isBack ? back : ahead).flatMap((phrase): Completion[] => {
    if (!phrase.startsWith(begun)) return []
    try {
      const { day } = readWhen(app, phrase, isBack ? 'back' : 'ahead')
      return [{ word: phrase.slice(begun.length), about: app.words.short(day, app.now.day) }]
    } catch (error) {
      if (error instanceof FuError) return []
      throw error
    }
  })
  return beginning({ typed }, items)
}

function plans(app: App, asked: Asked): Completions {
  return beginning(
    asked,
    allPlans(app).map(({ name, meaning }) => ({ word: name, about: visible(meaning) })),
  )
}
