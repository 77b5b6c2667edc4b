/** A term of the manual, and what it means. */
type Row = readonly [string, string]

export const description = [
  'fu keeps a diary of the people you know, what you promised them and what they promised you. Every morning it prints whom to call back, the number to call, and why. Nothing written in it is ever forgotten: an open promise stands on the page of its day, and on every later page, until it is kept or dropped.',
  'The diary is one file on this machine. Every command that changes it says in one sentence what it wrote; "fu undo" takes it back. "fu" alone prints the page of today.',
  'A <who> is a name or parts of it, a company, a nickname, digits of a phone number, or @id. A <which> is the number of a promise, or a <who> with one open promise. A <when> is a date phrase, as below, in English or, in German, French, Spanish, Italian, Portuguese and Dutch, as dates are printed. Words behind a <who> or <which> need no quotes. Long output on a screen goes through the pager.',
] as const

/** Each with what it means on Wednesday 25 November 2026, the day that its test is held on. */
export const datePhrases: readonly Row[] = [
  ['today, tomorrow', 'The day itself; "yesterday" for dates in the past.'],
  ['fri', 'The next Friday after today; for dates in the past, the last one.'],
  ['next fri, last fri', 'The Friday of the next week; the last one before today.'],
  ['3d, 2w, 1mo, 2wd', 'This many days, weeks, months or working days from now.'],
  ['10m, in 2 hours', 'This long from now, with the time of day.'],
  ['3 days ago', 'For dates in the past.'],
  ['27 nov, 27/11', 'The date, this year or, if it has passed, next year.'],
  ['2026-11-27', 'The date in ISO format.'],
  ['next week, eow, eom', 'The first working day of next week; the last of this week, or month.'],
  ['fri 10:30, 3pm', 'A time of day, after any of these or alone.'],
]

export const exitStatuses: readonly Row[] = [
  ['0', 'Success. An empty page is a success too.'],
  ['1', 'Failure: the diary cannot be read or written, or a file is missing.'],
  ['2', 'The command line is wrong.'],
  ['3', 'There is no such contact or promise.'],
  ['4', 'Several contacts or promises fit; they are listed on stderr.'],
  ['5', 'Refused: do-not-contact, already closed, or an undo that would overwrite a later change.'],
  ['6', 'Only with --exit-code: something on the page is still open.'],
  ['130', 'Interrupted.'],
]

export const environment: readonly Row[] = [
  ['FU_DIARY', 'The diary file; --diary takes precedence.'],
  ['FU_NOW', 'A local time, as in 2026-11-25T14:20, used instead of the clock: for tests and rehearsals.'],
  ['FU_NO_CACHE', 'Set to anything, it turns the code cache off: every start takes longer.'],
  ['PAGER', 'The pager for long output (default: less); empty or "cat" turns it off.'],
  ['VISUAL, EDITOR', 'The editor for texts.'],
  ['NO_COLOR', 'Set to anything, it turns colour off. FORCE_COLOR turns it on even in a pipe.'],
  ['COLUMNS', 'The width of a line; --width takes precedence.'],
  ['LC_ALL, LC_TIME, LANG', 'The language and the order of dates, as printed and as read.'],
  ['TZ', 'The time zone.'],
]

export const filesOf: readonly Row[] = [
  ['~/.local/share/fu/diary.db', 'The diary on Linux; XDG_DATA_HOME is respected.'],
  ['~/Library/Application Support/fu/diary.db', 'The diary on macOS.'],
  ['%LOCALAPPDATA%\\fu\\diary.db', 'The diary on Windows.'],
  ['~/.cache/fu', 'The code cache on Linux; XDG_CACHE_HOME is respected. It can be deleted at any time.'],
  ['~/Library/Caches/fu', 'The code cache on macOS.'],
]
