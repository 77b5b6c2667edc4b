import type { App } from '../../app.ts'
import type { Due } from '../../domain/day.ts'
import type { Period } from '../../domain/period.ts'
import type { Plan } from '../../domain/plan.ts'
import { stepWords } from '../../parse/plan/plan-step.ts'
import { planDates } from '../../schedule/plans/plan.ts'
import { dueText } from '../../views/confirmations/writes.ts'
import { tableView } from '../../views/layout/table.ts'
import { dateContext } from '../date-context.ts'
import { printData, viewOptions } from '../print-data.ts'

/** The start of a plan, and the time in transit of something sent. */
export type Start = { readonly from: Due; readonly transit: Period | null }

/** Prints the dates that a plan gives if each step is closed on the day it is due. */
export function tryPlan(app: App, { steps }: Plan, { from, transit }: Start): void {
  const { week } = app.settings()
  const time = from.time ?? (from.day === app.now.day ? app.now.time : week.opens)
  const dates = planDates(steps, { day: from.day, time }, transit, week)
  const texts = steps.map(stepWords)
  const items = dates.map(({ due: { day, time: at }, windowUntil }, index) => ({
    step: texts[index] ?? '',
    due: { day, time: at },
    windowUntil,
  }))
  const context = dateContext(app)
  const rows = dates.map(({ due, windowUntil }, index) => [
    `${dueText(due, context)}${windowUntil === null ? '' : ` to ${app.words.short(windowUntil, app.now.day)}`}`,
    texts[index] ?? '',
  ])
  printData(app, {
    json: () => ({ items }),
    text: () => tableView(['due', 'step'], rows, viewOptions(app)),
  })
}
