import { dateContext } from '../actions/date-context.ts'
import { findPromise } from '../actions/promises/find-promise.ts'
import { snooze } from '../actions/promises/snooze.ts'
import { splitWho } from '../actions/people/find-contact.ts'
import { readWhen } from '../actions/read-when.ts'
import { defineCommand } from '../command/define-command.ts'
import { snoozeDay } from '../parse/phrase/snooze-day.ts'

export default defineCommand({
  diary: 'needed',
  examples: ['fu snooze 5 mon', 'fu snooze ada next month'],
  options: (command) =>
    command.argument('<which>', 'the promise').argument('<when...>', 'the day it returns to the page'),
  run: async (app, [first, words]) => {
    const { who: which, rest } = splitWho(app, first, words)
    const phrase = rest.join(' ')
    const due = readWhen(app, phrase, 'ahead')
    const promise = await findPromise(app, which)
    const day = snoozeDay(due, { phrase, promise: promise.id }, dateContext(app))
    snooze(app, [promise], day)
  },
})
