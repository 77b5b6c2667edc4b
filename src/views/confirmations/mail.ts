import type { MailReport, MailStranger } from '../../domain/mail-report.ts'
import { dueWords, type DateWords } from '../../domain/date-words.ts'
import type { Day } from '../../domain/day.ts'
import type { Commitment } from '../../domain/promise.ts'
import { shellWord } from '../../domain/shell-word.ts'
import { joinNames, pluralize } from '../layout/pluralize.ts'
import { countTable, maxListed, moreLine, namesOf, notes, section, type ReportOptions } from './report.ts'

type MailOptions = ReportOptions & {
  /** The arguments that name the mailbox again. */
  readonly again: readonly string[]
  /** Whether unknown writers are listed. */
  readonly listsUnknown: boolean
  readonly words: DateWords
  readonly now: Day
}

/** The report of a mailbox: whom to answer, what was closed, what is unclear, and the number of messages of each kind. */
export function mailView(report: MailReport, options: MailOptions): string {
  const { words, now } = options
  const { closed, mayAnswer, bounces, unreadable } = report
  const when = (due: Parameters<typeof dueWords>[0]): string => dueWords(due, now, words)
  const promises = <Each extends Commitment>(
    title: string,
    last: string,
    list: readonly Each[],
    day: (promise: Each) => string,
    below: readonly string[] = [],
  ): string =>
    section(
      title,
      ['', 'who', 'what', last],
      list
        .slice(0, maxListed)
        .map((promise) => [String(promise.id), promise.contact.name, promise.what, day(promise)]),
      [...moreLine(list.length), ...below],
      options,
    )
  const byDue = ({ due }: Commitment): string => when(due)
  const remarks = remarksOn(report, options)
  const maybe = new Map(mayAnswer.map(({ promise, wrote }) => [promise.id, wrote]))
  return [
    promises('Answer', 'due', [...report.owed, ...report.again], byDue),
    promises('Answered', 'answered', closed.filter(isMine), ({ closedAt }) => when(closedAt)),
    promises('They replied', 'replied', closed.filter(isTheirs), ({ closedAt }) => when(closedAt)),
    promises(
      'You wrote, outside the thread',
      'you wrote on',
      [...new Map(mayAnswer.map(({ promise }) => [promise.id, promise])).values()],
      ({ id, due }) => when(maybe.get(id) ?? due),
      ['if that was the answer: fu done <number>'],
    ),
    promises('You wrote, and these are still open', 'due', report.stillOpen, byDue, [
      'fu done <number> closes the one you wrote about',
    ]),
    promises('Waiting for a reply', 'by', report.waiting, byDue),
    promises('Did not arrive', 'due', report.notArrived, byDue),
    section(
      'Did not arrive; for whom is not known',
      ['where', 'subject', 'when', 'one of'],
      bounces
        .slice(0, maxListed)
        .map(({ place, subject, at, contacts }) => [place, subject, when(at), namesOf(contacts)]),
      moreLine(bounces.length),
      options,
    ),
    people(report, options),
    section(
      'Cannot be read',
      ['where', 'why'],
      unreadable.map(({ place, unreadable: why }) => [place, why]),
      [],
      options,
    ),
    remarks.length === 0 ? '' : `\n${notes(remarks, options)}`,
    countsView(report, options),
    '\n',
  ].join('')
}

