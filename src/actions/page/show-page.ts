import type { App } from '../../app.ts'
import type { Day } from '../../domain/day.ts'
import { hasLines } from '../../domain/page.ts'
import { agendaJson, entryJson } from '../../formats/json/json.ts'
import { agendaFor } from '../../schedule/page/page.ts'
import { briefView } from '../../views/page/brief.ts'
import { pageView } from '../../views/page/page.ts'
import { linesAsJson } from '../derived.ts'
import { printData, viewOptions } from '../print-data.ts'
import { factsFor, pageSettings } from './page-facts.ts'
import { doneOn, factsThen } from './past-day.ts'

/** How to print a page: `brief` on one line, `all` with all keep-in-touch lines. */
export type PageForm = { readonly brief: boolean; readonly all: boolean }

/**
 * Prints the page of a day, for a past day in its state at the end of that day; returns whether anything that came up
 * by that day is still open. With `full`, the lines of long sections show their reasons too. The page of an empty diary
 * explains how to begin.
 */
export async function showPage(
  app: App,
  day: Day,
  { brief, all, full }: PageForm & { readonly full: boolean },
): Promise<boolean> {
  const settings = pageSettings(app, all)
  const facts = factsFor(app, day, settings)
  const now = agendaFor(app.now, facts, settings)
  const isPast = day < app.now.day
  const agenda = isPast ? agendaFor(app.now, factsThen(app, facts), settings) : now
  const done = isPast ? doneOn(app, day) : null
  if (!app.json && !brief && !hasLines(agenda) && app.diary().extent().contacts === 0) {
    const { welcomeView } = await import('../../views/page/welcome.ts')
    const { locale } = app
    app.terminal.print(welcomeView(day, { ...viewOptions(app), locale, settings: app.settings() }))
    return false
  }
  // Only a diary with a mailbox in its settings pays for this.
  const asksForReplies = app.settings().mail.box !== null && day === app.now.day && !app.json && !brief
  const unreplied = asksForReplies ? (await import('../unreplied.ts')).unrepliedNow(app).length : 0
  printData(app, {
    json: () => ({
      ...agendaJson(agenda, (lines) => linesAsJson(app, lines)),
      done: done?.entries.map(entryJson) ?? null,
    }),
    text: () =>
      brief
        ? `${briefView(agenda)}\n`
        : pageView(agenda, {
            ...viewOptions(app),
            commands: { hint: !isPast },
            full,
            unreplied,
            ...(done === null ? {} : { done }),
          }),
  })
  return hasLines(now)
}
