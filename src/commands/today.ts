import { hasLines } from '../domain/page.ts'
import { agendaJson, document, entryJson } from '../formats/json/json.ts'
import { agendaFor } from '../schedule/page/page.ts'
import { briefView } from '../views/page/brief.ts'
import { pageView } from '../views/page/page.ts'
import { defineCommand } from '../command/define-command.ts'
import { linesAsJson } from '../actions/derived.ts'
import { factsFor, pageSettings } from '../actions/page/page-facts.ts'
import { doneOn, factsThen } from '../actions/page/past-day.ts'
import { readWhen } from '../actions/read-when.ts'

export const today = defineCommand({
  diary: 'needed',
  examples: ['fu', 'fu today fri', 'fu today yesterday', 'fu today --brief'],
  options: (command) =>
    command
      .argument('[when...]', 'the day, as a date phrase; today by itself')
      .option('--brief', 'one line, for a prompt or a status bar')
      .option('--exit-code', 'end with status 6 while anything on the page is open')
      .option('--all', 'all of keep in touch, not only the first few'),
  defaultInvocation: [[[]], {}],
  run: (app, [when], { brief, exitCode, all }) => {
    const day = when.length === 0 ? app.now.day : readWhen(app, when.join(' '), 'either').day
    const settings = pageSettings(app, all === true)
    const facts = factsFor(app, day, settings)
    const isPast = day < app.now.day
    const agenda = agendaFor(app.now, isPast ? factsThen(app, facts) : facts, settings)
    const done = isPast ? { done: doneOn(app, day) } : {}
    if (app.json) {
      const page = agendaJson(agenda, (lines) => linesAsJson(app, lines))
      const entries = done.done?.entries.map(entryJson) ?? null
      app.terminal.print(document({ ...page, done: entries }))
    } else if (brief === true) app.terminal.print(`${briefView(agenda)}\n`)
    else {
      const { width } = app.terminal
      app.terminal.print(
        pageView(agenda, { theme: app.theme, width, words: app.words, commands: { hint: !isPast }, ...done }),
      )
    }
    const open = isPast ? agendaFor(app.now, facts, settings) : agenda
    return exitCode === true && hasLines(open) ? 'still-open' : undefined
  },
})
