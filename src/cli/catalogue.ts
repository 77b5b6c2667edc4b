import type { Group, CommandSpec } from '../command/command-spec.ts'
import { nearest } from '../parse/contact/person.ts'
import { dailyBackupCommand } from './start-backup.ts'
import { definitionLines, paragraphLines } from '../views/layout/definitions.ts'
import { commandsCalled, questionsCalled } from './aliases.ts'

/** The whole command line, in the order of the help: one table, so this file is longer than others. */
export const catalogue: readonly Group[] = [
  {
    title: 'The page',
    commands: [
      {
        name: 'today',
        usage: '[when]',
        summary: 'the page of a day: carried over, today, waiting on them ("fu" alone is "fu today")',
      },
      {
        name: 'week',
        usage: '[when]',
        summary: 'seven days ahead, with the load of each day',
      },
      {
        name: 'next',
        usage: '',
        summary: 'the one thing to do now: line, phone, last three entries, what to say',
      },
      {
        name: 'go',
        usage: '[--late]',
        summary: "go through today's page line by line and record each outcome",
      },
      {
        name: 'print',
        usage: '[when]',
        summary: 'a paper page with boxes to tick: HTML that prints on A5, A4 and Letter',
      },
      {
        name: 'remind',
        usage: '[--install]',
        summary: 'show desktop notices when promises come up',
      },
    ],
  },
  {
    title: 'Write',
    commands: [
      {
        name: 'add',
        usage: '[name…]',
        summary: 'a contact, with the first promise',
      },
      {
        name: 'promise',
        usage: '<who> <what…> --due <when>',
        summary: 'I owe them',
      },
      {
        name: 'wait',
        usage: '<who> <what…> --due <when>',
        summary: 'they owe me',
      },
      {
        name: 'heard',
        usage: '<who> <what…>',
        summary: 'they called or wrote: an answer is owed',
      },
      {
        name: 'sent',
        usage: '<who> <what…> --by email|post',
        summary: 'I sent something: confirm that it arrived',
      },
      {
        name: 'sold',
        usage: '<who> <what…>',
        summary: 'a sale: a thank-you, then "are you happy with it?"',
      },
      {
        name: 'log',
        usage: '<who> <what…>',
        summary: 'what happened, and nothing more',
      },
    ],
  },
  {
    title: 'Close',
    commands: [
      {
        name: 'done',
        usage: '<which> [note…]',
        summary: 'kept, with the outcome and the next step',
      },
      {
        name: 'tried',
        usage: '<which> [note…]',
        summary: 'not reached: counts the attempt and sets the next one',
      },
      {
        name: 'move',
        usage: '<which> <when…>',
        summary: 'a new date; add --told if they know',
      },
      {
        name: 'snooze',
        usage: '<which> <when…>',
        summary: 'off the page until then; the promised date does not change',
      },
      {
        name: 'drop',
        usage: '<which> --why <reason>',
        summary: 'will not be done',
      },
    ],
  },
  {
    title: 'People',
    commands: [
      {
        name: 'people',
        usage: '[text…]',
        summary: 'the contacts, with last and next contact',
      },
      {
        name: 'show',
        usage: '<who…>',
        summary: "one contact's card: details, open promises, history",
      },
      {
        name: 'edit',
        usage: '<who> [options]',
        summary: 'change a contact',
      },
      {
        name: 'merge',
        usage: '<who> <into>',
        summary: 'combine two cards of one person',
      },
      {
        name: 'forget',
        usage: '<who>',
        summary: 'erase a person for good; --block also keeps later imports from bringing them back',
      },
    ],
  },
  {
    title: 'Look',
    commands: [
      {
        name: 'list',
        usage: '[who…]',
        summary: 'promises: --mine --theirs --late --kept --who …',
      },
      {
        name: 'find',
        usage: '<text…>',
        summary: 'search everything: names, numbers, notes, promises',
      },
      {
        name: 'review',
        usage: '[--since <when>]',
        summary: 'how well I kept my word, and who is drifting away',
      },
      {
        name: 'check',
        usage: '',
        summary: 'people with nothing next, with no number, never asked how to reach them',
      },
      {
        name: 'history',
        usage: '',
        summary: 'every command that changed the diary, newest first',
      },
      {
        name: 'open',
        usage: '<who|which>',
        summary: 'call, email or open the page of a person',
      },
      {
        name: 'undo',
        usage: '[id]',
        summary: 'undo the last command, or the one with this number',
      },
    ],
  },
  {
    title: 'Books',
    commands: [
      {
        name: 'export',
        usage: '[promises|people|entries|all]',
        summary: 'CSV (default), JSON, vCard, iCalendar',
      },
      {
        name: 'import',
        usage: '<file>',
        summary: 'contacts of an address book (CSV, vCard) or a whole diary (JSON)',
      },
      {
        name: 'calls',
        usage: '<file>',
        summary: "a phone's call log: missed calls become call-backs, calls made close them",
      },
      {
        name: 'mail',
        usage: '[mailbox]',
        summary: 'read a mailbox: what to answer, who has not replied',
      },
      {
        name: 'backup',
        usage: '[file]',
        summary: 'make a verified copy',
      },
      {
        name: 'restore',
        usage: '[file]',
        summary: 'restore a backup; without a file, list them',
      },
    ],
  },
  {
    title: 'Setup',
    commands: [
      {
        name: 'demo',
        usage: '[-o <file>]',
        summary: 'make a sample diary to explore',
      },
      {
        name: 'plan',
        usage: '[action] [name]',
        summary: 'see and change plans; "fu plan try" shows the dates a plan gives',
      },
      {
        name: 'config',
        usage: '[key] [value…]',
        summary: 'settings: country, date order, working days and hours',
      },
      {
        name: 'when',
        usage: '<text…>',
        summary: 'how a date phrase is read',
      },
      {
        name: 'doctor',
        usage: '',
        summary: 'check the diary file: integrity, version, backups, location',
      },
      {
        name: 'completion',
        usage: 'bash|zsh|fish',
        summary: 'print the completion script of a shell',
      },
    ],
  },
]

