import type { Line } from '../../domain/page.ts'
import type { PlacedLine } from '../../domain/reading-order.ts'
import { spreadPlan } from '../../views/walk/spread-plan.ts'
import { planSpread, spread } from '../promises/spread.ts'
import { doneAnswer, dropAnswer, moveAnswer } from './answers.ts'
import { askKey, type Answer, type AnswerResult, type Interactive } from './interactive.ts'
import { openAnswer } from './open-answer.ts'

const yesNo = [
  { key: 'y', label: 'yes', isSo: true },
  { key: 'n', label: 'no', isSo: false },
] as const

/** Offers to spread the remaining lines over the coming working days with room, as one step that one undo reverses (R55). */
async function offerSpread(
  interactive: Interactive,
  line: Line,
  left: readonly PlacedLine[],
): Promise<AnswerResult | null> {
  const { app } = interactive
  const plan = planSpread(
    app,
    left.map((place) => place.line),
  )
  const { theme, words, terminal } = app
  terminal.print(spreadPlan(plan, { theme, words, now: app.now.day, width: terminal.width }))
  if (plan.spread.length === 0) return null
  const { isSo } = await askKey(interactive, 'Move them like this?', yesNo)
  if (!isSo) return null
  const leavesLine = plan.stays.some(({ id }) => id === line.promise?.id)
  return { ...spread(app, plan.spread), leavesLine }
}

export const spreadAnswer: Answer = {
  key: 'l',
  label: 'spread those left',
  about: 'over the coming days with room; the plan is shown first',
  give: offerSpread,
}

/** The answers to a carried-over line: keep it, do it, move it, drop it, or spread all of them (R55). */
export const lateAnswers: readonly (readonly Answer[])[] = [
  [
    { key: 'k', label: 'keep', about: 'it stays as it is', give: async () => ({ history: null }) },
    doneAnswer,
    openAnswer,
    moveAnswer,
    dropAnswer,
    spreadAnswer,
  ],
]
