import type { App } from '../app.ts'
import type { Line } from '../domain/page.ts'
import { document, entryJson } from '../formats/json/json.ts'
import { placedLines } from '../schedule/page/walk.ts'
import { briefView } from '../views/page/brief.ts'
import { lineBrief, lineDetailsView, type LineDetails } from '../views/walk/line.ts'
import { pageView } from '../views/page/page.ts'
import { defineCommand } from '../command/define-command.ts'
import { linesAsJson } from '../actions/derived.ts'
import { lineDetails, pageNow } from '../actions/walk/line-details.ts'

export const next = defineCommand({
  diary: 'needed',
  examples: ['fu next', 'fu next --brief', 'fu next --exit-code'],
  details:
    'What to say has your name and number in it: fu config name "Sue Hall", fu config number "0412 555 019".',
  options: (command) =>
    command
      .option('--brief', 'one line, for a prompt or a status bar')
      .option('--exit-code', 'end with status 6 while anything on the page is open')
      .option('--all', 'every line of the page so, one after another'),
  defaultInvocation: [[], {}],
  run: (app, _args, { brief, exitCode, all }) => {
    const agenda = pageNow(app)
    const placed = placedLines(agenda)
    const [first] = placed
    const { theme, words, terminal } = app
    const { width, links } = terminal
    if (first === undefined) {
      if (app.json) terminal.print(document({ line: null, entries: [], say: null, ask: [] }))
      else if (brief === true) terminal.print(`${briefView(agenda)}\n`)
      else terminal.print(pageView(agenda, { theme, width, words, commands: { hint: true } }))
      return
    }
    const allDetails = (all === true ? placed : [first]).map((line) => lineDetails(app, line, ''))
    if (app.json) printJson(app, allDetails, all === true)
    else if (brief === true) terminal.print(allDetails.map((details) => `${lineBrief(details)}\n`).join(''))
    else {
      const view = (details: LineDetails): string =>
        lineDetailsView(details, {
          theme,
          width,
          words,
          links,
          foot: { commands: commandsFor(details.line) },
        })
      terminal.print(allDetails.map(view).join(''))
    }
    return exitCode === true ? 'still-open' : undefined
  },
})

/** The first line; with `--all` the other lines too, as `items`. */
function printJson(app: App, allDetails: readonly LineDetails[], isAll: boolean): void {
  const lines = linesAsJson(
    app,
    allDetails.map(({ line }) => line),
  )
  const items = allDetails.map(({ last, say, ask }, index) => ({
    line: lines[index] ?? null,
    entries: last.map(({ entry }) => entryJson(entry)),
    say,
    ask,
  }))
  app.terminal.print(document({ ...items[0], ...(isAll ? { items } : {}) }))
}

/** The commands that the line is likely to need. */
function commandsFor({ promise, contact }: Line): string[] {
  return promise === null
    ? [`fu log @${contact.id} "…"`, `fu promise @${contact.id} "…" --due fri`]
    : [`fu done ${promise.id} "…"`, `fu tried ${promise.id}`, `fu move ${promise.id} fri`]
}
