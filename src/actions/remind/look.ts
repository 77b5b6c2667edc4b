import type { App } from '../../app.ts'
import { compareDue } from '../../domain/day.ts'
import type { Line, PagePromise } from '../../domain/page.ts'
import type { Notice, OpenReminder, Reminded } from '../../domain/reminder.ts'
import { agendaFor } from '../../schedule/page/page.ts'
import { remindersAt } from '../../schedule/reminders/reminders.ts'
import { promiseStates } from '../../schedule/state/promise-states.ts'
import type { LineReminder } from '../../views/reminders/notice.ts'
import { factsFor, pageSettings } from '../page/page-facts.ts'

/** What a look at the diary found to tell, and what is remembered of it before any of that is told. */
export type Look = { readonly notices: readonly Notice<LineReminder>[]; readonly reminded: Reminded }

/** What is to be told now (R63). Nothing is written. */
export function look(app: App, known: Reminded | null): Look {
  const { now, momentAt } = app
  const settings = { week: app.settings().week, momentAt }
  const open = openReminders(app)
  const { notices, reminded } = remindersAt(open, known, now, settings)
  return notices.length === 0
    ? { notices: [], reminded }
    : remindersAt(withLines(app, open), known, now, settings)
}

/** The open promises that come up by today, each with when it is to be done. */
function openReminders(app: App): OpenReminder[] {
  const diary = app.diary()
  const { facts, uids } = diary.snapshot(() => {
    const load = diary.page.load(app.now.day, app.now)
    return { facts: load, uids: diary.promises.uidsToRemind(load.promises.map(({ id }) => id)) }
  })
  return promiseStates(facts.promises, facts, app.now, app.settings().week).flatMap(
    ({ promise: { id }, state }) => {
      const uid = uids.get(id)
      return uid === undefined ? [] : [{ id, uid, due: state.next }]
    },
  )
}

/**
 * The reminders with the lines of the page: read only when there is something to tell, which is seldom. What was closed
 * or moved since is left out.
 */
function withLines(app: App, open: readonly OpenReminder[]): LineReminder[] {
  const settings = pageSettings(app)
  const { sections } = agendaFor(app.now, factsFor(app, app.now.day, settings), settings)
  const lines = new Map(
    sections.flatMap((section) => section.lines.filter(isOfPromise).map((line) => [line.promise.id, line])),
  )
  return open.flatMap((reminder) => {
    const line = lines.get(reminder.id)
    return line === undefined || compareDue(line.next, reminder.due) !== 0 ? [] : [{ ...reminder, line }]
  })
}

function isOfPromise(line: Line): line is Line & { readonly promise: PagePromise } {
  return line.promise !== null
}
