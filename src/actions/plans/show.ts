import type { App } from '../../app.ts'
import type { Plan } from '../../domain/plan.ts'
import { document, type Json } from '../../formats/json/json.ts'
import { stepWords } from '../../parse/plan/plan-step.ts'
import { builtInPlans } from '../../schedule/plans/built-in-plans.ts'
import { escapeControls } from '../../views/layout/escape-controls.ts'
import { tableView } from '../../views/layout/table.ts'
import { allPlans, planNamed } from './start.ts'

/** Prints every plan with its steps. */
export function listPlans(app: App): void {
  const plans = allPlans(app)
  if (app.json) {
    app.terminal.print(document({ items: plans.map(planJson) }))
    return
  }
  const rows = plans.map(({ name, meaning, steps }) => [name, meaning, steps.map(stepWords).join(' · ')])
  const { theme, terminal } = app
  terminal.print(tableView(['plan', 'starts with', 'steps'], rows, { theme, width: terminal.width }))
}

/**
 * Prints the steps of a plan, one a line.
 *
 * @throws FuError `not-found` if there is no plan with the name
 */
export function showPlan(app: App, name: string): void {
  const plan = planNamed(app, name)
  if (app.json) app.terminal.print(document({ plan: planJson(plan) }))
  else app.terminal.print(plan.steps.map((step) => `${escapeControls(stepWords(step))}\n`).join(''))
}

/** A plan as JSON, its steps as they are typed. */
export function planJson({ name, meaning, steps }: Plan): Json {
  const isBuiltIn = builtInPlans.some((builtIn) => builtIn.name === name && builtIn.steps === steps)
  return { name, meaning, isBuiltIn, steps: steps.map(stepWords) }
}
