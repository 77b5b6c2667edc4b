import type { App } from '../../app.ts'
import { compareDue, type Day } from '../../domain/day.ts'
import { newEntry } from '../../domain/entry.ts'
import type { Line, PagePromise } from '../../domain/page.ts'
import { spreadOverDays } from '../../schedule/plans/spread.ts'
import { spreadSentence, type Spread } from '../../views/walk/spread-plan.ts'
import { reportWrite, type WriteResult } from '../print-result.ts'
import { loadOn } from '../day-load.ts'

/** The promises to move, with their days, and those that stay on the present day. */
export type SpreadPlan = { readonly spread: Spread; readonly stays: readonly PagePromise[] }

/**
 * The working days with room that carried-over lines can be moved to, the present day first; complaints and answers past
 * 24 hours stay where they are (R55).
 */
export function planSpread(app: App, lines: readonly Line[]): SpreadPlan {
  const { week, dayLoad } = app.settings()
  const promisesOf = (chosen: readonly Line[]): PagePromise[] =>
    chosen.flatMap(({ promise }) => promise ?? [])
  const moves = promisesOf(lines.filter((line) => !staysToday(line)))
  // Everything due so far is on the present day now, including the promises to move.
  const loadWithout = (day: Day): number => loadOn(app, day) - (day === app.now.day ? moves.length : 0)
  const placed = spreadOverDays(moves, app.now.day, { week, dayLoad, loadOn: loadWithout })
  return {
    spread: placed.map(({ item, day }) => ({ promise: item, day })),
    stays: promisesOf(lines.filter(staysToday)),
  }
}

function staysToday({ promise, flags }: Line): boolean {
  return promise?.kind === 'complaint' || flags.includes('past-24h')
}

/** Moves promises to their days in one transaction, which one undo takes back; those that changed meanwhile stay (R55). */
export function spread(app: App, plan: Spread): WriteResult {
  const { value: promises, history } = app.diary().write({ command: 'move', at: app.now }, (tx) => {
    const untouched = plan.filter(({ promise }) => isAsShown(app, promise))
    tx.title(`go --late --spread (${untouched.length})`)
    return untouched.map(({ promise, day }) => {
      const { id, contact, due: from } = promise
      const to = { day, time: null }
      const entry = { contactId: contact.id, promise: id, act: 'moved', data: { from, to } } as const
      tx.addEntry(newEntry({ at: app.now, ...entry }))
      return tx.movePromise(id, to, false)
    })
  })
  const moved = plan.filter(({ promise }) => promises.some(({ id }) => id === promise.id))
  const sentences = [spreadSentence(moved, { words: app.words, now: app.now.day })]
  const written = { contact: null, promise: null, promises, entry: null }
  return reportWrite(app, { command: 'move', history, ...written, sentences })
}

/** Whether another terminal has not changed a promise while this one asked. */
function isAsShown(app: App, { id, due }: PagePromise): boolean {
  const current = app.diary().promises.find(id)
  return current?.status === 'open' && compareDue(current.due, due) === 0
}
