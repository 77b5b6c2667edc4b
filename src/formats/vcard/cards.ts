import { isMailHeader, isMailStart } from './mail.ts'
import { beginsWithProperty } from './start.ts'

/**
 * A card in a file: its first line, and its property lines, which begin at line `start`. Lines of a nested card are
 * blank, so that line numbers stay right.
 */
export type CardText = { readonly line: number; readonly start: number; readonly lines: readonly string[] }

/** Text that is not a card, with the reason. */
export type NoCard = { readonly line: number; readonly invalid: string }

/** The longest card, in characters, and its most lines: a large photo fits. */
export const longestCard = 8_000_000
const mostLines = 200_000

// The length of the group is limited: an unlimited one would use a stack slot of the regular expression for each
// character of an endless line.
const begins = /^(?:[\w-]{1,64}\.)?BEGIN[ \t]*:[ \t]*VCARD\s*$/i
const ends = /^(?:[\w-]{1,64}\.)?END[ \t]*:[ \t]*VCARD\s*$/i
/** The one property that contains a card, in vCard 2.1: somebody who acts for this person. */
const agent = /^(?:[\w-]{1,64}\.)?AGENT\b[^:]*:\s*$/i

/**
 * The cards of a file, one after another, for files of any length; `text` may be split anywhere. Text that is not a
 * whole card is returned too, with the reason. A card without BEGIN is read up to its END, the next card, or the end of
 * the text. Mail headers are skipped.
 */
export function* cardsOf(text: Iterable<string>): Iterable<CardText | NoCard> {
  let card: Unfinished | null = null
  let outside: Outside | null = null
  let isMail: boolean | null = null
  for (const { number, line } of physicalLines(text)) {
    if (begins.test(line)) {
      if (outside !== null) yield refusedOutside(outside)
      outside = null
      if (card !== null && (card.depth > 0 || agent.test(card.lines.at(-1) ?? ''))) {
        card.inside.push(number)
        card.depth += 1
        add(card, '')
      } else {
        if (card !== null)
          yield* unended(card, `It has no END:VCARD before the next card begins in line ${number}.`)
        card = { line: number, start: number + 1, hasBegin: true, ...emptyCard() }
      }
    } else if (card === null) {
      if (line.trim() === '') continue
      isMail ??= isMailStart(line)
      if (beginsWithProperty(line)) {
        if (outside !== null) yield refusedOutside(outside)
        outside = null
        card = { line: number, start: number, hasBegin: false, ...emptyCard() }
        add(card, line)
      } else if (!isMail || !isMailHeader(line)) {
        outside ??= { line: number, count: 0, first: line.trim() }
        outside.count += 1
      }
    } else if (!ends.test(line)) add(card, line)
    else if (card.depth > 0) {
      card.depth -= 1
      add(card, '')
    } else {
      yield* ended(card)
      card = null
    }
  }
  if (card !== null) yield* unended(card, 'It has no END:VCARD.')
  if (outside !== null) yield refusedOutside(outside)
}

const tooLong = `It is over ${longestCard / 1_000_000} million characters or ${mostLines} lines long.`

function* ended(card: Unfinished): Iterable<CardText | NoCard> {
  if (card.size > longestCard || card.count > mostLines) return yield* without(card, tooLong)
  yield { line: card.line, start: card.start, lines: card.lines }
  yield* insideOf(card)
}

/** A card whose END is missing; if it has a BEGIN, it may have been truncated. */
function* unended(card: Unfinished, why: string): Iterable<CardText | NoCard> {
  if (card.hasBegin || card.depth > 0) yield* without(card, why)
  else yield* ended(card)
}

function* without(card: Unfinished, invalid: string): Iterable<NoCard> {
  yield { line: card.line, invalid }
  yield* insideOf(card)
}

function* insideOf(card: Unfinished): Iterable<NoCard> {
  for (const line of card.inside) {
    yield { line, invalid: `It is inside the card of line ${card.line}, as somebody who acts for them.` }
  }
}

type Unfinished = {
  readonly line: number
  readonly start: number
  readonly hasBegin: boolean
  readonly lines: string[]
  /** The first lines of nested cards. */
  readonly inside: number[]
  depth: number
  size: number
  count: number
}

function emptyCard(): Omit<Unfinished, 'line' | 'start' | 'hasBegin'> {
  return { lines: [], inside: [], depth: 0, size: 0, count: 0 }
}

type Outside = { readonly line: number; count: number; readonly first: string }

function add(card: Unfinished, line: string): void {
  card.size += line.length + 1
  card.count += 1
  if (card.size <= longestCard && card.count <= mostLines) card.lines.push(card.depth > 0 ? '' : line)
  // A refused card need not stay in memory.
  else card.lines.length = 0
}

function refusedOutside({ line, count, first }: Outside): NoCard {
  const excerpt = first.length > 40 ? `${first.slice(0, 40)}…` : first
  return {
    line,
    invalid: `${count === 1 ? 'A line is' : `${count} lines are`} outside any card: "${excerpt}".`,
  }
}

/** The lines of a text, numbered from 1, with any line ends; a line too long for a card is cut off. */
function* physicalLines(
  text: Iterable<string>,
): Iterable<{ readonly number: number; readonly line: string }> {
  let number = 1
  let pieces: string[] = []
  let length = 0
  let afterReturn = false
  const take = (piece: string): void => {
    if (length <= longestCard && piece !== '') pieces.push(piece.slice(0, longestCard + 1 - length))
    length = Math.min(length + piece.length, longestCard + 1)
  }
  const line = (): { number: number; line: string } => {
    const whole = pieces.join('')
    const numbered = { number, line: number === 1 ? whole.replace(/^\uFEFF/, '') : whole }
    number += 1
    pieces = []
    length = 0
    return numbered
  }
  for (const chunk of text) {
    let from = 0
    for (const { 0: end, index } of chunk.matchAll(/[\r\n]/g)) {
      const closesReturn = end === '\n' && afterReturn && index === from && length === 0
      afterReturn = end === '\r'
      if (!closesReturn) {
        take(chunk.slice(from, index))
        yield line()
      }
      from = index + 1
    }
    if (from < chunk.length) afterReturn = false
    take(chunk.slice(from))
  }
  if (length > 0) yield line()
}
