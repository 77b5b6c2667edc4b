import { channelIn, channels, type Channel } from '../../domain/channel.ts'
import { isOneOf } from '../../domain/entry.ts'
import { usage } from '../../domain/errors.ts'
import type { Offset, PlanStep } from '../../domain/plan.ts'
import { isStorable } from '../../domain/text.ts'
import { readChannel } from '../channel.ts'
import { lengthOf, offsetWords, readOffset } from '../phrase/offset.ts'
import { quoted } from '../shell/quoted.ts'

/** The most steps of a plan. */
export const mostSteps = 50
const longestText = 500
const example = 'Write it as "+3d call: did {what} come?".'

/**
 * Reads a plan step in the form in which it is typed and printed: `[after|every] [transit]<offset>[..<offset>]
 * [channel] [hot]: text`. Typed steps are of kind `other`.
 *
 * @example readStep('after +7d: are you happy with {what}?')
 * @example readStep('every 1mo call: ask what is open')
 * @example readStep('+2d..+3d call hot: did {what} come?')
 * @example readStep('transit+2d call: did {what} come?')
 * @throws FuError `usage`
 */
export function readStep(text: string): PlanStep {
  const colon = text.indexOf(':')
  if (colon === -1) throw usage(`${quoted(text)} is not a step: there is no colon before the text.`, example)
  const what = readText(text.slice(colon + 1), text)
  const words = text
    .slice(0, colon)
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')
  const after = startWords.get(words[0] ?? '') ?? 'event'
  const [when, ...manner] = after === 'event' ? words : words.slice(1)
  if (when === undefined) throw usage(`${quoted(text)} has no offset.`, example)
  return { after, ...readWhen(when), ...readManner(manner), what, kind: 'other' }
}

/** The words before an offset, with their starting point. */
const startWords = new Map<string, PlanStep['after']>([
  ['after', 'previous'],
  ['every', 'repeat'],
])

/** A step as typed: `readStep` returns the same step, except for its kind. */
export function stepWords(step: PlanStep): string {
  const window = step.until === null ? '' : `..${offsetWords(step.until)}`
  const words = [
    step.after === 'event' ? null : step.after === 'previous' ? 'after' : 'every',
    `${step.transit ? 'transit' : ''}${offsetWords(step.offset)}${window}`,
    step.channel,
    step.hot ? 'hot' : null,
  ]
  return `${words.filter((word) => word !== null).join(' ')}: ${step.what}`
}

/**
 * Reads the steps of a plan.
 *
 * @throws FuError `usage` if one cannot be read, the first one starts with "after", one that is not the last repeats,
 *   or there are none or over 50
 */
export function readSteps(texts: readonly string[]): PlanStep[] {
  checkCount(texts.length, 'step')
  const steps = texts.map(readStep)
  const [first] = steps
  const repeated = steps.slice(0, -1).find(({ after }) => after === 'repeat')
  if (repeated !== undefined) {
    throw usage(
      `Only the last step can start with "every": ${quoted(stepWords(repeated))} is not the last one.`,
      'Put it last, or start it with "after".',
    )
  }
  if (first?.after === 'previous') {
    throw usage(
      'The first step cannot start with "after".',
      `Try "${stepWords({ ...first, after: 'event' })}".`,
    )
  }
  return steps
}

/**
 * Reads the rungs of the `no-answer` ladder: days between attempts, `3d 7d 7d 30d`, or whole steps.
 *
 * @throws FuError `usage` if one is not a rung, or there are none or over 50
 */
export function readRungs(texts: readonly string[]): PlanStep[] {
  const words = texts.flatMap((text) => (text.includes(':') ? [text] : text.split(/[\s,]+/)))
  const rungs = words.filter((word) => word !== '')
  checkCount(rungs.length, 'rung')
  return rungs.map(readRung)
}

/**
 * Reads the name of a plan: lower-case letters, digits and hyphens, at most 40.
 *
 * @throws FuError `usage`
 */
export function readPlanName(text: string): string {
  const name = text.trim()
  if (/^[a-z0-9][a-z0-9-]{0,39}$/.test(name)) return name
  const near = name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replace(/^-/, '')
    .slice(0, 40)
    .replace(/-$/, '')
  throw usage(
    `A plan cannot be called ${quoted(text)}.`,
    `A name is 1 to 40 lower-case letters, digits and hyphens, as in "${near === '' ? 'trade-show' : near}".`,
  )
}

