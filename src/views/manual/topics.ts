import type { Definition } from '../layout/definitions.ts'

/** A page of `fu help <topic>`, which is also a section of the manual page. */
export type Topic = {
  readonly name: string
  readonly title: string
  readonly text: readonly string[]
  /** Terms with their meanings, below the text. */
  readonly rows: readonly Definition[]
  /** The width of the terms, in columns. */
  readonly column: number
}

export const topics: readonly Topic[] = [
  {
    name: 'who',
    title: 'Who and which',
    text: [
      'A <who> is a contact. The first of these rules that finds anybody decides. If several people match, fu asks on a terminal, and lists them in a pipe.',
    ],
    rows: [
      ['@3', 'The number of a contact, as "fu people" shows it.'],
      ['gary lee', 'A name, in any case and without its accents.'],
      ['gaz', 'A nickname.'],
      ['gar l', 'The beginning of each word of a name or a company.'],
      ['gary@lee.example', 'An email address.'],
      ['"0412 55"', 'A part of a phone number.'],
      ['12', 'As a <which>: the number of a promise.'],
      ['12 13, 12,13, 12-15', 'Several promises.'],
      ['gary', 'As a <which>: the one open promise with a contact.'],
    ],
    column: 20,
  },
  {
    name: 'dates',
    title: 'Date phrases',
    text: ['"fu when <text>" shows how a phrase is read.'],
    // Each with its meaning on Wednesday 25 November 2026, the day of its test.
    rows: [
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
    ],
    column: 20,
  },
  {
    name: 'plans',
    title: 'Plans',
    text: [
      'A plan is a list of steps that an event starts: you add somebody whom you met (met), somebody calls or writes (heard-call, heard-email), you send something (sent-email, sent-post), you sell something (sold), somebody complains (complaint), or nobody answers (no-answer). "fu plan" lists all plans, "fu plan show <name>" shows the steps of one, and "fu plan try <name> --from fri" shows the dates that it gives.',
      '"fu plan set <name> <step>…" changes a plan, and "fu plan new" makes one, which "fu plan start <name> <who>" starts. Plans that run keep the steps that they began with. A step is "[after|every] <offset>[..<offset>] [channel] [hot]: <text>":',
    ],
    rows: [
      ['+2d, +1w, +1mo', 'Days, weeks or months after the event.'],
      ['+2wd', 'Working days.'],
      ['+10m, +1h', 'Minutes or hours of working time.'],
      ['+2d..+3d', 'Due in this time.'],
      ['now', 'The same day.'],
      ['after +1w', 'Counted from the day the step before was closed.'],
      ['every +1mo', 'The last step: it starts again each time it is closed.'],
      ['call, whatsapp', 'Before the colon: the channel, which can be any word.'],
      ['{name}, {what}', 'In the text: the contact, and what it is about.'],
    ],
    column: 16,
  },
  {
    name: 'json',
    title: 'JSON',
    text: [
      'With --json a command prints one document, with "version": 1, and asks nothing. Fields are added, never renamed or removed. Days are YYYY-MM-DD, times HH:MM, moments RFC 3339 with their offset. A missing value is null; a list is never null.',
    ],
    rows: [
      [
        'today',
        'day, now, sections (name, lines, more), counts; a line has promise, contact, what, due, daysLate, reachBy, reason, flags.',
      ],
      ['list, people, find, history', 'items.'],
      ['show', 'contact, promises, entries.'],
      [
        'writes',
        'command, undo (the number for "fu undo"), contact, promise, promises, entry; contacts, if "fu edit --all" changed several.',
      ],
      ['remind', 'notices: kind (one, missed, many, day), title, body, promises.'],
      ['errors', 'On stderr: error, with kind, message, hint, candidates. The exit status is the same.'],
      ['export', 'The whole diary with "fu export --format json"; "fu import" restores it.'],
    ],
    column: 16,
  },
  {
    name: 'csv',
    title: 'CSV',
    text: [
      'RFC 4180 in UTF-8, with CRLF, a row of column names, and ISO dates. "fu import" reads all of it again. Columns are added, never renamed or removed. A cell that a spreadsheet would run as a formula has an apostrophe before it, which "fu import" removes.',
    ],
    rows: [
      ['fu export', 'Promises: contact, owner (mine or theirs), what, due, status, outcome and so on.'],
      ['fu export people', 'Contacts, with as many columns for phone numbers and addresses as they need.'],
      ['fu export entries', 'The history of all contacts.'],
      ['fu export all -o <folder>', 'The three, and settings.json.'],
      [
        'fu import <file>',
        'Reads the tables of other programs too, by the names of their columns; --map name="Full name" phone=Tel maps any others.',
      ],
    ],
    column: 20,
  },
  {
    name: 'exit-codes',
    title: 'Exit status',
    text: [],
    rows: [
      ['0', 'Success. An empty page is a success too.'],
      ['1', 'Failure: the diary cannot be read or written, or a file is missing.'],
      ['2', 'The command line is wrong.'],
      ['3', 'There is no such contact or promise.'],
      ['4', 'Several contacts or promises match; they are listed on stderr.'],
      ['5', 'Refused: do-not-contact, already closed, or an undo that would overwrite a later change.'],
      ['6', 'Only with --exit-code: something on the page is still open.'],
      ['130', 'Interrupted.'],
    ],
    column: 7,
  },
  {
    name: 'environment',
    title: 'Environment',
    text: [
      'An option takes precedence over the environment, and the environment over the settings of the diary.',
    ],
    rows: [
      ['FU_DIARY', 'The diary file; --diary takes precedence.'],
      [
        'FU_NOW',
        'A local time, as in 2026-11-25T14:20, used instead of the clock: for tests and rehearsals.',
      ],
      ['FU_NO_CACHE', 'Any value turns the code cache off, which makes every start slower.'],
      ['PAGER', 'The pager for long output (default: less); empty or "cat" turns it off.'],
      ['VISUAL, EDITOR', 'The editor for texts.'],
      ['NO_COLOR', 'Any value turns colour off. FORCE_COLOR turns it on even in a pipe.'],
      ['COLUMNS', 'The width of a line; --width takes precedence.'],
      ['LC_ALL, LC_TIME, LANG', 'The language and the order of dates, as printed and as read.'],
      ['TZ', 'The time zone.'],
    ],
    column: 16,
  },
]
