// Who reads calendars, and what they find in them. The diary is kept in Sydney, in summer.
import fs from 'node:fs'
import path from 'node:path'
import { blocks, byUid, plain, readByPython, said } from './programs.js'
import { same } from './report.js'

/** Python's vobject: to-dos and events. */
export function vobjectReadsCalendar({ folder, calendar, open }) {
  const output = readByPython(folder, 'calendar', calendar)
  if (output === null) return null
  const found = byUid(output)
  same('how many', found.size, open.length * 2)
  for (const promise of open) {
    const [todo, event] = [found.get(promise.uid), found.get(`${promise.uid}-event`)]
    const of = `of ${summaryOf(promise)}`
    const { day, time } = promise.due
    const due =
      time === null ? day : new Date(instantOf(promise) * 1000).toISOString().replace('.000Z', '+00:00')
    same(`to-do ${of}`, [todo?.kind, todo?.status, todo?.due], ['VTODO', 'NEEDS-ACTION', due])
    same(`event ${of}`, [event?.kind, event?.alarms, event?.due], ['VEVENT', 1, due])
    same(`summaries ${of}`, [todo?.summary, event?.summary].map(ends(promise)), [true, true])
    if (/\n/.test(promise.what)) {
      same(`all of it ${of}`, todo?.description.includes(`In full: ${plain(promise.what)}\n`), true)
    }
  }
}

/** khal, a calendar for the terminal: the events, on the clock of Sydney. */
export function khalReadsCalendar({ folder, calendar, open }) {
  const config = path.join(folder, 'khal.conf')
  const events = path.join(folder, 'events')
  fs.mkdirSync(events)
  const formats = ['timeformat = %H:%M', 'dateformat = %Y-%m-%d', 'longdateformat = %Y-%m-%d']
  const both = ['datetimeformat = %Y-%m-%d %H:%M', 'longdatetimeformat = %Y-%m-%d %H:%M']
  const zones = ['local_timezone = Australia/Sydney', 'default_timezone = Australia/Sydney']
  const sections = [
    ['[calendars]', '[[promises]]', `path = ${events}`],
    ['[locale]', ...zones, ...formats, ...both],
    ['[sqlite]', `path = ${path.join(folder, 'khal.db')}`],
    ['[default]', 'default_calendar = promises'],
  ]
  fs.writeFileSync(config, `${sections.flat().join('\n')}\n`)
  const khal = (...words) => said(folder, 'khal', ['-c', config, ...words])
  if (khal('import', '--batch', '-a', 'promises', calendar) === null) return null
  const format = '<<{uid}|{start}|{title}>>'
  const listed = khal('list', '--format', format, '--day-format', '', '2026-11-01', '400d')
  const shown = [...listed.matchAll(/<<([^|]*)\|([^|]*)\|(.*?)>>/gs)]
  const found = byUid(shown.map(([, uid, start, title]) => ({ uid, start: start.trim(), title })))
  same('how many', found.size, open.length)
  for (const promise of open) {
    const event = found.get(`${promise.uid}-event`)
    const { day, time } = promise.due
    same(`event of ${summaryOf(promise)}`, event?.start, time === null ? day : `${day} ${time}`)
    same(`title of ${summaryOf(promise)}`, endsMisread(promise)(event?.title), true)
  }
}

/** todoman, to-dos for the terminal. */
export function todomanReadsCalendar({ folder, calendar, open }) {
  const list = path.join(folder, 'todos/promises')
  const config = path.join(folder, 'todoman.py')
  fs.mkdirSync(list, { recursive: true })
  // It keeps one to-do a file.
  for (const [index, todo] of blocks(fs.readFileSync(calendar, 'utf8'), 'VTODO').entries()) {
    const text = `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//fu//EN\r\n${todo}END:VCALENDAR\r\n`
    fs.writeFileSync(path.join(list, `${index}.ics`), text)
  }
  const settings = [
    `path = "${path.dirname(list)}/*"`,
    'date_format = "%Y-%m-%d"',
    'time_format = "%H:%M"',
    `cache_path = "${path.join(folder, 'todoman.db')}"`,
  ]
  fs.writeFileSync(config, `${settings.join('\n')}\n`)
  const output = said(folder, 'todoman', ['--config', config, '--porcelain', 'list', '--status', 'ANY'])
  if (output === null) return null
  const left = JSON.parse(output)
  same('how many', left.length, open.length)
  for (const promise of open) {
    const at = left.findIndex(
      ({ summary, due }) => due === instantOf(promise) && endsMisread(promise)(summary),
    )
    same(`to-do of ${summaryOf(promise)}`, left[at]?.completed, false)
    if (at >= 0) left.splice(at, 1)
  }
}

/** What a summary ends with, behind the way they are reached: the name, and what was promised, on one line. */
function summaryOf({ contact, what }) {
  return plain(`${contact.name}: ${what}`.replace(/\s*[\r\n]\s*/g, ' '))
}

function ends(promise) {
  return (summary) => summary?.endsWith(summaryOf(promise)) ?? false
}

/** Python's icalendar, which khal and todoman read by, takes "\n" for a line end where its backslash is escaped too. */
function endsMisread(promise) {
  return (summary) => summary?.endsWith(summaryOf(promise).replaceAll('\\n', '\n')) ?? false
}

/** When a promise is due, in seconds; a day begins at its midnight. */
function instantOf({ due: { day, time } }) {
  return Date.parse(`${day}T${time ?? '00:00'}:00+11:00`) / 1000
}