/** Reads when a step is due: `+3d`, `+2d..+3d`, `transit+2d`. */
function readWhen(word: string): Pick<PlanStep, 'transit' | 'offset' | 'until'> {
  const transit = word.startsWith('transit')
  const [start = '', end, ...more] = (transit ? word.slice('transit'.length) : word).split('..')
  if (more.length > 0) throw usage(`${quoted(word)} is not a window.`, 'Write it as +2d..+3d.')
  const offset = readOffset(start)
  if (transit && offset.unit === 'now') {
    throw usage(`${quoted(word)} has no offset.`, 'Write it as transit+2d.')
  }
  return { transit, offset, until: end === undefined ? null : readUntil(end, offset, word) }
}

/** Reads the end of a window: a day, because the window is open until the day ends. */
function readUntil(end: string, offset: Offset, word: string): Offset {
  const until = readOffset(end)
  if (until.unit === 'm' || until.unit === 'h') {
    throw usage(`The window ${quoted(word)} does not end on a day.`, 'Count its end in days, as in +2d..+3d.')
  }
  if (lengthOf(until) <= lengthOf(offset)) {
    throw usage(`The window ${quoted(word)} ends before it begins.`, 'Write it as +2d..+3d.')
  }
  return until
}

/** Reads the channel and "hot" from the words after the offset, in any order. */
function readManner(words: readonly string[]): Pick<PlanStep, 'channel' | 'hot'> {
  let channel: Channel | null = null
  let hot = false
  for (const word of words) {
    if (word === 'hot' && !hot) hot = true
    else if (channel === null && channelIn(word) !== null) channel = readChannel(word)
    else throw notManner(word)
  }
  return { channel, hot }
}

function notManner(word: string): Error {
  const again = word === 'hot' || channelIn(word) !== null
  return usage(
    again
      ? `"${word}" is one too many: a step has one channel, and one "hot".`
      : `${quoted(word)} is not a channel.`,
    `Allowed before the colon: ${channels.join(', ')} or another channel, and hot.`,
  )
}

/** Reads the text of a step, on one line. */
function readText(text: string, step: string): string {
  const what = text.replaceAll(/\s+/g, ' ').trim()
  if (what === '') throw usage(`${quoted(step)} has no text after the colon.`, example)
  if (what.length > longestText) {
    throw usage(`${quoted(what)} is too long for a step.`, `The limit is ${longestText} characters.`)
  }
  if (!isStorable(what)) {
    throw usage(`${quoted(what)} contains control characters.`, 'Type the step again without them.')
  }
  for (const [placeholder] of what.matchAll(/\{[^{}]*\}/g)) {
    if (isOneOf(placeholders, placeholder)) continue
    throw usage(`There is no placeholder ${quoted(placeholder)}.`, `Use ${placeholders.join(', ')}.`)
  }
  return what
}

const placeholders = ['{name}', '{what}', '{day}'] as const

/** Reads a rung: days or longer, counted from the last attempt. */
function readRung(rung: string): PlanStep {
  const step = rung.includes(':') ? readStep(rung) : bareRung(rung)
  if (!isOneOf(rungUnits, step.offset.unit)) {
    throw usage(
      `${quoted(rung)} is not a rung of a ladder.`,
      'A rung is counted in d, wd, w or mo: 3d 7d 7d 30d.',
    )
  }
  if (step.after !== 'event' || step.transit || step.until !== null) {
    throw usage(
      `${quoted(rung)} is not a rung of a ladder.`,
      'A rung is counted from the last try: 3d 7d 7d 30d.',
    )
  }
  return step
}

/** Reads a rung with only a waiting time: the same thing is tried again. */
function bareRung(rung: string): PlanStep {
  const offset = readOffset(rung.toLowerCase())
  return {
    after: 'event',
    offset,
    transit: false,
    until: null,
    channel: null,
    what: '{what}',
    kind: 'other',
    hot: false,
  }
}

const rungUnits = ['d', 'wd', 'w', 'mo'] as const

function checkCount(count: number, name: 'step' | 'rung'): void {
  if (count === 0)
    throw usage(`No ${name} is given.`, name === 'step' ? example : 'Write them as 3d 7d 7d 30d.')
  if (count > mostSteps) throw usage(`${count} ${name}s are too many.`, `The most is ${mostSteps}.`)
}
