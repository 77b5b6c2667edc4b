import type { App } from '../app.ts'
import type { Day, Due } from '../domain/day.ts'
import { usage } from '../domain/errors.ts'
import { moveText } from '../domain/move.ts'
import type { OpenPromise } from '../domain/promise.ts'
import { untouchedNext } from '../schedule/state/promise-state.ts'
import { dueText, snoozedSentence } from '../views/confirmations/writes.ts'
import { changePromise } from '../actions/promises/change-promise.ts'
import { defineCommand } from '../command/define-command.ts'
import { stateNow } from '../actions/promises/derived.ts'
import { readWhen } from '../actions/read-when.ts'
import { dateContext } from '../actions/date-context.ts'
import { findPromise } from '../actions/promises/find-promise.ts'
import { splitWho } from '../actions/people/find-contact.ts'

export const snooze = defineCommand({
  diary: 'needed',
  examples: ['fu snooze 5 mon', 'fu snooze ada next month'],
  options: (command) =>
    command.argument('<which>', 'the promise').argument('<when...>', 'the day it comes back on the page'),
  run: async (app, [first, words]) => {
    const { who: which, rest } = splitWho(app, first, words)
    const phrase = rest.join(' ')
    const due = readWhen(app, phrase, 'ahead')
    const promise = await findPromise(app, which)
    writeSnooze(app, promise, dayOf(app, promise, phrase, due))
  },
})

/**
 * The day that a typed phrase puts the line of a promise off to.
 *
 * @throws FuError `usage` where it is today, or has a time of day
 */
export function readSnooze(app: App, promise: OpenPromise, phrase: string): Day {
  return dayOf(app, promise, phrase, readWhen(app, phrase, 'ahead'))
}

function dayOf(app: App, { id }: OpenPromise, phrase: string, { day, time }: Due): Day {
  const move = `"fu move ${id} ${time === null ? '16:00' : phrase}"`
  if (day === app.now.day) {
    throw usage(
      `"${phrase}" is today, and a snooze takes a line off the page of today.`,
      `Name a later day, as in "fu snooze ${id} tomorrow", or move it: ${move}.`,
    )
  }
  if (time !== null) {
    throw usage(
      `"${phrase}" is ${dueText({ day, time }, dateContext(app))}, and a snooze takes a line off the page for whole days.`,
      `Name the day alone, or move it: ${move}.`,
    )
  }
  return day
}

/** Writes that a line is off the page until a day, and says so; gives its number in the history. */
export function writeSnooze(app: App, promise: OpenPromise, day: Day): number {
  return changePromise(app, promise, {
    command: 'snooze',
    outcome: `until ${app.words.short(day, app.now.day)}`,
    entry: { act: 'snoozed' },
    remark: (before) => moveText({ from: untouchedNext(before), to: { day, time: null }, promised: null }),
    change: (tx) => tx.snoozePromise(promise.id, day),
    sentence: (changed) => snoozedSentence(changed, day, stateNow(app, changed).next.day, dateContext(app)),
  })
}
