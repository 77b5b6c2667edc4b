import type { Call, CallKind, CallRow } from '../../domain/call.ts'
import { civilDay, isTime } from '../../domain/day.ts'
import { instantsAround } from '../../domain/moment.ts'

const kinds: Readonly<Record<string, CallKind>> = {
  placed: 'outgoing',
  received: 'incoming',
  recorded: 'incoming',
  missed: 'missed',
  voicemail: 'voicemail',
}

/** In characters. A page holds one call; a longer page is a text conversation or something else. */
export const longestPage = 400_000

/**
 * The call on one page of a Google Voice export (`Takeout/Voice/Calls/*.html`); `other` for a text conversation. Each
 * fact has its own tag on the page; the file name supplies the facts that the page lacks.
 *
 * @param page the text of the file, which may be cut off after half a million characters
 */
export function voiceCall(file: string, page: string): CallRow {
  const name = file.replace(/^.*[/\\]/, '')
  const place = name
  const label = /rel="tag"[^>]{0,200}#(placed|received|missed|voicemail|recorded)"/i.exec(page)?.[1]
  const titled = / - (Placed|Received|Missed|Voicemail|Recorded|Text|Group Conversation)/i.exec(name)?.[1]
  const word = (label ?? titled ?? '').toLowerCase()
  if (label === undefined && (word === 'text' || word.startsWith('group'))) return { other: true }
  const kind = kinds[word]
  if (kind === undefined || page.length > longestPage)
    return { place, invalid: 'it is not a Google Voice page' }
  const at = instantOf(attribute(page, 'published', 'title')) ?? instantOf(dateInName(name))
  if (at === null) return { place, invalid: 'it does not say when the call was' }
  const caller = name.split(' - ')[0] ?? ''
  const called = /<a\b[^>]{0,200}class="tel"[^>]{0,200}>[\s\S]{0,200}?<span class="fn">([^<]{0,200})</.exec(
    page,
  )?.[1]
  const tel = /href="tel:([^"]{0,2000})"/.exec(page)?.[1]
  const call: Call = {
    number: decoded(tel ?? (/^\+?[\d\s()-]+$/.test(caller) ? caller : '')),
    kind,
    at,
    // A voicemail's duration is that of the message, not of the call.
    seconds: secondsOf(attribute(page, 'duration', 'title')),
    name: nameOf(decoded(called ?? '')) ?? nameOf(caller),
  }
  return { place, call }
}

/** Whether a file is named like a Google Voice page. */
export function isNamedLikeVoice(file: string): boolean {
  return / - (?:Placed|Received|Missed|Voicemail|Recorded|Text|Group Conversation)\b.*\.html?$/i.test(file)
}

/** Whether a text begins like a Google Voice page. */
export function isVoicePage(text: string): boolean {
  return /^\ufeff?\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!DOCTYPE html\b[^>]{0,400}>\s*)?<html\b/i.test(text)
}

function attribute(page: string, className: string, name: string): string | null {
  const tag = new RegExp(`<abbr\\b[^>]{0,200}class="${className}"[^>]{0,400}>`, 'i').exec(page)?.[0] ?? ''
  return new RegExp(`\\b${name}="([^"]{0,100})"`).exec(tag)?.[1] ?? null
}

/** The time in a file name, which cannot contain colons: "2026-11-20T16_40_05Z". */
function dateInName(name: string): string | null {
  return /\d{4}-\d\d-\d\dT\d\d_\d\d_\d\dZ/.exec(name)?.[0].replaceAll('_', ':') ?? null
}

/** The Unix time (seconds) of an RFC 3339 time. */
export function instantOf(text: string | null): number | null {
  const [, year, month, dayOfMonth, time = '', second = '0', zone] =
    /^(\d{4})-(\d\d)-(\d\d)[T ](\d\d:\d\d)(?::([0-5]\d)(?:[.,]\d+)?)?(Z|[+-]\d\d:?\d\d)$/i.exec(text ?? '') ??
    []
  const day = civilDay(Number(year), Number(month), Number(dayOfMonth))
  if (day === null || !isTime(time) || zone === undefined) return null
  const minutes = Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
  const [, sign = '+', ahead = '0', more = '0'] = /^([+-])(\d\d):?(\d\d)$/.exec(zone) ?? []
  const offset = (Number(ahead) * 60 + Number(more)) * (sign === '-' ? -1 : 1)
  return instantsAround(day).from + 14 * 3600 + (minutes - offset) * 60 + Number(second)
}

/** The seconds of an ISO 8601 duration: "PT1H2M5S". */
function secondsOf(text: string | null): number | null {
  const found = /^PT(?:(\d{1,6})H)?(?:(\d{1,6})M)?(?:(\d{1,6})S)?$/.exec(text ?? '')
  if (found === null) return null
  const [, hours = '0', minutes = '0', seconds = '0'] = found
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)
}

/** The name, if there is one: some pages have the number in its place. */
function nameOf(text: string): string | null {
  const name = text.trim()
  return name === '' || /^[+\d\s()-]+$/.test(name) || /^unknown$/i.test(name) ? null : name
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function decoded(text: string): string {
  return text.replace(
    /&(?:(amp|lt|gt|quot|apos)|#(\d{1,7})|#x([\da-f]{1,6}));/gi,
    (whole, name, decimal, hex) => {
      if (typeof name === 'string') return entities[name.toLowerCase()] ?? whole
      const code = typeof decimal === 'string' ? Number(decimal) : Number.parseInt(String(hex), 16)
      const isCharacter = code > 0 && code <= 0x10_ffff && (code < 0xd800 || code > 0xdfff)
      return isCharacter ? String.fromCodePoint(code) : '\ufffd'
    },
  )
}
