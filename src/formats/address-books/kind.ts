import { bookOf, type Book } from '../csv/books.ts'
import { csvHead, type CsvHead } from '../csv/head.ts'
import { decodedText } from '../text/decode.ts'
import { refusedBinary, refusedText } from './other-formats.ts'
import { programOf, type TableKind } from './program.ts'
import { areCards } from '../vcard/start.ts'

/** The kind of a file, by its content: vCards, a whole diary, a book of ours, or another program's table. */
export type ImportKind =
  | { readonly kind: 'vcard' | 'json' }
  | { readonly kind: Book | TableKind; readonly head: CsvHead }

/** How many characters are examined to identify a text: the header of a mail can be long. */
const enoughToTell = 65_536

/** The most blank characters before the content. */
const mostBlank = 1_000_000

/**
 * The kind of a file to import. For a table, this reads the column names but no rows.
 *
 * @throws FuError what `refusedBinary` and `refusedText` return, and what `decodedText` and `csvHead` throw
 */
export function importKind(bytes: Uint8Array): ImportKind {
  const binary = refusedBinary(bytes)
  if (binary !== null) throw binary
  const text = decodedText(bytes)
  const { start, whole } = peeked(text)
  if (areCards(start)) return { kind: 'vcard' }
  const other = refusedText(start)
  if (other !== null) throw other
  if (start.startsWith('{')) return { kind: 'json' }
  const head = csvHead(whole)
  return { kind: bookOf(head.columns) ?? programOf(head.columns), head }
}

/** The start of a text without leading blanks, and the whole text again from its beginning. */
function peeked(text: Iterator<string>): { start: string; whole: Iterable<string> } {
  let head = ''
  let next = text.next()
  while (next.done !== true) {
    head += next.value
    if (head.length >= mostBlank || head.trimStart().length >= enoughToTell) break
    next = text.next()
  }
  return { start: head.trimStart().slice(0, enoughToTell), whole: resumed(head, text) }
}

function* resumed(head: string, text: Iterator<string>): Generator<string> {
  yield head
  for (let next = text.next(); next.done !== true; next = text.next()) yield next.value
}
