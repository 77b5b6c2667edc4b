import type { Channel } from '../../domain/channel.ts'
import type { DateWords } from '../../domain/date-words.ts'
import type { Line, ReachableHours } from '../../domain/page.ts'
import type { PromiseKind } from '../../domain/promise.ts'

/** The person who leaves the message, and when they can be reached. */
export type Caller = {
  readonly name: string | null
  readonly number: string | null
  readonly hours: ReachableHours
}

/**
 * The text of a message to leave (R36): the caller, the recipient, the matter, and the number, spelled for reading
 * aloud, with the hours to call. A written message has the number as written.
 *
 * @param about the subject of an answer, a receipt or another plan step: what they asked, what was sent; `null` if
 *   unknown
 *
 * @example 'This is Sue Hall, with a message for Gary Lee. I am calling about the papers.
 *   You can reach me on 0-4-1-2, 5-5-5, 0-1-9, until 17:00 today.'
 */
export function messageFor(line: Line, caller: Caller, about: string | null, words: DateWords): string {
  const isWritten = !spoken.has(line.reachBy?.channel ?? 'call')
  const me = caller.name === null ? '' : `This is ${caller.name}`
  const whom = `a message for ${line.contact.name}`
  const opening = isWritten ? me : me === '' ? capitalised(whom) : `${me}, with ${whom}`
  const number = caller.number === null || isWritten ? caller.number : spelled(caller.number)
  const hours = reachableWords(caller.hours, words)
  const reach = number === null ? '' : `You can reach me on ${number}, ${hours}`
  const matter = matterOf(line, about, isWritten ? 'writing' : 'calling')
  return [opening, matter, aboutWords(line, about), reach]
    .filter((sentence) => sentence !== '')
    .map((sentence) => sentence.replace(/[^.!?]$/u, '$&.'))
    .join(' ')
}

/**
 * A number as spoken: digit by digit, with a pause between groups.
 *
 * @example spelled('+61 412 555019') // 'plus 6-1, 4-1-2, 5-5-5, 0-1-9'
 */
export function spelled(number: string): string {
  return number
    .split(/[^\d+]+/u)
    .filter((group) => group !== '')
    .flatMap(inThrees)
    .map((group) => group.split('').join('-').replace('+-', 'plus '))
    .join(', ')
}

/** The channels by which somebody is spoken with; by every other they are written to. */
const spoken: ReadonlySet<Channel> = new Set<Channel>(['call', 'visit', 'video'])

type Doing = 'calling' | 'writing'

/** The messages for kinds of promises whose text is only a note to myself. */
const matters: Partial<Record<PromiseKind, (doing: Doing) => string>> = {
  'call-back': () => 'You called, and I am calling back',
  answer: (doing) => `I am ${doing} about what you asked`,
  complaint: (doing) => `I am ${doing} to put something right for you`,
  receipt: (doing) => `I am ${doing} to ask whether what I sent has come`,
  thanks: (doing) => `I am ${doing} to thank you`,
  happiness: (doing) => `I am ${doing} to ask whether you are happy with everything`,
  met: () => 'It was good to meet you',
}

/** A verb and its object: "send the papers". */
const deed = /^\p{L}+\s+(?:the|a|an|my|our|your|their|his|her)\s+\S/iu

function matterOf({ promise }: Line, about: string | null, doing: Doing): string {
  if (promise === null) return `I am ${doing} to hear how you are`
  const matter = matters[promise.kind]
  if (matter !== undefined) return matter(doing)
  if (promise.kind === 'other' && about !== null) return `I am ${doing} about this: ${about}`
  const [, topic] = /\sabout\s+(.+)$/iu.exec(promise.what) ?? []
  if (topic !== undefined) return `I am ${doing} about ${topic}`
  if (promise.owner === 'theirs') return `I am ${doing} about ${promise.what}`
  if (deed.test(promise.what)) return `I am ${doing} about ${promise.what.replace(/^\p{L}+\s+/u, '')}`
  return `I am ${doing} about this: ${promise.what}`
}

/** The subject, for a line that only says that something is answered or asked. */
function aboutWords({ promise }: Line, about: string | null): string {
  if (promise === null || about === null || !Object.hasOwn(matters, promise.kind)) return ''
  const [, topic] = /^about\s+(.+)$/iu.exec(about) ?? []
  return topic === undefined ? `It is about this: ${about}` : `It is about ${topic}`
}

function reachableWords({ from, until, today, isTheirs }: ReachableHours, words: DateWords): string {
  const theirs = isTheirs ? ', your time' : ''
  const start = from ?? { day: today, time: null }
  const isOneDay = start.day === until.day
  const end = isOneDay ? `${until.time}` : `${until.time} on ${words.short(until.day, today)}`
  if (start.time === null) return `until ${end}${isOneDay ? ' today' : ''}${theirs}`
  if (start.day !== today) return `on ${words.short(start.day, today)} from ${start.time} to ${end}${theirs}`
  return isOneDay
    ? `from ${start.time} to ${end} today${theirs}`
    : `from ${start.time} today to ${end}${theirs}`
}

/** Splits a long run of digits into groups that are easy to remember; the last ones have three. */
function inThrees(group: string): string[] {
  if (group.length <= 4) return [group]
  const [sign = ''] = /^\+/.exec(group) ?? []
  const digits = group.slice(sign.length)
  const first = digits.length % 3 === 1 ? 4 : digits.length % 3 === 2 ? 2 : 3
  const groups = [digits.slice(0, first), ...(digits.slice(first).match(/\d{3}/g) ?? [])]
  return [sign + (groups[0] ?? ''), ...groups.slice(1)]
}

function capitalised(words: string): string {
  return words.slice(0, 1).toUpperCase() + words.slice(1)
}
