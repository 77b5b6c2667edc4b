import { mailDate, receivedDate, separatorDate } from './date.ts'
import { field, longestHeader, type MailHeader } from './header.ts'

/** A message in an mbox file. */
export type MboxMessage = {
  /** The number of its first line in the file, from 1. */
  readonly line: number
  /** The time in the separator line before it, in seconds since 1970; its zone is often missing. */
  readonly separatorAt: number | null
  /** Its header without the blank line; `null` if it is too long. */
  readonly header: Uint8Array | null
  /** The size of its body in bytes, with CRLF as line ends. */
  readonly bodySize: number
}

/** The largest offset of a time zone from UTC, in seconds. */
const farthestZone = 14 * 3600

/**
 * When a message came into an mbox file, in seconds since 1970, UTC. The time of a separator has an unknown zone, or is
 * missing. So a time of the header is used that may be the same moment or, without a separator time, is not after the
 * last change of the file.
 */
export function storedInMbox(header: MailHeader, separatorAt: number | null, fileChangedAt: number): number {
  const isPossible = (time: number): boolean =>
    separatorAt === null ? time <= fileChangedAt : Math.abs(time - separatorAt) <= farthestZone
  const times = [receivedDate(header), mailDate(field(header, 'date') ?? '')]
  return times.find((time) => time !== null && isPossible(time)) ?? separatorAt ?? fileChangedAt
}

type Open = {
  line: number
  separatorAt: number | null
  pieces: Uint8Array[]
  headerSize: number
  inHeader: boolean
  bodySize: number
  endsBlank: boolean
}

/** Whether bytes begin an mbox file. */
export function isMboxStart(bytes: Uint8Array): boolean {
  return startsWithFrom(bytes)
}

/**
 * Splits an mbox file that is given piece by piece. A line that begins with "From " separates two messages if a header
 * follows it, and if a blank line precedes it or it contains a date: not every program escapes such lines in a text,
 * and a message that was cut off has no blank line.
 */
export class MboxSplitter {
  #rest: Uint8Array = new Uint8Array()
  #lines = 0
  #open: Open | null = null
  #separator: Uint8Array | null = null
  #afterBlank = true
  #finished: MboxMessage[] = []

  /** Returns the messages that end in this piece. */
  push(bytes: Uint8Array): MboxMessage[] {
    const whole = this.#rest.length === 0 ? bytes : joined(this.#rest, bytes)
    let from = 0
    for (let end = whole.indexOf(lineFeed); end >= 0; end = whole.indexOf(lineFeed, from)) {
      this.#take(whole.subarray(from, end > from && whole[end - 1] === carriageReturn ? end - 1 : end))
      from = end + 1
    }
    this.#rest = copied(whole.subarray(from))
    return this.#taken()
  }

  /** Returns the unfinished messages at the end of the file. */
  end(): MboxMessage[] {
    if (this.#rest.length > 0) this.#take(this.#rest)
    if (this.#separator !== null) this.#add(this.#separator)
    this.#close()
    return this.#taken()
  }

  #taken(): MboxMessage[] {
    const taken = this.#finished
    this.#finished = []
    return taken
  }

  #take(line: Uint8Array): void {
    this.#lines += 1
    const separator = this.#separator
    this.#separator = null
    if (separator !== null) {
      if (isHeaderLine(line)) this.#begin(separator)
      else this.#add(separator)
    }
    if (startsWithFrom(line) && (this.#afterBlank || dateOf(line) !== null)) this.#separator = copied(line)
    else this.#add(line)
    this.#afterBlank = line.length === 0
  }

  #begin(separator: Uint8Array): void {
    this.#close()
    this.#open = {
      line: this.#lines - 1,
      separatorAt: dateOf(separator),
      pieces: [],
      headerSize: 0,
      inHeader: true,
      bodySize: 0,
      endsBlank: false,
    }
  }

  #add(line: Uint8Array): void {
    const open = this.#open
    if (open === null) return
    if (!open.inHeader) {
      open.bodySize += line.length + 2 - (isMarkedFrom(line) ? 1 : 0)
      open.endsBlank = line.length === 0
    } else if (line.length === 0) open.inHeader = false
    else {
      if (open.headerSize <= longestHeader) open.pieces.push(copied(line), lineEnd)
      open.headerSize += line.length + 1
    }
  }

  #close(): void {
    const open = this.#open
    if (open === null) return
    const { line, separatorAt, pieces, headerSize, bodySize, endsBlank } = open
    const header = headerSize > longestHeader ? null : joined(...pieces)
    // The blank line before the next separator does not belong to the message.
    this.#finished.push({ line, separatorAt, header, bodySize: bodySize - (endsBlank ? 2 : 0) })
    this.#open = null
  }
}

const lineFeed = 10
const carriageReturn = 13
const greater = 62
const colon = 58
const lineEnd = Uint8Array.of(lineFeed)
const from = Uint8Array.from('From ', (sign) => sign.charCodeAt(0))

function startsWithFrom(line: Uint8Array, start = 0): boolean {
  return from.every((byte, index) => line[start + index] === byte)
}

function dateOf(separator: Uint8Array): number | null {
  return separatorDate(String.fromCharCode(...separator.subarray(0, 200)))
}

/** Whether a line of a text is escaped with ">", so that it does not separate messages. */
function isMarkedFrom(line: Uint8Array): boolean {
  if (line[0] !== greater) return false
  return startsWithFrom(
    line,
    line.findIndex((byte) => byte !== greater),
  )
}

/** Whether a line begins with a field name and a colon; some programs write a second separator, escaped with ">". */
function isHeaderLine(line: Uint8Array): boolean {
  if (isMarkedFrom(line)) return true
  const end = line.findIndex((byte) => byte <= 32 || byte === colon || byte > 126)
  return end > 0 && line[end] === colon
}

/** A copy, because the caller reads the next piece into the same memory. */
function copied(bytes: Uint8Array): Uint8Array {
  return new Uint8Array(bytes)
}

function joined(...pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((size, piece) => size + piece.length, 0))
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}
