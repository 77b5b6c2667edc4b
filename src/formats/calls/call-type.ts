import type { CallType } from '../../domain/call.ts'
import { callKinds } from '../../domain/call.ts'
import { typeWords, type TypeMeaning } from './type-words.ts'

/** The system whose numbers a table uses for call types. */
export type TypeNumbers = 'Android' | 'Fritz!Box'

const fritzBox: ReadonlyMap<number, CallType> = new Map([
  [1, 'incoming'],
  [2, 'missed'],
  [3, 'outgoing'],
  [4, 'outgoing'],
  // Active and rejected calls.
  [9, 'incoming'],
  [10, 'rejected'],
  [11, 'outgoing'],
])

const android: ReadonlyMap<number, CallType> = new Map(callKinds.map((kind, index) => [index + 1, kind]))

/** The call type of a number; `null` if there is no such type. */
export function numberedType(number: number, numbers: TypeNumbers): CallType | null {
  return (numbers === 'Android' ? android : fritzBox).get(number) ?? null
}

/**
 * The call type that words describe; `null` if a word is unknown, or the words do not describe how the call went.
 *
 * @example wordedType('Verpasster Anruf') // 'missed'
 * @example wordedType('Appel sortant, sans réponse') // 'unanswered'
 */
export function wordedType(text: string): CallType | null {
  const words = text
    .replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ')
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== '')
  const meanings = new Set(words.map(meaningOf))
  if (meanings.has(null)) return null
  const says = (meaning: TypeMeaning): boolean => meanings.has(meaning)
  const isAnswerDenied = says('not') && says('answered')
  if (says('not') && !isAnswerDenied) return null
  if (says('elsewhere')) return 'answered elsewhere'
  if (says('blocked')) return 'blocked'
  if (says('out')) {
    const isUnanswered = isAnswerDenied || unanswered.some(says)
    return isUnanswered ? 'unanswered' : 'outgoing'
  }
  if (says('voicemail')) return 'voicemail'
  if (says('rejected')) return 'rejected'
  if (says('missed') || isAnswerDenied) return 'missed'
  // Only the caller can cancel a call.
  if (says('cancelled')) return says('in') ? 'missed' : 'unanswered'
  return says('in') || says('answered') ? 'incoming' : null
}

const unanswered: readonly TypeMeaning[] = ['missed', 'cancelled', 'rejected', 'voicemail']

type Stem = { readonly stem: string; readonly meaning: TypeMeaning }

const meanings = Object.keys(typeWords) as TypeMeaning[]
const entries: readonly Stem[] = meanings.flatMap((meaning) =>
  typeWords[meaning].split(/\s+/).map((stem) => ({ stem, meaning })),
)
const whole: ReadonlyMap<string, TypeMeaning> = new Map(entries.map(({ stem, meaning }) => [stem, meaning]))
/** The beginnings of words, the longest first. */
const beginnings: readonly Stem[] = entries
  .filter(({ stem }) => stem.endsWith('*'))
  .map(({ stem, meaning }) => ({ stem: stem.slice(0, -1), meaning }))
  .toSorted((a, b) => b.stem.length - a.stem.length)

function meaningOf(word: string): TypeMeaning | null {
  return whole.get(word) ?? beginnings.find(({ stem }) => word.startsWith(stem))?.meaning ?? null
}
