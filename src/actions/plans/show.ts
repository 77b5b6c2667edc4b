import type { App } from '../../app.ts'
import type { Plan } from '../../domain/plan.ts'
import type { Json } from '../../formats/json/json.ts'
import { stepWords } from '../../parse/plan/plan-step.ts'
import { builtInPlans } from '../../schedule/plans/built-in-plans.ts'
import { escapeControls } from '../../views/layout/escape-controls.ts'
import { tableView } from '../../views/layout/table.ts'
import { printData, viewOptions } from '../print-data.ts'
import { allPlans, planNamed } from './start.ts'

/** Prints every plan with its steps. */
export function listPlans(app: App): void {
  const plans = allPlans(app)
  const rows = plans.map(({ name, meaning, steps }) => [name, meaning, steps.map(stepWords).join(' · ')])
  printData(app, {
    json: () => ({ items: plans.map(planJson) }),
    text: () => tableView(['plan', 'starts with', 'steps'], rows, viewOptions(app)),
  })
}

/**
 * Prints the steps of a plan, one per line.
 *
 * @throws FuError `not-found` if there is no plan with the name
 */
export function showPlan(app: App, name: string): void {
  const plan = planNamed(app, name)
  printData(app, {
    json: () => ({ plan: planJson(plan) }),
    text: () => plan.steps.map((step) => `${escapeControls(stepWords(step))}\n`).join(''),
  })
}

/** A plan as JSON, with its steps as typed. */
export function planJson({ name, meaning, steps }: Plan): Json {
  const isBuiltIn = builtInPlans.some((builtIn) => builtIn.name === name && builtIn.steps === steps)
  return { name, meaning, isBuiltIn, steps: steps.map(stepWords) }
}
