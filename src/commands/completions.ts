import type { App } from '../app.ts'
import { noCompletions, type Completion, type Completions } from '../domain/completion.ts'
import { FuError } from '../domain/errors.ts'
import { settingSpecs } from '../parse/settings.ts'
import { visible } from '../views/visible.ts'
import { beginning, most, type Asked } from './asked.ts'
import { people, promises } from './people-completions.ts'
import { readWhen } from './phrase.ts'
import { allPlans } from './plans.ts'

type Source = (app: App, asked: Asked) => Completions

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

function joined(parts: readonly Completions[]): Completions {
  return {
    items: parts.flatMap(({ items }) => items),
    files: parts.some((part) => part.files),
    keep: parts.some(({ keep }) => keep),
  }
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
