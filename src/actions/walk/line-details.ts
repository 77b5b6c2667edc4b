import type { App } from '../../app.ts'
import type { Act } from '../../domain/act.ts'
import type { Agenda, Line } from '../../domain/page.ts'
import { agendaFor } from '../../schedule/page/page.ts'
import type { PlacedLine } from '../../domain/reading-order.ts'
import { questionsFor } from '../../views/walk/questions.ts'
import { reachableHours } from '../../schedule/page/reachable.ts'
import type { LineDetails } from '../../views/walk/line.ts'
import { messageFor } from '../../views/page/message.ts'
import { factsFor, pageSettings } from '../page/page-facts.ts'

/** The number of latest entries shown. */
const lastFew = 3

/** The current page of today. */
export function pageNow(app: App): Agenda {
  const settings = pageSettings(app)
  return agendaFor(app.now, factsFor(app, app.now.day, settings), settings)
}

/** One line with everything needed to do it. */
export function lineDetails(app: App, { line, section }: PlacedLine, place: string): LineDetails {
  const { id } = line.contact
  const { myName, myNumber } = app.settings()
  const hours = reachableHours(pageSettings(app), app.now, line.contact.timeZone)
  const byId = new Map(
    app
      .diary()
      .promises.where({ contacts: [id] })
      .map((promise) => [promise.id, promise]),
  )
  const last = app.diary().entries.of(id).slice(-lastFew).toReversed()
  return {
    now: app.now,
    line,
    section,
    place,
    last: last.map((entry) => ({
      entry,
      about: entry.promise === null ? null : (byId.get(entry.promise) ?? null),
    })),
    say: messageFor(line, { name: myName, number: myNumber, hours }, aboutOf(app, line), app.words),
    hint: [
      myName === null ? 'your name: fu config name "…"' : '',
      myNumber === null ? 'your number: fu config number "…"' : '',
    ]
      .filter((words) => words !== '')
      .join(' · '),
    ask: questionsFor(line),
  }
}

const beginnings: ReadonlySet<Act> = new Set<Act>(['heard', 'sent', 'sold'])

/**
 * The subject of a line, in the words of the event that started it: their request, the thing sent (R36); `null` if
 * unknown.
 */
function aboutOf(app: App, { promise, contact }: Line): string | null {
  if (promise === null) return null
  const diary = app.diary()
  const whole = diary.promises.find(promise.id)
  if (whole === null || whole.openedBy !== null) return null
  const said = diary.entries
    .ofPromises([whole])
    .flatMap(({ act, text }) => (beginnings.has(act) ? (text ?? []) : []))
  if (said.length > 0) return [...new Set(said)].join('; ')
  const run = diary.plans.runs(contact.id).find(({ id }) => id === promise.step?.run)
  return run === undefined || run.what === run.plan ? null : run.what || null
}
