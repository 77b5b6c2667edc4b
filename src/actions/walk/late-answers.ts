import type { App } from '../../app.ts'
import { compareDue, type Day } from '../../domain/day.ts'
import { newEntry } from '../../domain/entry.ts'
import { moveText } from '../../domain/move.ts'
import type { PagePromise } from '../../domain/page.ts'
import type { PlacedLine } from '../../schedule/page/walk.ts'
import { spreadOverDays } from '../../schedule/plans/spread.ts'
import { loadOf } from '../../schedule/page/week.ts'
import { spreadPlan, spreadSentence, type Spread } from '../../views/walk/spread-plan.ts'
import { drop, move } from './answers.ts'
import { askKey, type Answer, type AnswerResult, type Interactive } from './interactive.ts'
import { factsFor } from '../page/page-facts.ts'
import { reportWrite } from '../print-result.ts'

const yesNo = [
  { key: 'y', label: 'yes', isSo: true },
  { key: 'n', label: 'no', isSo: false },
] as const

/** Offers to lay what is left over the coming working days with room, in one step that one undo takes back (R55). */
async function spreadOut(desk: Interactive, left: readonly PlacedLine[]): Promise<AnswerResult | null> {
  const { app } = desk
  const promises = left.flatMap(({ line }) => line.promise ?? [])
  const plan = planFor(app, promises)
  const { theme, words, terminal } = app
  terminal.print(spreadPlan(plan, { theme, words, now: app.now.day, width: terminal.width }))
  const { isSo } = await askKey(desk, 'Move them so?', yesNo)
  return isSo ? { history: writeSpread(app, plan) } : null
}

function planFor(app: App, promises: readonly PagePromise[]): Spread {
  const settings = app.settings()
  const { week, dayLoad } = settings
  const loadOn = (day: Day): number => loadOf(day, app.now, factsFor(app, day, settings), week)
  return spreadOverDays(promises, app.now.day, { week, dayLoad, loadOn }).map(({ item, day }) => ({
    promise: item,
    day,
  }))
}

/** Whether nothing happened to a promise in another terminal while this one asked. */
function isAsShown(app: App, { id, due }: PagePromise): boolean {
  const current = app.diary().promise(id)
  return current?.status === 'open' && compareDue(current.due, due) === 0
}

function writeSpread(app: App, plan: Spread): number {
  const { value, history } = app.diary().write({ command: 'move', at: app.now }, (tx) => {
    const untouched = plan.filter(({ promise }) => isAsShown(app, promise))
    tx.title(`go --late --spread (${untouched.length})`)
    return untouched.map(({ promise, day }) => {
      const { id, contact, due: from } = promise
      const to = { day, time: null }
      const remark = moveText({ from, to, promised: null })
      tx.addEntry(newEntry({ at: app.now, contactId: contact.id, promise: id, act: 'moved', remark }))
      return tx.movePromise(id, to, false)
    })
  })
  const sentences = [
    spreadSentence(
      plan.filter(({ promise }) => value.some(({ id }) => id === promise.id)),
      { words: app.words, now: app.now.day },
    ),
  ]
  reportWrite(app, {
    command: 'move',
    history,
    contact: null,
    promise: null,
    promises: value,
    entry: null,
    sentences,
  })
  return history
}

export const spread: Answer = {
  key: 'l',
  label: 'spread those left',
  give: (desk, _line, left) => spreadOut(desk, left),
}

/** The answers to what is carried over: it stays, gets another day, is dropped, or all of it is spread (R55). */
export const lateAnswers: readonly (readonly Answer[])[] = [
  [{ key: 'k', label: 'keep', give: async () => ({ history: null }) }, move, drop, spread],
]
