import type { App } from '../../app.ts'
import { partsOf } from '../../domain/day.ts'
import { failed } from '../../domain/errors.ts'
import { refuseUnknownCountry } from '../../parse/contact/phone.ts'
import { holidaysText } from '../../parse/settings/holidays.ts'
import type { SettingSpec } from '../../parse/settings/setting.ts'

/**
 * Converts a typed value of a setting to its stored form; holidays may be typed as the path of a calendar.
 *
 * @throws FuError `usage` if it is not a value of the setting, `failed` if the calendar has no holidays
 */
export async function readSettingValue(app: App, spec: SettingSpec, typed: string): Promise<string> {
  const isCalendar = spec.key === 'holidays' && /\.ics$/i.test(typed)
  const value = spec.read(isCalendar ? await holidaysIn(app, typed) : typed)
  if (spec.key === 'country') refuseUnknownCountry(value)
  return value
}

/** The days off in a calendar file, from last year to five years ahead, in the form in which holidays are typed. */
async function holidaysIn(app: App, file: string): Promise<string> {
  const { calendarDays } = await import('../../formats/calendar/days.ts')
  const { year } = partsOf(app.now.day)
  const { days, leftOut } = calendarDays(app.files.read(file), { from: year - 1, until: year + 5 })
  if (days.size === 0) throw failed(`There is no all-day event in ${file}.`, 'Name a calendar of holidays.')
  if (leftOut > 0) {
    const events = leftOut === 1 ? '1 event was' : `${leftOut} events were`
    app.terminal.note(`${events} left out: only all-day events, once or every year, are read as days off.`)
  }
  return holidaysText(days)
}
