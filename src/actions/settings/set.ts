import type { App } from '../../app.ts'
import { document } from '../../formats/json/json.ts'
import type { SettingSpec } from '../../parse/settings/setting.ts'
import { settingsFrom } from '../../parse/settings/settings.ts'
import { numbersReadAgain, numbersWithoutCountry } from '../../views/confirmations/numbers.ts'
import { nothingMade } from '../print-result.ts'
import { rereadNumbers, type RereadNumbers } from './reread-numbers.ts'

/**
 * Sets a setting, or with `null` resets it to its default, and reports it. An equal value changes nothing. After a
 * change of country, the numbers of all contacts are read again.
 */
export function setSetting(app: App, { key, defaultFor }: SettingSpec, value: string | null): void {
  const before = app.diary().settings().get(key) ?? null
  const now = value ?? defaultFor(app.locale)
  const numbers = key === 'country' ? numbersFor(app, value) : null
  if (before === value && (numbers === null || numbers.contacts.length === 0)) {
    sayUnchanged(app, key, now)
    return
  }
  const changesMany = numbers !== null && numbers.contacts.length > fewContacts
  const { history } = app.diary().write({ command: 'config', at: app.now, changesMany }, (tx) => {
    tx.title(`config ${key} ${shortened(value ?? '--unset')}`)
    if (before !== value) tx.set(key, value)
    numbers?.apply(tx)
  })
  if (app.json) {
    const counts = numbers === null ? {} : { numbers: { read: numbers.read, unknown: numbers.unknown } }
    app.terminal.print(
      document({ ...nothingMade, command: 'config', undo: history, key, value: now, ...counts }),
    )
    return
  }
  app.terminal.say(`${key} is now ${now}${numbers === null ? '' : numbersReadAgain(numbers.read)}. (fu undo)`)
  if (numbers !== null && numbers.unknown > 0) app.terminal.note(numbersWithoutCountry(numbers.unknown))
}

/** The most contacts that are changed one by one. */
const fewContacts = 100

/** The numbers, read with the new country. */
function numbersFor(app: App, value: string | null): RereadNumbers {
  const { country: before, ...others } = Object.fromEntries(app.diary().settings())
  const after = new Map(Object.entries(value === null ? others : { ...others, country: value }))
  // A country that only came from the locale may have been the wrong one.
  const keepsCountry = before !== undefined
  return rereadNumbers(app, { country: settingsFrom(after, app.locale).country, keepsCountry })
}

function sayUnchanged(app: App, key: string, value: string): void {
  if (app.json) app.terminal.print(document({ ...nothingMade, command: 'config', undo: null, key, value }))
  else app.terminal.say(`${key} is already ${value}.`)
}

/** A list of holidays would fill the history. */
function shortened(value: string): string {
  return value.length > 60 ? `${value.slice(0, 60)}…` : value
}
