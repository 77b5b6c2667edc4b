import type { App } from '../app.ts'
import { usage } from '../domain/errors.ts'
import { document } from '../formats/json.ts'
import { defaultOf, readSetting, settingSpecs, specOf } from '../parse/settings.ts'
import { tableView } from '../views/table.ts'
import { defineCommand } from './command.ts'

export const config = defineCommand({
  diary: 'writes',
  examples: ['fu config', 'fu config country AU', 'fu config hours 8:30-18:00', 'fu config days --unset'],
  options: (command) =>
    command
      .argument('[key]', 'a setting; all of them where none is named')
      .argument('[value...]', 'its new value')
      .option('--unset', 'back to what it is by itself'),
  run: (app, [key, value], { unset }) => {
    if (key === undefined) return showAll(app)
    const spec = specOf(key)
    if (unset === true && value.length > 0)
      throw usage('--unset takes no value.', `Say "fu config ${key} --unset".`)
    if (unset !== true && value.length === 0) {
      const current = app.diary().settings().get(key) ?? defaultOf(spec.key, app.locale)
      app.terminal.print(app.json ? document({ key, value: current }) : `${current}\n`)
      return
    }
    const setting = unset === true ? { key: spec.key, value: null } : readSetting(key, value.join(' '))
    const now = setting.value ?? defaultOf(spec.key, app.locale)
    const { history } = app.diary().write({ command: 'config', at: app.now }, (pen) => {
      pen.title(`config ${setting.key} ${setting.value ?? '--unset'}`)
      pen.set(setting.key, setting.value)
    })
    if (app.json)
      app.terminal.print(document({ command: 'config', undo: history, key: setting.key, value: now }))
    else app.terminal.say(`${setting.key} is ${now} now. (fu undo)`)
  },
})

function showAll(app: App): void {
  const set = app.diary().settings()
  const rows = settingSpecs.map(({ key, meaning, example }) => ({
    key,
    value: set.get(key) ?? defaultOf(key, app.locale),
    isSet: set.has(key),
    meaning,
    example,
  }))
  if (app.json) {
    app.terminal.print(document({ items: rows }))
    return
  }
  const { theme, terminal } = app
  const cells = rows.map(({ key, value, isSet, meaning }) => [
    key,
    isSet ? value : `${value} (by itself)`,
    meaning,
  ])
  terminal.print(tableView(['setting', 'value', 'meaning'], cells, { theme, width: terminal.width }))
}
