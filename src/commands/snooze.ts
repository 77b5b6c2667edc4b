import { dateContext } from '../actions/date-context.ts'
import { askWhich } from '../actions/promises/ask-which.ts'
import { findPromisesAndDate } from '../actions/promises/find-promise.ts'
import { snooze } from '../actions/promises/snooze.ts'
import { defineCommand } from '../command/define-command.ts'
import { snoozeDay } from '../parse/phrase/snooze-day.ts'

export default defineCommand({
  diary: 'needed',
  examples: ['fu snooze 5 mon', 'fu snooze ada next month'],
  options: (command) =>
    command
      .argument('[which]', 'the promise, or several: 12 13, 12,13, 12-15')
      .argument('[when...]', 'the day it returns to the page'),
  run: async (app, [first, words]) => {
    const { promises, due, phrase } = await findPromisesAndDate(
      app,
      first ?? (await askWhich(app, 'fu snooze 5 mon')),
      words,
    )
    const [{ id }] = promises
    snooze(app, promises, snoozeDay(due, { phrase, promise: id }, dateContext(app)))
  },
})
