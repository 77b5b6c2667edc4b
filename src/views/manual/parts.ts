/** A term of the manual, and what it means. */
type Row = readonly [string, string]

export const description = [
  'fu keeps a diary of the people you know, what you promised them and what they promised you. Every morning it prints whom to call back, the number to call, and why. Nothing written in it is ever forgotten: an open promise stands on the page of its day, and on every later page, until it is kept or dropped.',
  'The diary is one file on this machine. Every command that changes it says in one sentence what it wrote; "fu undo" takes it back. "fu" alone prints the page of today.',
  'A <who> is a name or parts of it, a company, a nickname, digits of a phone number, or @id. A <which> is the number of a promise, or a <who> with one open promise. A <when> is a date phrase, as below. Words behind a <who> or <which> need no quotes. Long output on a screen goes through the pager.',
] as const

/** Each with what it means on Wednesday 25 November 2026, the day that its test is held on. */
export const datePhrases: readonly Row[] = [
  ['today, tomorrow', 'The day itself; "yesterday" where the past is asked for.'],
  ['fri', 'The next Friday after today; where the past is asked for, the last one.'],
  ['next fri, last fri', 'The Friday of the next week; the last one before today.'],
  ['3d, 2w, 1mo, 2wd', 'So many days, weeks, months or working days from now.'],
  ['10m, in 2 hours', 'So long from now, with the time of day.'],
  ['3 days ago', 'For what has been.'],
  ['27 nov, 27/11', 'The date, this year or next, whichever is not past.'],
  ['2026-11-27', 'The date as computers write it.'],
  ['next week, eow, eom', 'The first working day of next week; the last of this week, or month.'],
  ['fri 10:30, 3pm', 'A time of day, behind any of these or alone.'],
]

export const exitStatuses: readonly Row[] = [
  ['0', 'Done; an empty page is no failure.'],
  ['1', 'It failed: the diary cannot be read or written, or a file is not there.'],
  ['2', 'The words of the command are wrong.'],
  ['3', 'There is no such contact or promise.'],
  ['4', 'Several contacts or promises fit; they are listed on stderr.'],
  ['5', 'Refused: do-not-contact, already closed, or an undo that would overwrite a later change.'],
  ['6', 'Only with --exit-code: something on the page is still open.'],
  ['130', 'Interrupted.'],
]

export const environment: readonly Row[] = [
  ['FU_DIARY', 'The diary file; --diary goes before it.'],
  ['FU_NOW', 'A local moment, as in 2026-11-25T14:20, in place of the clock: to rehearse.'],
  ['PAGER', 'What shows long output; less where it is not set, nothing where it is empty or "cat".'],
  ['VISUAL, EDITOR', 'What a text is edited with.'],
  ['NO_COLOR', 'No colour, where it is set to anything. FORCE_COLOR is colour even in a pipe.'],
  ['COLUMNS', 'The width of a line; --width goes before it.'],
  ['LC_ALL, LC_TIME, LANG', 'The language of dates, and which comes first in them.'],
  ['TZ', 'The time zone.'],
]

export const filesOf: readonly Row[] = [
  ['~/.local/share/fu/diary.db', 'The diary on Linux; XDG_DATA_HOME is heeded.'],
  ['~/Library/Application Support/fu/diary.db', 'The diary on macOS.'],
  ['%LOCALAPPDATA%\\fu\\diary.db', 'The diary on Windows.'],
]
