import { addDays } from '../domain/day.ts'
import { document } from '../formats/json.ts'
import { weekFrom } from '../schedule/week.ts'
import { weekView } from '../views/week.ts'
import { defineCommand } from './command.ts'
import { linesAsJson } from './figures.ts'
import { factsFor, pageSettings } from './page-facts.ts'
import { readWhen } from './phrase.ts'

export const week = defineCommand({
  diary: 'needed',
  examples: ['fu week', 'fu week next mon'],
  more: 'The first day has everything that has come up by then; each later day what it brings by itself, if nothing is done before.',
  options: (command) => command.argument('[when...]', 'the first day, as a date phrase; today by itself'),
  run: (app, [when]) => {
    const first = when.length === 0 ? app.now.day : readWhen(app, when.join(' '), 'either').day
    const days = weekFrom(app.now, factsFor(app, addDays(first, 6)), pageSettings(app))
    if (app.json) {
      const items = days.map(({ day, load, lines }) => ({ day, load, lines: linesAsJson(app, lines) }))
      app.terminal.print(document({ items }))
      return
    }
    const { theme, words, now, terminal } = app
    const { dayLoad, week: working } = app.settings()
    terminal.print(weekView(days, { theme, words, now, dayLoad, week: working, width: terminal.width }))
  },
})
