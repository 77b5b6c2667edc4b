/** Names of the commands in other programs, or guesses of a new user: only for "did you mean", never run. */
const aliases: Readonly<Record<string, string>> = {
  today: 'agenda status day page todo dashboard due home',
  week: 'calendar upcoming ahead',
  go: 'start walk run begin',
  print: 'paper pdf',
  remind: 'alarm notify notification reminder alert bell timer',
  add: 'new create person contact insert register',
  promise: 'owe task reminder followup follow-up schedule appointment',
  wait: 'awaiting waiting-for expect',
  heard: 'called received incoming inbound',
  sent: 'email post send',
  mail: 'inbox mailbox imap maildir',
  sold: 'sale sell deal',
  log: 'note call met meeting spoke talked record comment',
  done: 'close finish kept check-off tick',
  tried: 'call missed attempt voicemail no-answer',
  move: 'reschedule mv postpone',
  snooze: 'later delay defer hide postpone',
  drop: 'rm delete remove del cancel abandon',
  people: 'contacts persons list-people clients customers who addressbook',
  show: 'view card person info get cat details',
  edit: 'change update rename modify birthday phone tag',
  merge: 'join combine dedupe duplicates',
  forget: 'rm delete remove del erase block',
  list: 'ls promises tasks items',
  find: 'search grep lookup query',
  review: 'stats report score',
  check: 'gaps duplicates lint audit',
  history: 'changes journal',
  undo: 'revert rollback',
  export: 'csv dump save vcard',
  import: 'load vcard',
  backup: 'copy',
  restore: 'recover',
  plan: 'plans template templates sequence',
  config: 'settings setup init preferences options set country',
  when: 'date parse',
  doctor: 'verify fsck repair diagnose',
  demo: 'sample example tutorial',
  completion: 'completions autocomplete',
}

/** Words for requests that need no command. */
const questions: Readonly<Record<string, string>> = {
  version: '--version',
  man: 'help',
  usage: 'help',
  '?': 'help',
}

/** The request that a word is another name for, as a command line; none or one. */
export function questionsCalled(word: string): string[] {
  return Object.hasOwn(questions, word) ? [questions[word] ?? ''] : []
}

/** The commands that a word is another name for. */
export function commandsCalled(word: string): string[] {
  return Object.keys(aliases).filter((command) => aliases[command]?.split(' ').includes(word))
}
