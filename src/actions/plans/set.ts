import type { App } from '../../app.ts'
import { refused } from '../../domain/errors.ts'
import type { PlanStep } from '../../domain/plan.ts'
import { document } from '../../formats/json/json.ts'
import { nothingMade } from '../print-result.ts'
import { planJson } from './show.ts'
import { allPlans, planNamed } from './start.ts'

/** A change of a plan: `new` makes one, `set` changes an existing one. */
export type PlanChange = {
  readonly action: 'new' | 'set'
  readonly name: string
  readonly steps: readonly PlanStep[]
}

/** @throws FuError `refused` if a new plan exists already, `not-found` if one to change does not */
export function checkPlanName(app: App, { action, name }: Omit<PlanChange, 'steps'>): void {
  const exists = allPlans(app).some((candidate) => candidate.name === name)
  if (action === 'new' && exists)
    throw refused(`There is already a plan "${name}".`, `"fu plan set ${name} …" changes it.`)
  if (action === 'set' && !exists) planNamed(app, name)
}

/**
 * Makes or changes a plan, for later starts, and reports it.
 *
 * @throws FuError as `checkPlanName`
 */
export function setPlan(app: App, { action, name, steps }: PlanChange): void {
  checkPlanName(app, { action, name })
  const { history } = app.diary().write({ command: 'plan', at: app.now }, (tx) => {
    tx.title(`plan ${action} ${name}`)
    tx.setPlan(name, steps)
  })
  if (app.json) {
    const plan = planJson(planNamed(app, name))
    app.terminal.print(document({ ...nothingMade, command: 'plan', undo: history, plan }))
    return
  }
  const count = steps.length === 1 ? 'one step' : `${steps.length} steps`
  app.terminal.say(`The plan ${name} now has ${count}, for plans that start later. (fu undo)`)
}
