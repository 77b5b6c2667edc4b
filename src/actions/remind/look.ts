import type { App } from '../../app.ts'
import type { Line, PagePromise } from '../../domain/page.ts'
import { remindersOf, type Notice, type OpenReminder, type Reminded } from '../../domain/reminder.ts'
import { agendaFor } from '../../schedule/page/page.ts'
import { remindersAt } from '../../schedule/reminders/reminders.ts'
import { promiseStates } from '../../schedule/state/promise-states.ts'
import type { LineReminder } from '../../views/reminders/notice.ts'
import { factsFor, pageSettings } from '../page/page-facts.ts'

/** What a look at the diary found to tell, and what is remembered of it before any of that is told. */
export type Look = { readonly notices: readonly Notice<LineReminder>[]; readonly reminded: Reminded }

/** What is to be told now, as of one state of the diary (R63). Nothing is written. */
export function look(app: App, known: Reminded | null): Look {
  const { now, momentAt } = app
  return app.diary().snapshot(() => {
    const { week } = app.settings()
    const { notices, reminded } = remindersAt(openReminders(app), known, now, { week, momentAt })
    const told = notices.length === 0 ? [] : withLines(app, notices)
    return { notices: told, reminded }
  })
}

/** The open promises that come up by today, each with when it is to be done. */
function openReminders(app: App): OpenReminder[] {
  const { promises } = app.diary()
  const facts = app.diary().page.load(app.now.day, app.now)
  const states = promiseStates(facts.promises, facts, app.now, app.settings().week)
  const uids = promises.uidsToRemind(states.map(({ promise }) => promise.id))
  return states.flatMap(({ promise: { id }, state }) => {
    const uid = uids.get(id)
    return uid === undefined ? [] : [{ id, uid, due: state.next }]
  })
}

/** The notices with the lines of the page: read only when there is something to tell, which is seldom. */
function withLines(app: App, notices: readonly Notice<OpenReminder>[]): Notice<LineReminder>[] {
  const settings = pageSettings(app)
  const { sections } = agendaFor(app.now, factsFor(app, app.now.day, settings), settings)
  const lines = new Map(
    sections.flatMap((section) =>
      section.lines.flatMap((line) => (isOfPromise(line) ? [[line.promise.id, line]] : [])),
    ),
  )
  const withLine = (reminder: OpenReminder): LineReminder => {
    const line = lines.get(reminder.id)
    if (line === undefined) throw new RangeError(`promise ${reminder.id} has come up and is not on the page`)
    return { ...reminder, line }
  }
  return notices.map((notice) =>
    notice.kind === 'one'
      ? { kind: notice.kind, reminder: withLine(notice.reminder) }
      : { kind: notice.kind, reminders: remindersOf(notice).map(withLine) },
  )
}

function isOfPromise(line: Line): line is Line & { readonly promise: PagePromise } {
  return line.promise !== null
}