/** Commands for programs, not people: no list has them. */
const unlisted: readonly CommandSpec[] = [
  {
    name: 'complete',
    usage: '',
    summary: 'completions of the words being typed',
  },
  {
    name: 'manual',
    usage: '<version>',
    summary: 'the manual page',
  },
  {
    name: dailyBackupCommand,
    usage: '',
    summary: "the day's backup, as the first write of a day starts it",
  },
]

/** The pages of `fu help <topic>`. */
export const topicNames: readonly string[] = [
  'who',
  'dates',
  'plans',
  'json',
  'csv',
  'exit-codes',
  'environment',
]

/** The command with this name, or `null`. */
export function commandNamed(name: string): CommandSpec | null {
  return [...commands(), ...unlisted].find((entry) => entry.name === name) ?? null
}

/** The commands that an unknown word may mean: those with this alias or prefix, and those with a similar spelling. */
export function suggestionsFor(word: string): { readonly meant: string[]; readonly near: string[] } {
  if (word === '') return { meant: [], near: [] }
  const called = commandsCalled(word)
  const meant = commands().filter(({ name }) => name.startsWith(word) || called.includes(name))
  // Commands with the same meaning differ in their arguments.
  const lines = meant.map((entry) => (meant.length > 1 ? usageOf(entry) : entry.name))
  return {
    meant: [...questionsCalled(word), ...lines],
    near: nearest(word, commands()).map(({ name }) => name),
  }
}

/** The command lines that an unknown word after `fu help` may mean: topics and commands. */
export function helpFor(word: string): string[] {
  const pages = [...topicNames.map((name) => ({ name })), ...commands()]
  const called = commandsCalled(word)
  const meant = pages.filter(({ name }) => word !== '' && (name.startsWith(word) || called.includes(name)))
  return (meant.length > 0 ? meant : nearest(word, pages)).map(({ name }) => `help ${name}`)
}

/** The text of `fu --help`, in lines of at most `width` columns. */
export function overview(width: number): string {
  const rows = { width, indent: 2, widestTerm: 24, isFixed: true }
  const groups = catalogue.map(({ title, commands: entries }) => [
    `${title}:`,
    ...definitionLines(
      entries.map((entry) => [usageOf(entry), entry.summary]),
      rows,
    ),
  ])
  const paragraphs = (...texts: readonly string[]): string[] =>
    texts.flatMap((text) => paragraphLines(text, { width, indent: 0 }))
  return [
    paragraphs('fu: a follow-up diary. Nothing written in it is ever forgotten.'),
    paragraphs('Usage: fu [command] [options]'),
    ...groups,
    paragraphs(
      'A <who> is a name or parts of it, a company, a nickname, digits of a phone number, or @id.',
      'A <which> is the number of a promise, or a <who> with one open promise.',
      'A <when> is a date phrase: tomorrow, fri 10:30, 3d, 27 nov, next week.',
    ),
    paragraphs(
      'Everywhere: --diary <path>, --json, --no-input, -q, --color <when>, --width <n>, -h; --version.',
      '"fu <command> --help" shows its options, with examples.',
      `"fu help <topic>" explains: ${topicNames.join(', ')}.`,
    ),
  ]
    .map((lines) => lines.map((line) => `${line}\n`).join(''))
    .join('\n')
}

function usageOf(entry: CommandSpec): string {
  return `${entry.name} ${entry.usage}`.trim()
}

/** The commands that the help lists. */
export function commands(): CommandSpec[] {
  return catalogue.flatMap((group) => group.commands)
}
