/** A term of the manual and its meaning. */
type Row = readonly [string, string]

export const description = [
  'fu keeps a diary of the people you know, what you promised them and what they promised you. Every morning it prints whom to call back, the number to call, and why. Nothing written in it is ever forgotten: an open promise is on the page of its day, and on every later page, until it is kept or dropped.',
  'The diary is one file on this machine. Every command that changes it says in one sentence what it wrote; "fu undo" takes it back. "fu" alone prints the page of today.',
  'A <who> is a name or parts of it, a company, a nickname, digits of a phone number, or @id. A <which> is the number of a promise, or a <who> with one open promise. A <when> is a date phrase, as below, in English or, in German, French, Spanish, Italian, Portuguese and Dutch, as dates are printed. Words behind a <who> or <which> need no quotes. Long output on a screen goes through the pager.',
] as const

export const filesOf: readonly Row[] = [
  ['~/.local/share/fu/diary.db', 'The diary on Linux; XDG_DATA_HOME is respected.'],
  ['~/Library/Application Support/fu/diary.db', 'The diary on macOS.'],
  ['%LOCALAPPDATA%\\fu\\diary.db', 'The diary on Windows.'],
  ['~/.cache/fu', 'The code cache on Linux; XDG_CACHE_HOME is respected. It can be deleted at any time.'],
  ['~/Library/Caches/fu', 'The code cache on macOS.'],
]
