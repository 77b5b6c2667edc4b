import { memoize } from './memoize.ts'

/** The channels that the program knows how to use, in the order they are offered. */
export const channels = ['call', 'email', 'text', 'post', 'visit', 'video'] as const
export type KnownChannel = (typeof channels)[number]

declare const channelBrand: unique symbol

/** A channel that the program knows only by name: `whatsapp`, `signal`, `微信` (R68). */
export type OtherChannel = string & { readonly [channelBrand]: true }

/** How somebody is reached: a known way, or any other single word. */
export type Channel = KnownChannel | OtherChannel

const known: ReadonlySet<string> = new Set(channels)

/** Whether a word is a channel that the program knows how to use. */
export function isKnownChannel(word: string): word is KnownChannel {
  return known.has(word)
}

/** The longest name of a channel. */
const longest = 30

/** Words that have another meaning where a channel can be typed. */
const reserved: ReadonlySet<string> = new Set(['all', 'any', 'none', 'hot', 'after', 'every', 'now'])

const wordIn = memoize((text: string): Channel | null => {
  const word = text.trim().normalize('NFC').toLowerCase()
  const isWord = /^(?=.*\p{L})[\p{L}\p{M}\p{N}]+(?:-[\p{L}\p{M}\p{N}]+)*$/u.test(word)
  return isWord && word.length <= longest && !reserved.has(word) ? (word as Channel) : null
})

/**
 * Parses a channel: one word of letters, digits and "-", converted to lower case. `null` for any other text.
 *
 * @example channelIn('WhatsApp') // 'whatsapp'
 */
export function channelIn(text: string): Channel | null {
  return isKnownChannel(text) ? text : wordIn(text)
}

/** Whether a text is a channel as the diary stores it. */
export function isChannel(text: string): text is Channel {
  return channelIn(text) === text
}

/** The channels without duplicates: the known ones in the order they are offered, then the others by name. */
export function inOrder(some: readonly Channel[]): Channel[] {
  const others = [...new Set(some)].filter((channel) => !isKnownChannel(channel))
  return [...channels.filter((channel) => some.includes(channel)), ...others.toSorted()]
}

/** Looks up a known channel in a table; for any other channel, calls a function. */
export function byChannel<Value>(
  table: Readonly<Record<KnownChannel, Value>>,
  channel: Channel,
  other: (channel: OtherChannel) => Value,
): Value {
  return isKnownChannel(channel) ? table[channel] : other(channel)
}

/** Channels that reach people by their phone number, unless their name at the service is known. */
const messengers: ReadonlySet<string> = new Set([
  'whatsapp',
  'signal',
  'telegram',
  'viber',
  'imessage',
  'facetime',
])

/** Whether a channel reaches people by their phone number. */
export function isMessenger(channel: OtherChannel): boolean {
  return messengers.has(channel)
}

/** Channels that many people use, besides the known ones. */
export const commonChannels: readonly string[] = [...messengers, 'linkedin', 'wechat', 'skype']

/** Whether a channel is one that the program knows, or many people use. */
export function isWellKnown(channel: Channel): boolean {
  return isKnownChannel(channel) || commonChannels.includes(channel)
}
