import type { App } from '../../app.ts'
import { addDays, type Day } from '../../domain/day.ts'
import { promisesOffThePage, type OffThePage } from '../../schedule/page/off-the-page.ts'
import { agendaFor } from '../../schedule/page/page.ts'
import { weekFrom } from '../../schedule/page/week.ts'
import { paperPage, paperWeek, type PaperOptions } from '../../views/paper/paper.ts'
import { statesOf } from '../derived.ts'
import { writeDocument } from '../write-document.ts'
import { factsFor, pageSettings } from './page-facts.ts'
import { closedOn, factsThen } from './past-day.ts'

const whatNext = '; open it in a browser to print it'

/** Writes the page of a day as HTML to a file, or with `null` to stdout. */
export async function printPage(app: App, day: Day, file: string | null): Promise<void> {
  const settings = pageSettings(app)
  const facts = factsFor(app, day, settings)
  const then = day < app.now.day ? factsThen(app, facts) : facts
  const agenda = agendaFor(app.now, then, settings)
  const week = weekFrom(day, app.now, factsFor(app, addDays(day, 6), settings, day), settings)
  const html = paperPage({ agenda, off: offThePageOf(app, day), week }, paperOptions(app))
  await writeDocument(app, file, [html], whatNext)
}

/** Writes the seven days from `first` as HTML to a file, or with `null` to stdout. */
export async function printWeek(app: App, first: Day, file: string | null): Promise<void> {
  const settings = pageSettings(app)
  const days = weekFrom(first, app.now, factsFor(app, addDays(first, 6), settings, first), settings)
  const withOff = days.map((ahead) => ({
    ...ahead,
    off: ahead.day > app.now.day ? [] : offThePageOf(app, ahead.day),
  }))
  await writeDocument(app, file, [paperWeek(withOff, paperOptions(app))], whatNext)
}

function offThePageOf(app: App, day: Day): OffThePage[] {
  const entries = app.diary().entries.on(day, day)
  const ids = new Set(entries.flatMap(({ promise }) => promise ?? []))
  const promises = [...closedOn(app, day), ...[...ids].flatMap((id) => app.diary().promises.find(id) ?? [])]
  const states = statesOf(app, promises)
  return promisesOffThePage(day, entries, promises, ({ id }) => states.get(id)?.next ?? null)
}

function paperOptions({ words, locale, now }: App): PaperOptions {
  return { words, locale, now: now.day }
}
