import type { App } from '../../app.ts'
import { compareDue } from '../../domain/day.ts'
import type { Line, PagePromise } from '../../domain/page.ts'
import type { Notice, OpenReminder, Reminded } from '../../domain/reminder.ts'
import { agendaFor } from '../../schedule/page/page.ts'
import { remindersAt } from '../../schedule/reminders/reminders.ts'
import { promiseStates } from '../../schedule/state/promise-states.ts'
import type { LineReminder } from '../../views/reminders/notice.ts'
import { factsFor, pageSettings } from '../page/page-facts.ts'

/** The notices to show, and what to store before the first of them is shown. */
export type Look = { readonly notices: readonly Notice<LineReminder>[]; readonly reminded: Reminded }

/** The notices to show now (R63). Nothing is written. */
export function look(app: App, known: Reminded | null): Look {
  const { now, momentAt } = app
  const settings = { week: app.settings().week, momentAt }
  const open = openReminders(app)
  const { notices, reminded } = remindersAt(open, known, now, settings)
  return notices.length === 0
    ? { notices: [], reminded }
    : remindersAt(withLines(app, open), known, now, settings)
}

/** The open promises that come up by today, each with its day or time. */
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
 * The reminders with the lines of the page, which are read only if there is something to show. Promises that were
 * closed or moved meanwhile are left out.
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
