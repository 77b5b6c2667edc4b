import type { App } from '../../app.ts'
import { addDays, type Day } from '../../domain/day.ts'
import { weekFrom } from '../../schedule/page/week.ts'
import { weekBrief, weekView } from '../../views/page/week.ts'
import { linesAsJson } from '../derived.ts'
import { printData, viewOptions } from '../print-data.ts'
import { factsFor, pageSettings } from './page-facts.ts'
import type { PageForm } from './show-page.ts'

/** Prints the seven days from `first`; returns whether anything on the first day is open. */
export function showWeek(app: App, first: Day, { brief, all }: PageForm): boolean {
  const settings = pageSettings(app, all)
  const days = weekFrom(first, app.now, factsFor(app, addDays(first, 6), settings, first), settings)
  const options = { ...viewOptions(app), dayLoad: settings.dayLoad, week: settings.week }
  printData(app, {
    json: () => ({
      items: days.map(({ day, load, lines }) => ({ day, load, lines: linesAsJson(app, lines) })),
    }),
    text: () => (brief ? `${weekBrief(days, options)}\n` : weekView(days, options)),
  })
  return days[0]?.lines.length !== 0
}
