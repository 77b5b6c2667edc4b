import type { CallsReport, Stranger } from '../../domain/call-report.ts'
import { dueWords, type DateWords } from '../../domain/date-words.ts'
import type { Day } from '../../domain/day.ts'
import type { Commitment } from '../../domain/promise.ts'
import { shellWord } from '../../domain/shell-word.ts'
import { pluralize, joinNames } from '../layout/pluralize.ts'
import { countTable, maxListed, moreLine, namesOf, notes, section, type ReportOptions } from './report.ts'

type CallsOptions = ReportOptions & {
  /** The arguments to read the log again: its file and its columns. */
  readonly again: readonly string[]
  /** The first day whose missed calls get a call-back. */
  readonly from: Day
  readonly words: DateWords
  readonly now: Day
}

/** The report of a call log: call-backs, closed promises, unknown numbers, and the rows of each kind. */
export function callsView(report: CallsReport, options: CallsOptions): string {
  const { from, words, now } = options
  const sameLog = options.again.map(shellWord).join(' ')
  const { owed, again, closed, stillOpen, unknown, ambiguous, namesakes, unwanted, tooOld, invalid } = report
  const due = (promise: Commitment): string => dueWords(promise.due, now, words)
  const promises = <Each extends Commitment>(
    list: readonly Each[],
    day: (promise: Each) => string,
  ): string[][] =>
    list
      .slice(0, maxListed)
      .map((promise) => [String(promise.id), promise.contact.name, promise.what, day(promise)])
  const people = (list: readonly Stranger[], more: (index: number) => string): string[][] =>
    list
      .slice(0, maxListed)
      .map((one, index) => [
        one.phone.readable,
        one.name ?? '',
        `${pluralize(one.calls, 'call')}${one.missed === 0 ? '' : `, ${one.missed} missed`}`,
        dueWords(one.last, now, words),
        more(index),
      ])
  const stranger = ['number', 'name in the phone', 'calls', 'last']
  const withoutLast = (rows: string[][]): string[][] => rows.map((row) => row.slice(0, 4))
  const recent = unknown.filter(({ last }) => last.day >= from).length
  return [
    section(
      'Call back',
      ['', 'who', 'what', 'due'],
      promises([...owed, ...again], due),
      moreLine(owed.length + again.length),
      options,
    ),
    section(
      'Called back',
      ['', 'who', 'what', 'spoken with'],
      promises(closed, ({ closedAt }) => dueWords(closedAt, now, words)),
      moreLine(closed.length),
      options,
    ),
    section(
      'You spoke, and these are still open',
      ['', 'who', 'what', 'due'],
      promises(stillOpen, due),
      ['fu done <number> closes the one you spoke about'],
      options,
    ),
    section(
      'Unknown numbers',
      stranger,
      withoutLast(people(unknown, () => '')),
      [
        ...moreLine(unknown.length),
        ...(recent === 0
          ? []
          : [
              `fu calls ${sameLog} --add makes contacts of ${recent === unknown.length ? 'them' : `the ${recent} with calls since ${words.short(from, now)}`}`,
            ]),
      ],
      options,
    ),
    section(
      'Two contacts have this number; nothing was written',
      [...stranger, 'contacts'],
      people(ambiguous, (index) => namesOf(ambiguous[index]?.contacts ?? [])),
      moreLine(ambiguous.length),
      options,
    ),
    section(
      'A contact has this name but other numbers; not added',
      [...stranger, 'contact'],
      people(namesakes, (index) => namesOf(namesakes.slice(index, index + 1).map(({ contact }) => contact))),
      [...moreLine(namesakes.length), 'fu edit <contact> --phone <number> gives them the number'],
      options,
    ),
    section(
      'Cannot be read',
      ['where', 'why'],
      invalid.map((row) => [row.place, row.invalid]),
      [],
      options,
    ),
    notes(
      [
        ...(unwanted.length === 0
          ? []
          : [`No call-back for ${joinNames(unwanted.map(({ name }) => name))}: not to be contacted.`]),
        ...(tooOld.length === 0
          ? []
          : [
              `${joinNames(tooOld.map(({ name }) => name))} called before ${words.short(from, now)} and ${
                tooOld.length === 1 ? 'was' : 'were'
              } not called back since; no call-back is owed for that. To include older calls: fu calls ${sameLog} --since <when>`,
            ]),
      ],
      options,
    ),
    countryNote(report, sameLog, options),
    rowTable(report, options),
    '\n',
  ].join('')
}

/** Explains that numbers without a country matched nobody, and what to do. */
function countryNote(
  { counts, withoutCountry }: CallsReport,
  sameLog: string,
  options: CallsOptions,
): string {
  if (withoutCountry === 0) return ''
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0)
  const sentence = `${withoutCountry} of ${pluralize(all, 'call')} could not be matched, because no country is set`
  return `\n${notes([`${sentence}: fu config country <code>, then fu calls ${sameLog}`], options)}`
}

/** The changes, in one sentence. */
export function callsSentence(
  { counts, owed, again, closed, added }: CallsReport,
  { file, history, isRehearsed }: { file: string; history: number | null; isRehearsed: boolean },
): string {
  const callBacks = owed.length + again.length
  const parts = [
    pluralize(counts.fresh, 'new call'),
    ...(added.length === 0 ? [] : [pluralize(added.length, 'new contact')]),
    ...(callBacks === 0 ? [] : [`${pluralize(callBacks, 'call-back')} owed`]),
    ...(closed.length === 0 ? [] : [`${closed.length} closed`]),
  ]
  if (isRehearsed) return `Nothing was written. Without --dry-run, from ${file}: ${parts.join(', ')}.`
  if (history === null) return `Nothing new in ${file}; nothing was written.`
  return `Read ${file}: ${parts.join(', ')}. (fu undo)`
}

/**
 * The duration of a call in words; `null` if it is unknown.
 *
 * @example lengthOfCall(250) // '4 min'
 */
export function callDuration(seconds: number | null): string | null {
  if (seconds === null) return null
  if (seconds < 60) return `${seconds} s`
  const minutes = Math.round(seconds / 60)
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`
}

function rowTable({ counts }: CallsReport, options: CallsOptions): string {
  return countTable(
    'Rows of the log',
    [
      [counts.fresh, 'written'],
      [counts.known, 'known already'],
      [counts.unknown, 'of unknown numbers'],
      [counts.ambiguous, 'of a number that two contacts have'],
      [counts.withoutNumber, 'without a number'],
      [counts.blocked, 'blocked by the phone'],
      [counts.notCalls, 'no calls'],
      [counts.invalid, 'that cannot be read'],
    ],
    options,
  )
}
