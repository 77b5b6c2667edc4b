import type { App } from '../app.ts'
import { partsOf } from '../domain/day.ts'
import { failed, usage } from '../domain/errors.ts'
import { document } from '../formats/json/json.ts'
import { holidaysText } from '../parse/settings/holidays.ts'
import { refuseUnknownCountry } from '../parse/contact/phone.ts'
import { cadenceSpecs, settingSpecs, specOf } from '../parse/settings/settings.ts'
import type { SettingSpec } from '../parse/settings/setting.ts'
import { tableView } from '../views/layout/table.ts'
import { escapeControls } from '../views/layout/escape-controls.ts'
import { defineCommand } from '../command/define-command.ts'
import { nothingMade } from '../actions/print-result.ts'

export const config = defineCommand({
  diary: 'optional',
  examples: [
    'fu config',
    'fu config country AU',
    'fu config hours 8:30-18:00',
    'fu config holidays 2026-12-25 2026-12-28..2027-01-01',
    'fu config holidays ~/holidays.ics',
    'fu config every.customer 60d',
    'fu config days --unset',
  ],
  options: (command) =>
    command
      .argument('[key]', 'a setting; all of them where none is named')
      .argument('[value...]', 'its new value')
      .option('--unset', 'back to what it is by itself'),
  run: async (app, [key, words], { unset }) => {
    if (key === undefined) return showAll(app)
    const spec = specOf(key)
    if (unset === true && words.length > 0) {
      throw usage('--unset takes no value.', `Say "fu config ${key} --unset".`)
    }
    if (unset === true) return write(app, spec, null)
    if (words.length === 0) return showOne(app, spec)
    const value = spec.read(await typedValue(app, spec, words.join(' ')))
    if (key === 'country') refuseUnknownCountry(value)
    return write(app, spec, value)
  },
})

function showOne(app: App, spec: SettingSpec): void {
  const { key, value } = asItStands(app, spec)
  app.terminal.print(app.json ? document({ key, value }) : `${escapeControls(value)}\n`)
}

function write(app: App, { key, defaultFor }: SettingSpec, value: string | null): void {
  const { history } = app.diary().write({ command: 'config', at: app.now }, (tx) => {
    tx.title(`config ${key} ${shortened(value ?? '--unset')}`)
    tx.set(key, value)
  })
  const now = value ?? defaultFor(app.locale)
  if (app.json)
    app.terminal.print(document({ ...nothingMade, command: 'config', undo: history, key, value: now }))
  else app.terminal.say(`${key} is ${now} now. (fu undo)`)
}

/** A list of holidays would fill the history. */
function shortened(value: string): string {
  return value.length > 60 ? `${value.slice(0, 60)}…` : value
}

/** The value as it was typed; of a calendar file, the days off that are in it. */
async function typedValue(app: App, spec: SettingSpec, typed: string): Promise<string> {
  if (spec.key !== 'holidays' || !/\.ics$/i.test(typed)) return typed
  const { calendarDays } = await import('../formats/calendar/days.ts')
  const { year } = partsOf(app.now.day)
  const { days, leftOut } = calendarDays(app.files.read(typed), { from: year - 1, until: year + 5 })
  if (days.size === 0) throw failed(`There is no all-day event in ${typed}.`, 'Name a calendar of holidays.')
  if (leftOut > 0) {
    const events = leftOut === 1 ? '1 event was' : `${leftOut} events were`
    app.terminal.note(`${events} left out: only whole days, once or every year, are days off.`)
  }
  return holidaysText(days)
}

function showAll(app: App): void {
  if (app.json) {
    app.terminal.print(document({ items: settingSpecs.map((spec) => asItStands(app, spec)) }))
    return
  }
  const { theme, terminal } = app
  const options = { theme, width: terminal.width }
  const general = settingSpecs.filter((spec) => !cadenceSpecs.includes(spec))
  const described = general.map((spec) => [spec.key, shownValue(app, spec), spec.meaning])
  const cadences = cadenceSpecs.map((spec) => [spec.key, shownValue(app, spec)])
  terminal.print(tableView(['setting', 'value', 'meaning'], described, options))
  terminal.print(`\n${tableView(['kind of contact', 'cadence, where theirs is not set'], cadences, options)}`)
}

function shownValue(app: App, spec: SettingSpec): string {
  const { value, isSet } = asItStands(app, spec)
  return isSet ? value : `${value} (by itself)`
}

function asItStands(app: App, { key, meaning, example, defaultFor }: SettingSpec) {
  const kept = app.diary().settings().get(key)
  return { key, value: kept ?? defaultFor(app.locale), isSet: kept !== undefined, meaning, example }
}