/** Writers who are not contacts, or not clearly. */
function people(report: MailReport, options: MailOptions): string {
  const { words, now, again, listsUnknown } = options
  const { unknown, unclear, namesakes, newAddresses, elsewhere } = report
  const sameBox = again.map(shellWord).join(' ')
  const rows = <Each extends MailStranger>(
    list: readonly Each[],
    more: (one: Each) => string[],
  ): string[][] =>
    list
      .slice(0, maxListed)
      .map((one) => [
        one.address,
        one.name ?? '',
        `${pluralize(one.messages, 'message')}${one.direct === 0 ? '' : `, ${one.direct} to you`}`,
        dueWords(one.last, now, words),
        ...more(one),
      ])
  const head = ['address', 'name', 'messages', 'last']
  return [
    section(
      'Unclear sender; nothing was written, so answer from your mailbox',
      [...head, 'may be'],
      rows(unclear, ({ contacts }) => [namesOf(contacts)]),
      [...moreLine(unclear.length), 'fu edit <contact> --email <address> says whose it is'],
      options,
    ),
    section(
      'Wrote from another address',
      ['who', 'address'],
      newAddresses
        .slice(0, maxListed)
        .map(({ contact, address }) => [`${contact.name} (@${contact.id})`, address]),
      [...moreLine(newAddresses.length), 'fu edit <contact> --email <address> adds it to their card'],
      options,
    ),
    section(
      'Your contacts wrote to these addresses',
      ['address', 'messages', 'from'],
      elsewhere
        .slice(0, maxListed)
        .map(({ address, messages, contacts }) => [address, String(messages), namesOf(contacts)]),
      [
        ...moreLine(elsewhere.length),
        'If one is yours: fu config mail.me "<all your addresses>", then read the mailbox again.',
      ],
      options,
    ),
    section(
      'New contacts',
      ['who', 'address'],
      report.added.slice(0, maxListed).map(({ id, name, address }) => [`${name} (@${id})`, address]),
      moreLine(report.added.length),
      options,
    ),
    section(
      'A contact has this name but other addresses; not added',
      [...head, 'contact'],
      rows(namesakes, ({ contact }) => [namesOf([contact])]),
      [...moreLine(namesakes.length), 'fu edit <contact> --email <address> gives them the address'],
      options,
    ),
    section(
      'Unknown writers',
      head,
      listsUnknown ? rows(unknown, () => []) : [],
      [...moreLine(unknown.length), `fu mail ${sameBox} --add makes contacts of those who wrote to you`],
      options,
    ),
  ].join('')
}

function remarksOn(
  { unwanted, unreadWishes, ownCards, unknown }: MailReport,
  options: MailOptions,
): string[] {
  const sameBox = ['fu mail', ...options.again.map(shellWord)].join(' ')
  return [
    ...(unwanted.length === 0
      ? []
      : [
          `No answer is owed to ${joinNames(unwanted.map(({ name }) => name))}: they do not want to be contacted.`,
        ]),
    ...unreadWishes.map(({ address, subject, why }) =>
      why === 'no date'
        ? `"${subject}" went to ${address}, whose tag is not a date: no reply is waited for.`
        : `"${subject}" went to several people: no reply is waited for. fu wait <who> "a reply" --due 3wd`,
    ),
    ...ownCards.map(
      ({ contact, address }) =>
        `${address} of ${contact.name} (@${contact.id}) counts as yours, because a message in Sent is from it.`,
    ),
    ...(unknown.length === 0 || options.listsUnknown
      ? []
      : [`${pluralize(unknown.length, 'unknown writer')}: ${sameBox} --add --dry-run lists them.`]),
  ]
}

function countsView({ counts }: MailReport, options: MailOptions): string {
  const rows = [
    [counts.written, 'written'],
    [counts.known, 'known already'],
    [counts.copies, 'copies of a message'],
    [counts['taken back'], 'undone before (--again writes them)'],
    [counts['mine to nobody known'], 'of yours to nobody in the diary'],
    [counts.unknown, 'of unknown writers'],
    [counts.unclear, 'of unclear senders'],
    [counts.blocked, 'of people who were forgotten and blocked'],
    [counts.bulk, 'of lists and newsletters'],
    [counts.elsewhere, 'to other addresses'],
    [counts.older, 'before the first day'],
    [counts.bounce, 'bounces that match no message'],
    [counts.unreadable, 'that cannot be read'],
  ] as const
  return countTable('Messages of the mailbox', rows, options)
}

/** The result of a run, in one sentence. */
export function mailSentence(
  { counts, owed, again, closed, added, waiting }: MailReport,
  { name, history, isRehearsed }: { name: string; history: number | null; isRehearsed: boolean },
): string {
  const answers = owed.length + again.length
  const parts = [
    pluralize(counts.written, 'new message'),
    ...(added.length === 0 ? [] : [pluralize(added.length, 'new contact')]),
    ...(answers === 0 ? [] : [`${pluralize(answers, 'answer')} owed`]),
    ...(closed.length === 0 ? [] : [`${closed.length} closed`]),
    ...(waiting.length === 0 ? [] : [`${waiting.length} to wait for`]),
  ]
  if (isRehearsed) return `Nothing was written. Without --dry-run, from ${name}: ${parts.join(', ')}.`
  if (history === null) return `Nothing new in ${name}; nothing was written.`
  return `Read ${name}: ${parts.join(', ')}. (fu undo)`
}

/** How to name the mailbox in the settings. */
export function boxHint(name: string): string {
  return `fu config mail.box ${shellWord(name)} names it: then "fu mail" reads it, and the page counts missing replies.`
}

function isMine({ owner }: Commitment): boolean {
  return owner === 'mine'
}

function isTheirs({ owner }: Commitment): boolean {
  return owner === 'theirs'
}
