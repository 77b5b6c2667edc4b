// Programs that read calendars, and what they find in them. The diary is kept in Sydney, in summer.
import fs from 'node:fs'
import path from 'node:path'
import type { Exported, PromiseRow } from './diary.ts'
import { blocks, byUid, outputOf, plain, readByPython } from './programs.ts'
import { same, type Reading } from './report.ts'

/** Python's vobject: to-dos and events. */
export function vobjectReadsCalendar({ folder, calendar, open }: Exported): Reading {
  const output = readByPython(folder, 'calendar', calendar)
  if (output === null) return 'not installed'
  const found = byUid(output)
  same('how many', found.size, open.length * 2)
  for (const promise of open) {
    const [todo, event] = [found.get(promise.uid), found.get(`${promise.uid}-event`)]
    const of = `of ${summaryOf(promise)}`
    const { day, time } = promise.due
    const due =
      time === null ? day : new Date(secondOf(promise) * 1000).toISOString().replace('.000Z', '+00:00')
    same(`to-do ${of}`, [todo?.kind, todo?.status, todo?.due], ['VTODO', 'NEEDS-ACTION', due])
    same(`event ${of}`, [event?.kind, event?.alarms, event?.due], ['VEVENT', 1, due])
    const endings = [todo, event].map((item) => item?.summary.endsWith(summaryOf(promise)))
    same(`summaries ${of}`, endings, [true, true])
    if (promise.what.includes('\n')) {
      const isInFull = todo?.description?.includes(`In full: ${plain(promise.what)}\n`)
      same(`full text ${of}`, isInFull, true)
    }
  }
  return 'read'
}

/** khal, a calendar for the terminal: the events, on the clock of Sydney. */
export function khalReadsCalendar({ folder, calendar, open }: Exported): Reading {
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
  const khal = (...words: string[]): string | null => outputOf(folder, 'khal', ['-c', config, ...words])
  if (khal('import', '--batch', '-a', 'promises', calendar) === null) return 'not installed'
  const format = '<<{uid}|{start}|{title}>>'
  const listed = khal('list', '--format', format, '--day-format', '', '2026-11-01', '400d') ?? ''
  const shown = [...listed.matchAll(/<<([^|]*)\|([^|]*)\|(.*?)>>/gs)]
  const found = byUid(
    shown.map(([, uid = '', start = '', title = '']) => ({ uid, start: start.trim(), title })),
  )
  same('how many', found.size, open.length)
  for (const promise of open) {
    const event = found.get(`${promise.uid}-event`)
    const { day, time } = promise.due
    same(`event of ${summaryOf(promise)}`, event?.start, time === null ? day : `${day} ${time}`)
    const isRight = event?.title.endsWith(misreadSummaryOf(promise))
    same(`title of ${summaryOf(promise)}`, isRight, true)
  }
  return 'read'
}

/** A to-do as todoman prints it. */
type Todo = { readonly summary: string; readonly due: number; readonly completed: boolean }

/** todoman, to-dos for the terminal. */
export function todomanReadsCalendar({ folder, calendar, open }: Exported): Reading {
  const list = path.join(folder, 'todos/promises')
  const config = path.join(folder, 'todoman.py')
  fs.mkdirSync(list, { recursive: true })
  // It keeps each to-do in a file.
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
  const output = outputOf(folder, 'todoman', ['--config', config, '--porcelain', 'list', '--status', 'ANY'])
  if (output === null) return 'not installed'
  const left = JSON.parse(output) as Todo[]
  same('how many', left.length, open.length)
  for (const promise of open) {
    const at = left.findIndex(
      ({ summary, due }) => due === secondOf(promise) && summary.endsWith(misreadSummaryOf(promise)),
    )
    same(`to-do of ${summaryOf(promise)}`, left[at]?.completed, false)
    if (at >= 0) left.splice(at, 1)
  }
  return 'read'
}

/** The end of a summary, behind the way to reach them: the name, and what was promised, on one line. */
function summaryOf({ contact, what }: PromiseRow): string {
  return plain(`${contact.name}: ${what}`).replaceAll(/\s*\n\s*/g, ' ')
}

/** The same in khal and todoman: Python's icalendar takes "\n" for a line end, even where its backslash is escaped. */
function misreadSummaryOf(promise: PromiseRow): string {
  return summaryOf(promise).replaceAll('\\n', '\n')
}

/** When a promise is due, in seconds; a day begins at its midnight. */
function secondOf({ due: { day, time } }: PromiseRow): number {
  return Date.parse(`${day}T${time ?? '00:00'}:00+11:00`) / 1000
}
