import { SaxesParser } from 'saxes'
import { callKinds, type Call, type CallKind, type CallRow } from '../../domain/call.ts'
import { failed } from '../../domain/errors.ts'

/** The root elements of "SMS Backup & Restore": calls, and messages, which are skipped. */
const roots = new Set(['calls', 'smses', 'allsms', 'allcalls'])

/** Limits on depth and on text between tags: an unclosed element would fill the memory. */
const deepest = 16
const longestTag = 4_000_000

/**
 * The calls of a log by the Android program "SMS Backup & Restore" (XML), row by row; any other row, such as a text
 * message, is `other`.
 *
 * @throws FuError `failed` if the text is not such a log, with the line; a truncated log is refused too
 */
export async function* callLogXml(text: Iterable<string>): AsyncGenerator<CallRow> {
  const rows: CallRow[] = []
  const parser = new SaxesParser()
  let depth = 0
  let lastTag = 0
  let begun = 1
  parser.on('error', ({ message }) => {
    throw notALog(`line ${parser.line}: ${message.replace(/^\d+:\d+: |\.$/g, '')}`)
  })
  parser.on('doctype', () => {
    throw notALog(`line ${parser.line}: a DOCTYPE is not allowed`)
  })
  parser.on('opentagstart', ({ name }) => {
    if (depth === 0 && !roots.has(name))
      throw notALog(`line ${parser.line}: <${name.slice(0, 40)}> does not begin a call log`)
    if (depth === deepest) throw notALog(`line ${parser.line}: its tags are nested too deeply`)
    begun = parser.line
  })
  parser.on('opentag', ({ name, attributes }) => {
    if (depth === 1) rows.push(name === 'call' ? rowOf(attributes, begun) : { other: true })
    depth += 1
    lastTag = parser.position
  })
  parser.on('closetag', () => {
    depth -= 1
    lastTag = parser.position
  })
  for (const chunk of wholeCharacters(text)) {
    parser.write(chunk)
    if (parser.position - lastTag > longestTag) throw notALog(`line ${parser.line}: a tag has no end`)
    yield* rows.splice(0)
  }
  parser.close()
  yield* rows.splice(0)
}

/** Android numbers its call types from 1, in the order of `callKinds`. */
function kindOf(type: string | undefined): CallKind | null {
  return callKinds[Number(type) - 1] ?? null
}

function rowOf(attributes: Readonly<Record<string, string>>, line: number): CallRow {
  const place = `line ${line}`
  const { number, duration, date, type, presentation, contact_name: name } = attributes
  const kind = kindOf(type)
  if (kind === null)
    return { place, invalid: `its type is ${quoted(type)}, which is not a number from 1 to 7` }
  if (date === undefined || !/^-?\d{1,17}$/.test(date))
    return { place, invalid: `its date is ${quoted(date)}, which is not a time in milliseconds` }
  if (duration !== undefined && !/^-?\d{1,15}$/.test(duration))
    return { place, invalid: `its duration is ${quoted(duration)}, which is not a number of seconds` }
  const isWithheld = presentation !== undefined && /^[2-4]$/.test(presentation)
  const call: Call = {
    number: isWithheld ? '' : (number ?? ''),
    kind,
    at: Math.floor(Number(date) / 1000),
    seconds: duration === undefined ? null : Number(duration),
    name: name === undefined || name === '(Unknown)' ? null : name,
  }
  return { place, call }
}

function quoted(value: string | undefined): string {
  return value === undefined ? 'missing' : `"${value.slice(0, 40)}"`
}

function notALog(why: string): Error {
  return failed(
    `The file cannot be read as a call log: ${why}.`,
    'Name an XML file of calls from "SMS Backup & Restore"; nothing was written.',
  )
}

const halves = /&#(?:(\d{5})|x([\da-f]{4}));&#(?:(\d{5})|x([\da-f]{4}));/gi
const half = /&#(?:(\d{5})|x([\da-f]{4}));/gi

/** The longest run of character references that is kept in one piece. */
const longestRun = 2000

/**
 * Joins surrogate pairs: the program writes an emoji as two references, `&#55357;&#56832;`, which are not valid XML. A
 * lone surrogate becomes U+FFFD.
 */
function* wholeCharacters(text: Iterable<string>): Generator<string> {
  let kept = ''
  for (const chunk of text) {
    const ready = kept + chunk
    // A run of references, or a pair in it, may continue in the next piece.
    const tail = ready.slice(-longestRun)
    const open = tail.search(/(?:&#[\dxa-f]{1,6};)*(?:&#?[\dxa-f]{0,6})?$/i)
    const cut = ready.length - (tail.length - open)
    kept = ready.slice(cut)
    yield joined(ready.slice(0, cut))
  }
  yield joined(kept)
}

function joined(text: string): string {
  if (!text.includes('&#')) return text
  return text
    .replace(halves, (pair, high: string, highHex: string, low: string, lowHex: string) => {
      const [first, second] = [codeOf(high, highHex), codeOf(low, lowHex)]
      return isHigh(first) && isLow(second) ? String.fromCharCode(first, second) : pair
    })
    .replace(half, (one, code: string, hex: string) => {
      const unit = codeOf(code, hex)
      return isHigh(unit) || isLow(unit) ? '\ufffd' : one
    })
}

function codeOf(decimal: string | undefined, hex: string | undefined): number {
  return decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal)
}

function isHigh(code: number): boolean {
  return code >= 0xd800 && code <= 0xdbff
}

function isLow(code: number): boolean {
  return code >= 0xdc00 && code <= 0xdfff
}
