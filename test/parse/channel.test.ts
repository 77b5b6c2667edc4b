import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { channelIn, channels, commonChannels, inOrder, isChannel } from '../../src/domain/channel.ts'
import { readChannel } from '../../src/parse/channel.ts'
import { errorOf } from '../support/refusals.ts'

describe('a channel (R68)', () => {
  test.each([...channels, ...commonChannels])('%s is read as itself', (word) => {
    expect(readChannel(word)).toBe(word)
    expect(readChannel(word.toUpperCase())).toBe(word)
  })

  test.each([
    ['LinkedIn', 'linkedin'],
    [' WhatsApp ', 'whatsapp'],
    ['微信', '微信'],
    ['Größe', 'größe'],
    ['line-2', 'line-2'],
    ['slack', 'slack'],
    ['zoom', 'zoom'],
    ['fax', 'fax'],
    ['threema', 'threema'],
    ['xing', 'xing'],
  ])('"%s" is %s', (text, channel) => {
    expect(readChannel(text)).toBe(channel)
  })

  test.each([
    ['emial', 'email'],
    ['cal', 'call'],
    ['calll', 'call'],
    ['vidoe', 'video'],
    ['txt', 'text'],
    ['whatsap', 'whatsapp'],
    ['linkdin', 'linkedin'],
    ['phone', 'call'],
    ['SMS', 'text'],
    ['e-mail', 'email'],
  ])('"%s" is refused: %s is meant', (text, meant) => {
    expect(errorOf(() => readChannel(text)).hint).toBe(`Did you mean "${meant}"?`)
  })

  test.each(['', ' ', 'two words', 'a_b', '-a', 'a-', '42', 'all', 'hot', 'a\u0007b', 'a'.repeat(31)])(
    '"%s" is not a channel',
    (text) => {
      expect(channelIn(text)).toBeNull()
      expect(errorOf(() => readChannel(text)).message).toBe(`"${text}" is not a channel.`)
    },
  )

  test('is stored in the form that is read again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 12 }), (text) => {
        const channel = channelIn(text)
        if (channel === null) return
        expect(isChannel(channel)).toBe(true)
        expect(channelIn(channel)).toBe(channel)
      }),
    )
  })

  test('several have a fixed order', () => {
    const some = ['signal', 'email', 'call', 'signal', 'x-time'].map(readChannel)
    expect(inOrder(some)).toEqual(['call', 'email', 'signal', 'x-time'])
  })
})
