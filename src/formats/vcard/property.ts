import { fromBase64, fromQuotedPrintable, NoText } from './encoding.ts'

/** One property of a card, its value still encoded. */
export type Property = {
  /** Its first line in the file, counted from 1. */
  readonly line: number
  /** The group that connects it to other properties, such as `item1`; `null` without a group. */
  readonly group: string | null
  /** In capitals. */
  readonly name: string
  /** The values of each parameter, by name in capitals. Values without a name, as in vCard 2.1, are TYPEs. */
  readonly params: ReadonlyMap<string, readonly string[]>
  readonly value: string
}

/** The properties of a card, and the lines that are not properties. */
export type Properties = { readonly properties: readonly Property[]; readonly strays: readonly string[] }

/** The most properties of a card, including those without a name. */
const mostProperties = 20_000

/** The longest encoded text of a property, in characters: a long note with each letter encoded in three. */
const longestWritten = 3_000_000

/**
 * Unfolds the lines of a card and splits them into properties; `first` is the number of the first line in the file.
 *
 * @throws NoText if there are too many, or one is too long to be text
 */
export function propertiesOf(lines: readonly string[], version: string, first: number): Properties {
  const properties: Property[] = []
  const strays: string[] = []
  for (const { number, line } of unfolded(lines, version, first)) {
    const property = propertyOf(number, line)
    if (property !== null) properties.push(property)
    else if (line.trim() !== '') strays.push(line.trim())
  }
  return { properties, strays }
}

/**
 * The text of a property, decoded and unescaped.
 *
 * @throws NoText if it cannot be decoded as it is marked
 */
export function textOf(property: Property): string {
  return unescaped(decodedText(property, property.value))
}

/**
 * The parts of a value between separators, each decoded and unescaped.
 *
 * @throws NoText if one cannot be decoded as it is marked
 */
export function partsOf(property: Property, separator: ';' | ','): string[] {
  if (isEncoded(property, 'B', 'BASE64'))
    return splitAt(decodedText(property, property.value), separator).map(unescaped)
  return splitAt(property.value, separator).map((part) => unescaped(decodedText(property, part)))
}

/** The values of a parameter; empty if it is missing. */
export function paramOf(property: Property, name: string): readonly string[] {
  return property.params.get(name) ?? []
}

type Unfolded = {
  readonly number: number
  readonly pieces: string[]
  readonly encoding: 'quoted-printable' | 'base64' | null
}

/** Undoes the folding of a card's lines. */
function unfolded(
  lines: readonly string[],
  version: string,
  first: number,
): { readonly number: number; readonly line: string }[] {
  const whole: Unfolded[] = []
  for (const [index, line] of lines.entries()) {
    const current = whole.at(-1)
    const last = current?.pieces.at(-1) ?? ''
    if (current?.encoding === 'quoted-printable' && softBreak.test(last)) {
      current.pieces[current.pieces.length - 1] = last.replace(softBreak, '')
      current.pieces.push(line)
    } else if (current !== undefined && /^[ \t]/.test(line)) {
      // vCard 2.1 folds at an existing space; later versions insert one.
      current.pieces.push(version === '2.1' && current.encoding === null ? line : line.slice(1))
    } else if (current?.encoding === 'base64' && /^[\w+/]+={0,2}\s*$/.test(line)) current.pieces.push(line)
    else if (line.trim() !== '') {
      if (whole.length === mostProperties) throw new NoText(`It has more than ${mostProperties} properties.`)
      whole.push({ number: first + index, pieces: [line], encoding: encodingOf(line) })
    }
  }
  return whole.map(({ number, pieces, encoding }) => {
    const line = pieces.join('')
    if (line.length > longestWritten && encoding !== 'base64' && !isDataLine(line))
      throw tooLong('A property')
    return { number, line: encoding === 'quoted-printable' ? line.replace(softBreak, '') : line }
  })
}

function tooLong(what: string): NoText {
  return new NoText(`${what} is over ${longestWritten / 1_000_000} million characters long.`)
}

const softBreak = /=[ \t]*$/

/** Whether the value of a line is a data URI, such as a photo. */
function isDataLine(line: string): boolean {
  return /^[^:]{1,500}:\s{0,10}data:/i.test(line)
}

function encodingOf(line: string): Unfolded['encoding'] {
  const head = line.slice(0, Math.max(0, line.indexOf(':')))
  if (!head.includes(';')) return null
  const [, encoding] = /;\s*(?:ENCODING\s*=\s*)?"?(QUOTED-PRINTABLE|BASE64|B)"?\s*(?:;|$)/i.exec(head) ?? []
  if (encoding === undefined) return null
  return /^Q/i.test(encoding) ? 'quoted-printable' : 'base64'
}

