import { filled, letters, type LargeFile } from './large-file.ts'

function calendar(what: string, text: () => string): LargeFile {
  return { what: `a calendar: ${what}`, name: 'days.ics', words: ['config', 'holidays', 'FILE'], text }
}

/** One event with properties. */
function event(what: string, piece: string | ((index: number) => string), limits = {}): LargeFile {
  const start = 'BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nDTSTART;VALUE=DATE:00010101\n'
  return calendar(what, () => filled(piece, start, '\nEND:VEVENT\nEND:VCALENDAR\n', limits))
}

/** As many events as a calendar may have. */
function events(what: string, properties: (index: number) => string): LargeFile {
  return calendar(what, () =>
    filled(
      (index) => `BEGIN:VEVENT\nUID:${index}\n${properties(index)}\nEND:VEVENT\n`,
      'BEGIN:VCALENDAR\n',
      'END:VCALENDAR\n',
      { pieces: 19_900 },
    ),
  )
}

/** As many lines as a calendar may have. */
const lines = { pieces: 149_000 }

export const calendars: readonly LargeFile[] = [
  calendar('events', () => filled('BEGIN:VEVENT\nEND:VEVENT\n', 'BEGIN:VCALENDAR\n', 'END:VCALENDAR\n')),
  events('events without a day', () => 'SUMMARY:a'),
  events('events on one day', () => 'DTSTART;VALUE=DATE:20261225'),
  events('events from year 1', () => 'DTSTART;VALUE=DATE:00010101\nRRULE:FREQ=YEARLY'),
  events('events by weekdays', () => 'DTSTART;VALUE=DATE:00010101\nRRULE:FREQ=YEARLY;BYDAY=MO;BYMONTH=1'),
  events(
    'events on a day that never comes',
    () => 'DTSTART;VALUE=DATE:20240229\nRRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=31',
  ),
  events('events of a year', () => 'DTSTART;VALUE=DATE:20260101\nDURATION:P366D\nRRULE:FREQ=YEARLY'),
  events('events of every second', () => 'DTSTART:20260101T000000\nRRULE:FREQ=SECONDLY'),
  events('long texts', (index) => `DTSTART;VALUE=DATE:20261225\nSUMMARY:${letters(index).repeat(30)}`),
  events('days left out', () => `DTSTART;VALUE=DATE:20261225\nEXDATE;VALUE=DATE:20261225,20271225`),
  events('one event moved', () => 'DTSTART;VALUE=DATE:20261225\nRECURRENCE-ID;VALUE=DATE:20261226'),
  event('days left out of one event', 'EXDATE;VALUE=DATE:20261225\n', lines),
  event('a million days left out of one event', 'EXDATE;VALUE=DATE:20261225\n'),
  event('days added to one event', (index) => `RDATE;VALUE=DATE:${1000 + (index % 9000)}0101\n`, lines),
  event('a list of days left out', (index) => (index === 0 ? 'EXDATE;VALUE=DATE:20261225' : ',20261225')),
  event('a list of days', (index) => (index === 0 ? 'RDATE;VALUE=DATE:20261225' : ',20261226'), lines),
  event('rules', 'RRULE:FREQ=YEARLY\n', lines),
  event('one long rule', (index) => (index === 0 ? 'RRULE:FREQ=YEARLY;BYDAY=MO' : ',TU'), lines),
  event('alarms', 'BEGIN:VALARM\nEND:VALARM\n', { pieces: 19_900 }),
  event('alarms in alarms', 'BEGIN:VALARM\n'),
  event('properties', (index) => `X-P${index}:a\n`, lines),
  event('a million properties', (index) => `X-P${index}:a\n`),
  event('parameters', (index) => (index === 0 ? 'SUMMARY' : `;X${index}=a`)),
  event('a long text', (index) => (index === 0 ? 'SUMMARY:' : 'a')),
  event('a text of commas', (index) => (index === 0 ? 'CATEGORIES:' : ',')),
  event('folded lines', (index) => (index === 0 ? 'SUMMARY:' : '\n a'), lines),
  event('a million folded lines', (index) => (index === 0 ? 'SUMMARY:' : '\n a')),
  calendar('blank lines', () => filled('\n', 'BEGIN:VCALENDAR\n')),
  calendar('letters', () => filled('a')),
]
