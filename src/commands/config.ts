import { readSettingValue } from '../actions/settings/read-value.ts'
import { setSetting } from '../actions/settings/set.ts'
import { listSettings, showSetting } from '../actions/settings/show.ts'
import { defineCommand } from '../command/define-command.ts'
import { usage } from '../domain/errors.ts'
import { specOf } from '../parse/settings/settings.ts'

export default defineCommand({
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
  details: [
    'A change of country reads again the numbers that were typed without a country code and fitted no country. Where the',
    'country before was not set but taken from your locale, it reads all numbers without a country code again. Others',
    'stay as they are, and are shown as they are dialled from the new country. "fu undo" undoes all of it.',
  ].join('\n'),
  options: (command) =>
    command
      .argument('[key]', 'a setting (default: list all)')
      .argument('[value...]', 'its new value')
      .option('--unset', 'restore its default'),
  run: async (app, [key, words], { unset }) => {
    if (key === undefined) return listSettings(app)
    const spec = specOf(key)
    if (unset === true && words.length > 0) {
      throw usage('--unset takes no value.', `Say "fu config ${key} --unset".`)
    }
    if (unset === true) return setSetting(app, spec, null)
    if (words.length === 0) return showSetting(app, spec)
    return setSetting(app, spec, await readSettingValue(app, spec, words.join(' ')))
  },
})