/** Parses a line as a property; `null` if it is not one. */
function propertyOf(number: number, line: string): Property | null {
  const head = splitHead(line)
  if (head === null) return null
  const [names = '', ...params] = head
  const [, group, name] = /^\s*(?:([\w-]+)\.)?([\w-]+)\s*$/.exec(names) ?? []
  if (name === undefined) return null
  const length = head.reduce((sum, part) => sum + part.length + 1, 0)
  return {
    line: number,
    group: group?.toLowerCase() ?? null,
    name: name.toUpperCase(),
    params: paramsOf(params),
    value: line.slice(length),
  }
}

/** The name and the parameters, up to the first unquoted colon. */
function splitHead(line: string): string[] | null {
  const colon = line.indexOf(':')
  const plain = line.slice(0, Math.max(0, colon))
  if (!plain.includes('"')) return colon < 0 ? null : plain.split(';')
  const parts: string[] = []
  let from = 0
  let isQuoted = false
  for (let index = 0; index < line.length; index += 1) {
    const character = line[index]
    if (character === '"') isQuoted = !isQuoted
    else if (!isQuoted && (character === ';' || character === ':')) {
      parts.push(line.slice(from, index))
      from = index + 1
      if (character === ':') return parts
    }
  }
  // An unclosed quote is an ordinary character.
  return isQuoted ? plain.split(';') : null
}

const encodings = new Set(['QUOTED-PRINTABLE', 'BASE64', '8BIT', '7BIT'])

function paramsOf(params: readonly string[]): Property['params'] {
  const read = new Map<string, string[]>()
  const add = (name: string, values: readonly string[]): void => {
    const known = read.get(name)
    if (known === undefined) read.set(name, [...values])
    else known.push(...values)
  }
  for (const param of params) {
    const [, name, value = ''] = /^\s*([\w-]+)\s*=([^]*)$/.exec(param) ?? []
    const bare = param.trim()
    if (name !== undefined) add(name.toUpperCase(), valuesOf(name, value.trim()))
    else if (encodings.has(bare.toUpperCase())) add('ENCODING', [bare])
    else if (bare !== '') add('TYPE', [bare])
  }
  return read
}

function valuesOf(name: string, value: string): string[] {
  const values = value.match(/(?:"[^"]*"|[^,])+/g) ?? []
  return (
    values
      .map((text) => text.trim().replace(/^"(.*)"$/s, '$1'))
      // vCard 4 writes several types in one quoted value.
      .flatMap((text) => (/^type$/i.test(name) ? text.split(',') : [text]))
      .map((text) =>
        text.replace(/\^[n'^]/g, (escape) => (escape === '^n' ? '\n' : escape === '^^' ? '^' : '"')),
      )
  )
}

function isEncoded(property: Property, ...names: readonly string[]): boolean {
  return paramOf(property, 'ENCODING').some((encoding) => names.includes(encoding.toUpperCase()))
}

function decodedText(property: Property, text: string): string {
  if (text.length > longestWritten) throw tooLong(`Its ${property.name.slice(0, 40)}`)
  const charset = paramOf(property, 'CHARSET')[0]?.trim() || null
  if (isEncoded(property, 'QUOTED-PRINTABLE')) return fromQuotedPrintable(text, charset)
  return isEncoded(property, 'B', 'BASE64') ? fromBase64(text, charset) : text
}

/**
 * The value as vCard 3.0 writes it: decoded, on one line, escapes unchanged. Binary data stays encoded.
 *
 * @throws NoText if it cannot be decoded as it is marked
 */
export function writtenValue(property: Property): string {
  const { value } = property
  if (!isEncoded(property, 'QUOTED-PRINTABLE')) return value
  // Only unencoded semicolons separate parts, so an encoded one is escaped.
  const parts = splitAt(value, ';').map((part) => decodedText(property, part).replaceAll(/(?<!\\);/g, '\\;'))
  return parts.join(';').replaceAll(/\r\n?|\n/g, '\\n')
}

function splitAt(text: string, separator: ';' | ','): string[] {
  const parts: string[] = []
  let from = 0
  for (let index = 0; index < text.length; index += 1) {
    if (text[index] === '\\') index += 1
    else if (text[index] === separator) {
      parts.push(text.slice(from, index))
      from = index + 1
    }
  }
  return [...parts, text.slice(from)]
}

/** Removes escapes; line ends become `\n`. */
export function unescaped(text: string): string {
  if (!/[\\\r]/.test(text)) return text
  return text
    .replace(/\\([nN,;:\\])/g, (_, character: string) => (/n/i.test(character) ? '\n' : character))
    .replace(/\r\n?/g, '\n')
}
