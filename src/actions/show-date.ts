import type { App } from '../app.ts'
import type { Due } from '../domain/day.ts'
import { printData } from './print-data.ts'

/** Prints a day in full, with its time if it has one. */
export function showDate(app: App, { day, time }: Due): void {
  const text = `${app.words.long(day)}${time === null ? '' : ` ${time}`}`
  printData(app, { json: () => ({ day, time, text }), text: () => `${text}\n` })
}
