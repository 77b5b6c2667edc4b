import type { App } from '../app.ts'
import { hasLines, type Agenda } from '../domain/page.ts'
import { agendaJson, contactJson, document, promiseJson, type Json } from '../formats/json.ts'
import { agendaFor } from '../schedule/page.ts'
import { briefView } from '../views/brief.ts'
import { pageView } from '../views/page.ts'
import { defineCommand } from './command.ts'
import { contactFigures, standingsOf } from './figures.ts'
import { readWhen } from './phrase.ts'

export const today = defineCommand({
  diary: 'reads',
  examples: ['fu', 'fu today fri', 'fu today --brief'],
  options: (command) =>
    command
      .argument('[when...]', 'the day, as a date phrase; today by itself')
      .option('--brief', 'one line, for a prompt or a status bar')
      .option('--exit-code', 'end with status 6 while anything on the page is open')
      .option('--all', 'all of keep in touch, not only the first few'),
  run: (app, [when], { brief, exitCode }) => {
    const day = when.length === 0 ? app.now.day : readWhen(app, when.join(' '), 'either').day
    const facts = app.diary().factsFor(day)
    const agenda = agendaFor(app.now, facts, { week: app.settings().week, words: app.words })
    if (app.json) app.terminal.print(document(asJson(app, agenda)))
    else if (brief === true) app.terminal.print(`${briefView(agenda)}\n`)
    else {
      const { width } = app.terminal
      app.terminal.print(
        pageView(agenda, { theme: app.theme, width, words: app.words, commands: { hint: true } }),
      )
    }
    return exitCode === true && hasLines(agenda) ? 'still-open' : undefined
  },
})

function asJson(app: App, agenda: Agenda): { readonly [field: string]: Json } {
  const lines = agenda.sections.flatMap((section) => section.lines)
  const figures = contactFigures(
    app,
    lines.map((line) => line.contact),
  )
  const standings = standingsOf(
    app,
    lines.flatMap((line) => line.promise ?? []),
  )
  return agendaJson(
    agenda,
    ({ contact }) => contactJson(contact, figures.get(contact.id) ?? { lastContact: null, nextDay: null }),
    (promise) => {
      const standing = standings.get(promise.id)
      return standing === undefined ? null : promiseJson(promise, standing)
    },
  )
}
