import { addDays } from '../domain/day.ts'
import { document } from '../formats/json/json.ts'
import { weekFrom } from '../schedule/page/week.ts'
import { weekBrief, weekView } from '../views/page/week.ts'
import { defineCommand } from '../command/define-command.ts'
import { linesAsJson } from '../actions/derived.ts'
import { factsFor, pageSettings } from '../actions/page/page-facts.ts'
import { readWhen } from '../actions/read-when.ts'

export const week = defineCommand({
  diary: 'needed',
  examples: ['fu week', 'fu week next mon'],
  details:
    'The first day has everything that has come up by then; each later day what it brings by itself, if nothing is done before.',
  options: (command) =>
    command
      .argument('[when...]', 'the first day, as a date phrase; today by itself')
      .option('--brief', 'one line: each day and how much is on it')
      .option('--exit-code', 'end with status 6 while anything on the first day is open')
      .option('--all', 'all of keep in touch, not only the first few'),
  defaultInvocation: [[[]], {}],
  run: (app, [when], { brief, exitCode, all }) => {
    const first = when.length === 0 ? app.now.day : readWhen(app, when.join(' '), 'either').day
    const settings = pageSettings(app, all === true)
    const days = weekFrom(first, app.now, factsFor(app, addDays(first, 6), settings), settings)
    const ending = exitCode === true && days[0]?.lines.length !== 0 ? 'still-open' : undefined
    if (app.json) {
      const items = days.map(({ day, load, lines }) => ({ day, load, lines: linesAsJson(app, lines) }))
      app.terminal.print(document({ items }))
      return ending
    }
    const { theme, words, now, terminal } = app
    const { dayLoad, week: working } = settings
    const options = { theme, words, now, dayLoad, week: working, width: terminal.width }
    terminal.print(brief === true ? `${weekBrief(days, options)}\n` : weekView(days, options))
    return ending
  },
})
