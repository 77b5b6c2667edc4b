import type { App } from '../../app.ts'
import type { Agenda, Line } from '../../domain/page.ts'
import { entryJson, type Json } from '../../formats/json/json.ts'
import { placedLines } from '../../schedule/page/walk.ts'
import { briefView } from '../../views/page/brief.ts'
import { pageView } from '../../views/page/page.ts'
import { lineBrief, lineDetailsView, type LineDetails } from '../../views/walk/line.ts'
import { linesAsJson } from '../derived.ts'
import type { PageForm } from '../page/show-page.ts'
import { printData, viewOptions } from '../print-data.ts'
import { lineDetails, pageNow } from './line-details.ts'

/**
 * Prints the first line of today's page with everything needed to do it (R22), or every line with `all`; returns
 * whether there is one.
 */
export function showNext(app: App, { brief, all }: PageForm): boolean {
  const agenda = pageNow(app)
  const placed = placedLines(agenda)
  if (placed.length === 0) showEmpty(app, agenda, brief)
  else {
    const shown = placed.slice(0, all ? undefined : 1).map((line) => lineDetails(app, line, ''))
    showLines(app, shown, { brief, all })
  }
  return placed.length > 0
}

function showEmpty(app: App, agenda: Agenda, brief: boolean): void {
  printData(app, {
    json: () => ({ line: null, entries: [], say: null, ask: [] }),
    text: () =>
      brief ? `${briefView(agenda)}\n` : pageView(agenda, { ...viewOptions(app), commands: { hint: true } }),
  })
}

function showLines(app: App, lines: readonly LineDetails[], { brief, all }: PageForm): void {
  const { links } = app.terminal
  const view = (details: LineDetails): string =>
    brief
      ? `${lineBrief(details)}\n`
      : lineDetailsView(details, {
          ...viewOptions(app),
          links,
          foot: { commands: commandsFor(details.line) },
        })
  printData(app, {
    json: () => {
      const items = detailsAsJson(app, lines)
      return { ...items[0], ...(all ? { items } : {}) }
    },
    text: () => lines.map(view).join(''),
  })
}

function detailsAsJson(app: App, shown: readonly LineDetails[]): { readonly [field: string]: Json }[] {
  const lines = linesAsJson(
    app,
    shown.map(({ line }) => line),
  )
  return shown.map(({ last, say, ask }, index) => ({
    line: lines[index] ?? null,
    entries: last.map(({ entry }) => entryJson(entry)),
    say,
    ask,
  }))
}

/** Commands that the line probably needs. */
function commandsFor({ promise, contact }: Line): string[] {
  return promise === null
    ? [`fu log @${contact.id} "…"`, `fu promise @${contact.id} "…" --due fri`]
    : [`fu done ${promise.id} "…"`, `fu tried ${promise.id}`, `fu move ${promise.id} fri`]
}
