import type { App } from '../../app.ts'
import { noCompletions, type Completions } from '../../domain/completion.ts'
import { escapeControls } from '../../views/layout/escape-controls.ts'
import { beginning, type Asked } from './asked.ts'
import { people } from './people.ts'
import { allPlans } from '../plans/start.ts'

const planActions = [
  ['show', 'its steps'],
  ['new', 'make one'],
  ['set', 'change it'],
  ['start', 'for somebody'],
  ['stop', 'for somebody'],
  ['try', 'the dates it gives'],
] as const

/** The actions on plans, and the plans by name: `fu plan long-haul` shows one. */
export function planActionsAndNames(app: App, asked: Asked): Completions {
  const actions = beginning(
    asked,
    planActions.map(([word, about]) => ({ word, about })),
  )
  return { ...actions, items: [...actions.items, ...plans(app, asked).items] }
}

/** After an action: a plan, then somebody to start or stop it for. */
export function planWords(app: App, asked: Asked): Completions {
  if (asked.before.length === 0) return plans(app, asked)
  return asked.before.length === 1 ? people(app, { ...asked, before: [] }) : noCompletions
}

/** Plans by name, with their meanings. */
export function plans(app: App, asked: Asked): Completions {
  return beginning(
    asked,
    allPlans(app).map(({ name, meaning }) => ({ word: name, about: escapeControls(meaning) })),
  )
}
