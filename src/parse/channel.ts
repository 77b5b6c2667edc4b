import {
  channelIn,
  channels,
  commonChannels,
  isKnownChannel,
  isWellKnown,
  type Channel,
  type KnownChannel,
  type OtherChannel,
} from '../domain/channel.ts'
import { usage } from '../domain/errors.ts'
import { slipsBetween } from './phrase/slips.ts'

/** Whether a text can be read as a channel. */
export function canReadChannel(text: string): boolean {
  const channel = channelIn(text)
  return channel !== null && (isKnownChannel(channel) || meantBy(channel) === undefined)
}

/**
 * Parses a channel: a known one, or any other single word. A likely typo of a known one is refused (R68).
 *
 * @throws FuError kind usage
 * @example readChannel('WhatsApp') // 'whatsapp'
 */
export function readChannel(text: string): Channel {
  const channel = channelIn(text)
  if (channel === null) {
    throw usage(
      `"${text}" is not a channel.`,
      `Use ${channels.join(', ')}, or another single word, such as whatsapp.`,
    )
  }
  const meant = isKnownChannel(channel) ? undefined : meantBy(channel)
  if (meant === undefined) return channel
  throw usage(`"${text}" is not a known channel.`, `Did you mean "${meant}"?`)
}

/** Other names of the known channels. */
const otherNames: ReadonlyMap<string, KnownChannel> = new Map([
  ['phone', 'call'],
  ['telephone', 'call'],
  ['mail', 'email'],
  ['e-mail', 'email'],
  ['sms', 'text'],
  ['letter', 'post'],
])

/** The known or common channel that a word with one or two wrong letters, or another name, means. */
function meantBy(channel: OtherChannel): string | undefined {
  if (isWellKnown(channel)) return undefined
  const word: string = channel
  const named = otherNames.get(word)
  if (named !== undefined) return named
  const known = [...channels, ...commonChannels]
  const mostSlips = word.length < 7 ? 1 : 2
  return known.find((one) => slipsBetween(word, one) <= mostSlips)
}
