import { clusters, widthOf } from './measure.ts'
import { escapedSpan, rowText, rowWidth, type Row, type Span } from './span.ts'

/** Words separated by single plain spaces, without surrounding space. */
const evenlySpaced = /^\S+(?: \S+)*$/

/**
 * Wraps a row between words to rows no wider than `width`; a word is only cut if it is wider. Runs of space become one
 * space. Empty text gives no rows.
 */
export function wrap(row: Row, width: number): Row[] {
  if (rowWidth(row) <= width && evenlySpaced.test(rowText(row))) return [row]
  const rows: Span[][] = []
  let room = 0
  for (const word of splitWords(row)) {
    const columns = rowWidth(word)
    const last = rows.at(-1)
    if (last !== undefined && columns < room) {
      appendSpans(last, [wordSpace(last, word), ...word])
      room -= columns + 1
    } else {
      const parts = columns > width ? cutWord(word, width) : [word]
      for (const part of parts) rows.push(appendSpans([], part))
      room = width - rowWidth(rows.at(-1) ?? [])
    }
  }
  return rows
}

/** Splits a row into words; a word may extend over several spans: "Lee" and the comma after it. */
export function splitWords(row: Row): Row[] {
  const words: Span[][] = [[]]
  for (const { role, text } of row) {
    for (const [index, part] of text.split(/\s+/u).entries()) {
      if (index > 0) words.push([])
      if (part !== '') words.at(-1)?.push(escapedSpan(role, part))
    }
  }
  return words.filter((word) => word.length > 0)
}

/** The space between two words, in their common role if they have one. */
function wordSpace(before: Row, after: Row): Span {
  const role = before.at(-1)?.role
  return escapedSpan(role !== undefined && role === after[0]?.role ? role : 'plain', ' ')
}

/** Adds spans to a row, joining neighbours of the same role. */
function appendSpans(row: Span[], more: Row): Span[] {
  for (const next of more) {
    const last = row.at(-1)
    if (last?.role === next.role) row.splice(-1, 1, escapedSpan(last.role, last.text + next.text))
    else row.push(next)
  }
  return row
}

/** Splits a word between grapheme clusters into parts no wider than `width`. */
function cutWord(word: Row, width: number): Row[] {
  const parts: Span[][] = [[]]
  let room = width
  for (const { role, text } of word) {
    for (const cluster of clusters(text)) {
      const columns = widthOf(cluster)
      if (columns > room && room < width) {
        parts.push([])
        room = width
      }
      appendSpans(parts.at(-1) ?? [], [escapedSpan(role, cluster)])
      room -= columns
    }
  }
  return parts
}
