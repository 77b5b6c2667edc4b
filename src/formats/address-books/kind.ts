import { failed, usage, type FuError } from '../../domain/errors.ts'
import { bookOf, type Book } from '../csv/books.ts'
import { csvHead, type CsvHead } from '../csv/head.ts'
import { decodedText } from '../text/decode.ts'
import { programOf, type TableKind } from './program.ts'

/** The kind of a file, by its content: vCards, a whole diary, a book of ours, or another program's table. */
export type ImportKind =
  | { readonly kind: 'vcard' | 'json' }
  | { readonly kind: Book | TableKind; readonly head: CsvHead }

/** So much of a text is looked at to tell what it is. */
const enoughToTell = 2_000

/** How many blank characters may precede it. */
const mostBlank = 1_000_000

/** What files begin with that hold no text, and what to say of them. */
const binaries: readonly (readonly [bytes: readonly number[], what: string, todo: string])[] = [
  [
    [0x50, 0x4b, 0x03, 0x04],
    'a spreadsheet or a ZIP file',
    'Save it as CSV first, or unpack it, and import that file.',
  ],
  [[0xd0, 0xcf, 0x11, 0xe0], 'an Excel file', 'Save it as CSV first, and import that file.'],
  [[0x1f, 0x8b], 'a packed file', 'Unpack it first, and import the file that is in it.'],
  [[0x25, 0x50, 0x44, 0x46], 'a PDF', 'Export the contacts as CSV or vCard, and import that file.'],
  [[0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20], 'a database', 'If it is a diary of fu, use "fu restore".'],
]

/**
 * What a file to import is. For a table the names of its columns are read, no row.
 *
 * @throws FuError `usage` for what another command reads, `failed` for what none does; what `decodedText` and
 * `csvHead` throw
 */
export function importKind(bytes: Uint8Array): ImportKind {
  const binary = binaries.find(([start]) => start.every((byte, index) => bytes[index] === byte))
  if (binary !== undefined) throw failed(`The file is ${binary[1]}, not an address book.`, binary[2])
  const text = decodedText(bytes)
  const { start, whole } = peeked(text)
  if (/^BEGIN:VCARD/i.test(start)) return { kind: 'vcard' }
  if (start.startsWith('{')) return { kind: 'json' }
  const stranger = strangerOf(start)
  if (stranger !== null) throw stranger
  const head = csvHead(whole)
  return { kind: bookOf(head.columns) ?? programOf(head.columns), head }
}

/** An error for a text that is not an address book; `null` if it may be one. */
function strangerOf(start: string): FuError | null {
  if (/^(?:<\?xml[^]*?)?<(?:!doctype\s+html|html|head|body)\b/i.test(start)) {
    return failed(
      'The file is a web page, not an address book.',
      'Sign in where it comes from, and export it again.',
    )
  }
  if (/^<\?xml|^<(?:smses|calls)\b/i.test(start)) {
    return usage(
      'The file is XML, as call logs are, not an address book.',
      'Read a call log with "fu calls <file>".',
    )
  }
  if (/^BEGIN:VCALENDAR/i.test(start)) {
    return failed('The file is a calendar, not an address book.', 'Export the contacts as CSV or vCard.')
  }
  return null
}

/** The start of a text without leading blanks, and the whole text again. */
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
