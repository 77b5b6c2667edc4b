import type { App } from '../../app.ts'
import { document } from '../../formats/json/json.ts'
import type { SettingSpec } from '../../parse/settings/setting.ts'
import { nothingMade } from '../print-result.ts'

/** Sets a setting, or with `null` resets it to its default, and says so. The same value again changes nothing. */
export function setSetting(app: App, { key, defaultFor }: SettingSpec, value: string | null): void {
  const before = app.diary().settings().get(key) ?? null
  if (before === value) {
    sayUnchanged(app, key, value ?? defaultFor(app.locale))
    return
  }
  const { history } = app.diary().write({ command: 'config', at: app.now }, (tx) => {
    tx.title(`config ${key} ${shortened(value ?? '--unset')}`)
    tx.set(key, value)
  })
  const now = value ?? defaultFor(app.locale)
  if (app.json)
    app.terminal.print(document({ ...nothingMade, command: 'config', undo: history, key, value: now }))
  else app.terminal.say(`${key} is ${now} now. (fu undo)`)
}

function sayUnchanged(app: App, key: string, value: string): void {
  if (app.json) app.terminal.print(document({ ...nothingMade, command: 'config', undo: null, key, value }))
  else app.terminal.say(`${key} is ${value} already.`)
}

/** A list of holidays would fill the history. */
function shortened(value: string): string {
  return value.length > 60 ? `${value.slice(0, 60)}…` : value
}
