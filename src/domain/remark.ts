import { dueWords, type DateWords } from './date-words.ts'
import {
  factsOf,
  isNothingNext,
  isOtherWords,
  mailOf,
  plansStoppedBy,
  triesEndedBy,
  type EntryData,
  type MailFacts,
  type NamedPromise,
} from './entry-data.ts'
import type { Entry } from './entry.ts'
import { moveOf, moveText } from './move.ts'

/**
 * The effects of an entry, in words made from its data: the attempts it ended, the plans it stopped, the days of a
 * move, a wrong number. `null` if there are none.
 *
 * @example remarkOf(entry, words) // 'stops the plan sold; nothing is next, as meant'
 */
export function remarkOf(entry: Pick<Entry, 'at' | 'promise'> & EntryData, words: DateWords): string | null {
  if (entry.data !== null && isOtherWords(entry.data)) return entry.data.words
  const move = moveOf(entry)
  if (move !== null) return moveText(move)
  const tries = triesEndedBy(entry)
  const plans = plansStoppedBy(entry)
  const clauses = [
    ...mailClauses(entry),
    ...callClauses(entry, words),
    ...resultClauses(entry),
    ...(tries.length === 0 ? [] : [endsTriesWords(tries)]),
    ...(plans.length === 0 ? [] : [stopsWords(plans)]),
    ...(isNothingNext(entry) ? [nothingNextWords] : []),
  ]
  return clauses.length === 0 ? null : clauses.join('; ')
}

/** The attempts that an entry ended: "ends the tries on 5 (Gary Lee, send the quote)". */
export function endsTriesWords(promises: readonly NamedPromise[]): string {
  const names = promises.map(({ number, name }) => (number === null ? name : `${number} (${name})`))
  return `ends the tries on ${names.join(' and ')}`
}

/** The plans that an entry stopped: "stops the plan sold and fair". */
export function stopsWords(plans: readonly string[]): string {
  return `stops the plan ${plans.join(' and ')}`
}

/** Why a do-not-contact mark drops promises and stops plans (R58). */
export const markWords = 'does not want to be contacted'

/** The remark for a deliberately missing next step (R46). */
export const nothingNextWords = 'nothing is next, as meant'

const mailKindWords: Readonly<Record<NonNullable<MailFacts['kind']>, string | null>> = {
  automatic: 'automatic reply',
  bulk: null,
  bounce: null,
  'read receipt': 'read receipt',
  invitation: 'invitation',
  'calendar notice': 'calendar notice',
}

/** What kind of message it was, and what a mailbox showed. */
function mailClauses(entry: Pick<Entry, 'promise'> & EntryData): readonly string[] {
  const mail = mailOf(entry)
  const kind = mail?.kind === undefined ? null : mailKindWords[mail.kind]
  const isFound = entry.act === 'done' && factsOf(entry.data)?.foundInMail === true
  return [
    ...(kind === null ? [] : [kind]),
    ...(mail?.isCopy === true ? ['I was in copy'] : []),
    ...(isFound ? [`closes ${entry.promise ?? 'a promise'}, found in the mailbox`] : []),
  ]
}

/** The findings of a call log. */
function callClauses(entry: Pick<Entry, 'at' | 'promise'> & EntryData, words: DateWords): readonly string[] {
  if (entry.act === 'heard') {
    const spokeAt = factsOf(entry.data)?.spokeAt
    return spokeAt === undefined ? [] : [`we spoke on ${dueWords(spokeAt, entry.at.day, words)}`]
  }
  const isFound =
    (entry.act === 'logged' || entry.act === 'done') && factsOf(entry.data)?.foundInCallLog === true
  return isFound ? [`closes ${entry.promise ?? 'a promise'}, found in the call log`] : []
}

function resultClauses(entry: EntryData): readonly string[] {
  if (entry.act === 'tried') {
    const facts = factsOf(entry.data)
    return facts === null ? [] : [facts.wrongNumber]
  }
  const asked = entry.act === 'done' ? factsOf(entry.data)?.askedForSale : undefined
  return asked === undefined ? [] : [asked ? 'asked for the sale' : 'not yet asked for the sale']
}
