import type { Group, Listed } from '../command/command-spec.ts'
import { nearest } from '../parse/contact/person.ts'

/** The whole command line, in the order of the help. */
export const catalogue: readonly Group[] = [
  {
    title: 'The page',
    commands: [
      {
        name: 'today',
        words: '[when]',
        summary: 'the page of a day: carried over, today, waiting on them ("fu" alone is "fu today")',
        load: async () => (await import('../commands/today.ts')).today,
      },
      {
        name: 'week',
        words: '[when]',
        summary: 'seven days ahead, with the load of each day',
        load: async () => (await import('../commands/week.ts')).week,
      },
      {
        name: 'next',
        words: '',
        summary: 'the one thing to do now: line, phone, last three entries, what to say',
        load: async () => (await import('../commands/next.ts')).next,
      },
      {
        name: 'go',
        words: '[--late]',
        summary: "go through today's page line by line, recording each outcome",
        load: async () => (await import('../commands/go.ts')).go,
      },
      {
        name: 'print',
        words: '[when]',
        summary: 'a paper page with boxes to tick: HTML that prints on A5, A4 and Letter',
        load: async () => (await import('../commands/print.ts')).print,
      },
    ],
  },
  {
    title: 'Write',
    commands: [
      {
        name: 'add',
        words: '[name…]',
        summary: 'a contact, with the first promise',
        load: async () => (await import('../commands/add.ts')).add,
      },
      {
        name: 'promise',
        words: '<who> <what…> --due <when>',
        summary: 'I owe them',
        load: async () => (await import('../commands/promise.ts')).promise,
      },
      {
        name: 'wait',
        words: '<who> <what…> --due <when>',
        summary: 'they owe me',
        load: async () => (await import('../commands/wait.ts')).wait,
      },
      {
        name: 'heard',
        words: '<who> <what…>',
        summary: 'they called or wrote: an answer is owed',
        load: async () => (await import('../commands/heard.ts')).heard,
      },
      {
        name: 'sent',
        words: '<who> <what…> --by email|post',
        summary: 'I sent something: confirm that it arrived',
        load: async () => (await import('../commands/sent.ts')).sent,
      },
      {
        name: 'sold',
        words: '<who> <what…>',
        summary: 'a sale: a thank-you, then "are you happy with it?"',
        load: async () => (await import('../commands/sold.ts')).sold,
      },
      {
        name: 'log',
        words: '<who> <what…>',
        summary: 'what happened, and nothing more',
        load: async () => (await import('../commands/log.ts')).log,
      },
    ],
  },
  {
    title: 'Close',
    commands: [
      {
        name: 'done',
        words: '<which> [note…]',
        summary: 'kept, with the outcome and the next step',
        load: async () => (await import('../commands/done.ts')).done,
      },
      {
        name: 'tried',
        words: '<which> [note…]',
        summary: 'not reached: counts the attempt and sets the next one',
        load: async () => (await import('../commands/tried.ts')).tried,
      },
      {
        name: 'move',
        words: '<which> <when…>',
        summary: 'a new date; --told says that they know',
        load: async () => (await import('../commands/move.ts')).move,
      },
      {
        name: 'snooze',
        words: '<which> <when…>',
        summary: 'off the page until then; the promised date stands',
        load: async () => (await import('../commands/snooze.ts')).snooze,
      },
      {
        name: 'drop',
        words: '<which> --why <reason>',
        summary: 'will not be done',
        load: async () => (await import('../commands/drop.ts')).drop,
      },
    ],
  },
  {
    title: 'People',
    commands: [
      {
        name: 'people',
        words: '[text…]',
        summary: 'the contacts, with last and next contact',
        load: async () => (await import('../commands/people.ts')).people,
      },
      {
        name: 'show',
        words: '<who…>',
        summary: "one contact's card: details, open promises, history",
        load: async () => (await import('../commands/show.ts')).show,
      },
      {
        name: 'edit',
        words: '<who> [options]',
        summary: 'change a contact',
        load: async () => (await import('../commands/edit.ts')).edit,
      },
      {
        name: 'merge',
        words: '<who> <into>',
        summary: 'two cards of one person become one',
        load: async () => (await import('../commands/merge.ts')).merge,
      },
      {
        name: 'forget',
        words: '<who>',
        summary: 'erase a person for good; --block also keeps later imports from bringing them back',
        load: async () => (await import('../commands/forget.ts')).forget,
      },
    ],
  },
  {
    title: 'Look',
    commands: [
      {
        name: 'list',
        words: '[filters]',
        summary: 'promises: --mine --theirs --late --kept --who …',
        load: async () => (await import('../commands/list.ts')).list,
      },
      {
        name: 'find',
        words: '<text…>',
        summary: 'search everything: names, numbers, notes, promises',
        load: async () => (await import('../commands/find.ts')).find,
      },
      {
        name: 'review',
        words: '[--since <when>]',
        summary: 'how well my word was kept, and who is drifting away',
        load: async () => (await import('../commands/review.ts')).review,
      },
      {
        name: 'check',
        words: '',
        summary: 'people with nothing next, with no number, never asked how to reach them',
        load: async () => (await import('../commands/check.ts')).check,
      },
      {
        name: 'history',
        words: '',
        summary: 'every command that changed the diary, newest first',
        load: async () => (await import('../commands/history.ts')).history,
      },
      {
        name: 'undo',
        words: '[id]',
        summary: 'take the last one back, or that one',
        load: async () => (await import('../commands/undo.ts')).undo,
      },
    ],
  },
  {
    title: 'Books',
    commands: [
      {
        name: 'export',
        words: '[promises|people|entries|all]',
        summary: 'CSV (default), JSON, vCard, iCalendar',
        load: async () => (await import('../commands/export.ts')).exportBooks,
      },
      {
        name: 'import',
        words: '<file>',
        summary: 'contacts (CSV of Google, Outlook, LinkedIn, own; vCard) or a whole diary (JSON)',
        load: async () => (await import('../commands/import.ts')).importFile,
      },
      {
        name: 'calls',
        words: '<file>',
        summary: "a phone's call log: missed calls become call-backs owed, calls made close them",
        load: async () => (await import('../commands/calls.ts')).calls,
      },
      {
        name: 'backup',
        words: '[file]',
        summary: 'a verified copy',
        load: async () => (await import('../commands/backup.ts')).backup,
      },
      {
        name: 'restore',
        words: '[file]',
        summary: 'bring one back; without a file, list them',
        load: async () => (await import('../commands/restore.ts')).restore,
      },
    ],
  },
  {
    title: 'Setup',
    commands: [
      {
        name: 'plan',
        words: '[action] [name]',
        summary: 'see and change plans; "fu plan try" shows the dates a plan gives',
        load: async () => (await import('../commands/plan.ts')).plan,
      },
      {
        name: 'config',
        words: '[key] [value…]',
        summary: 'your country, date order, working days and hours',
        load: async () => (await import('../commands/config.ts')).config,
      },
      {
        name: 'when',
        words: '<text…>',
        summary: 'how a date phrase is read',
        load: async () => (await import('../commands/when.ts')).when,
      },
      {
        name: 'doctor',
        words: '',
        summary: 'is the file sound: integrity, version, backups, where it lies',
        load: async () => (await import('../commands/doctor.ts')).doctor,
      },
      {
        name: 'completion',
        words: 'bash|zsh|fish',
        summary: 'what a shell loads to complete commands and names',
        load: async () => (await import('../commands/completion.ts')).completion,
      },
    ],
  },
]

