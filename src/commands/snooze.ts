import type { App } from '../app.ts'
import type { Day } from '../domain/day.ts'
import { usage } from '../domain/errors.ts'
import { moveText } from '../domain/move.ts'
import type { OpenPromise } from '../domain/promise.ts'
import { untouchedNext } from '../schedule/standing.ts'
import { snoozed } from '../views/receipt.ts'
import { changePromise } from './change-promise.ts'
import { defineCommand } from './command.ts'
import { readWhen } from './phrase.ts'
import { speechOf } from './speech.ts'
import { findPromise } from './which.ts'
import { splitWho } from './who.ts'

export const snooze = defineCommand({
  diary: 'needed',
  examples: ['fu snooze 5 mon', 'fu snooze ada next month'],
  options: (command) =>
    command.argument('<which>', 'the promise').argument('<when...>', 'the day it comes back on the page'),
  run: async (app, [first, words]) => {
    const { who: which, rest } = splitWho(app, first, words)
    const phrase = rest.join(' ')
    const day = readSnooze(app, phrase)
    writeSnooze(app, await findPromise(app, which), day)
  },
})

/**
 * The day that a typed phrase puts a line off to.
 *
 * @throws FuError `usage` where it is today
 */
export function readSnooze(app: App, phrase: string): Day {
  const { day } = readWhen(app, phrase, 'ahead')
  if (day === app.now.day) {
    throw usage(
      `"${phrase}" is today, and a snooze takes a line off the page of today.`,
      'Name a later day, as in "fu snooze 5 tomorrow", or move it: "fu move 5 16:00".',
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
    change: (pen) => pen.snoozePromise(promise.id, day),
    sentence: (changed) => snoozed(changed, day, speechOf(app)),
  })
}
