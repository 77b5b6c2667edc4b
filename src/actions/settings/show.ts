import type { App } from '../../app.ts'
import type { SettingSpec } from '../../parse/settings/setting.ts'
import { cadenceSpecs, mailSpecs, settingSpecs } from '../../parse/settings/settings.ts'
import { escapeControls } from '../../views/layout/escape-controls.ts'
import { tableView } from '../../views/layout/table.ts'
import { printData, viewOptions } from '../print-data.ts'

/** Prints every setting with its value, those of the mailbox and the cadences of the kinds of contacts on their own. */
export function listSettings(app: App): void {
  printData(app, {
    json: () => ({ items: settingSpecs.map((spec) => currentSetting(app, spec)) }),
    text: () => {
      const general = settingSpecs.filter((spec) => !cadenceSpecs.includes(spec) && !mailSpecs.includes(spec))
      const described = (specs: readonly SettingSpec[]): string[][] =>
        specs.map((spec) => [spec.key, shownValue(app, spec), spec.meaning])
      const cadences = cadenceSpecs.map((spec) => [spec.key, shownValue(app, spec)])
      const cadenceHeads = ['kind of contact', 'default cadence']
      return [
        tableView(['setting', 'value', 'meaning'], described(general), viewOptions(app)),
        tableView(['setting of fu mail', 'value', 'meaning'], described(mailSpecs), viewOptions(app)),
        tableView(cadenceHeads, cadences, viewOptions(app)),
      ].join('\n')
    },
  })
}

/** Prints the value of one setting. */
export function showSetting(app: App, spec: SettingSpec): void {
  const { key, value } = currentSetting(app, spec)
  printData(app, { json: () => ({ key, value }), text: () => `${escapeControls(value)}\n` })
}

function shownValue(app: App, spec: SettingSpec): string {
  const { value, isSet } = currentSetting(app, spec)
  return isSet ? value : `${value} (default)`
}

function currentSetting(app: App, { key, meaning, example, defaultFor }: SettingSpec) {
  const stored = app.diary().settings().get(key)
  return { key, value: stored ?? defaultFor(app.locale), isSet: stored !== undefined, meaning, example }
}