/** What programs ask of it, not people: no list has it. */
const unlisted: readonly Listed[] = [
  {
    name: 'complete',
    words: '',
    summary: 'what the words being typed may become',
    load: async () => (await import('../commands/complete.ts')).completeWith(commands()),
  },
  {
    name: 'manual',
    words: '<version>',
    summary: 'the manual page',
    load: async () => (await import('../commands/manual.ts')).manualOf(catalogue),
  },
]

/** The command of a name, or `null`. */
export function commandNamed(name: string): Listed | null {
  return [...commands(), ...unlisted].find((entry) => entry.name === name) ?? null
}

/** The names of commands that are spelled like a word that is none. */
export function commandsLike(word: string): string[] {
  const begun = commands().filter((entry) => word !== '' && entry.name.startsWith(word))
  return (begun.length > 0 ? begun : nearest(word, commands())).map((entry) => entry.name)
}

/** What `fu --help` prints. */
export function overview(): string {
  const width = Math.max(...commands().map((entry) => usageOf(entry).length))
  const groups = catalogue.map(({ title, commands: entries }) =>
    [`${title}:`, ...entries.map((entry) => `  ${usageOf(entry).padEnd(width)}  ${entry.summary}`)].join(
      '\n',
    ),
  )
  return [
    'fu: a follow-up diary. Nothing written in it is ever forgotten.',
    'Usage: fu [command] [options]',
    ...groups,
    [
      'A <who> is a name or parts of it, a company, a nickname, digits of a phone number, or @id.',
      'A <which> is the number of a promise, or a <who> with one open promise.',
      'A <when> is a date phrase: tomorrow, fri 10:30, 3d, 27 nov, next week ("fu when" reads one to you).',
    ].join('\n'),
    [
      'Everywhere: --diary <path>, --json, --no-input, -q, --color <when>, --width <n>, -h; --version.',
      '"fu <command> --help" shows its options, with examples.',
    ].join('\n'),
  ]
    .map((part) => `${part}\n`)
    .join('\n')
}

function usageOf(entry: Listed): string {
  return `${entry.name} ${entry.words}`.trim()
}

function commands(): Listed[] {
  return catalogue.flatMap((group) => group.commands)
}
