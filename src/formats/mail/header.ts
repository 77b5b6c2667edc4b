/**
 * The fields of the header of a message: the values of each name, in the order of the header. Names are in lower case.
 */
export type MailHeader = ReadonlyMap<string, readonly string[]>

/** The longest header that is read, in bytes: its blank line must begin within them. */
export const longestHeader = 16_384

/** The part of the Encoding Standard that is needed; every engine has it. */
declare const TextDecoder: new (charset: string) => { decode(bytes: Uint8Array): string }

const utf8 = new TextDecoder('utf-8')

const lineFeed = 10
const carriageReturn = 13

/**
 * The end of the header of a message: the number of bytes before its blank line, and the offset of the body. `null` if
 * there is no blank line.
 */
export function headerEnd(bytes: Uint8Array): { header: number; body: number } | null {
  for (let line = 0; line < bytes.length;) {
    if (bytes[line] === lineFeed) return { header: line, body: line + 1 }
    if (bytes[line] === carriageReturn && bytes[line + 1] === lineFeed)
      return { header: line, body: line + 2 }
    const end = bytes.indexOf(lineFeed, line)
    if (end < 0) return null
    line = end + 1
  }
  return null
}

/**
 * Parses a header in ASCII or UTF-8, with LF or CRLF as line ends. Lines that do not belong to a header are skipped,
 * and invalid bytes become U+FFFD.
 */
export function readHeader(bytes: Uint8Array): MailHeader {
  const fields = new Map<string, string[]>()
  let name: string | null = null
  let value = ''
  const close = (): void => {
    if (name === null) return
    const values = fields.get(name)
    if (values === undefined) fields.set(name, [value.trim()])
    else values.push(value.trim())
  }
  for (const line of utf8.decode(bytes).replaceAll('\0', '\ufffd').split('\n')) {
    if (line.startsWith(' ') || line.startsWith('\t')) {
      value += withoutReturn(line)
      continue
    }
    close()
    name = nameOf(line)
    value = name === null ? '' : withoutReturn(line.slice(line.indexOf(':') + 1))
  }
  close()
  return fields
}

/** The first field of this name, given in lower case; `null` if there is none. */
export function field(header: MailHeader, name: string): string | null {
  return header.get(name)?.[0] ?? null
}

/**
 * The name of the field that begins on a line, in lower case; `null` if none does. Old programs put a space before the
 * colon.
 */
function nameOf(line: string): string | null {
  const [, name] = /^([!-9;-~]{1,100})[ \t]*:/.exec(line) ?? []
  return name?.toLowerCase() ?? null
}

function withoutReturn(line: string): string {
  return line.endsWith('\r') ? line.slice(0, -1) : line
}
