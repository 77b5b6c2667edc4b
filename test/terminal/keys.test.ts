import { EventEmitter } from 'node:events'
import { describe, expect, it } from 'vitest'
import { keysOn } from '../../src/terminal/keys.ts'
import { typedOn, type KeyInput } from '../../src/terminal/typed.ts'

/** A terminal's input that says what was done to it. */
class Input extends EventEmitter implements KeyInput {
  isRaw = false
  readonly did: string[] = []
  setRawMode(raw: boolean): void {
    this.isRaw = raw
    this.did.push(raw ? 'raw' : 'cooked')
  }
  resume(): void {
    this.did.push('resume')
  }
  pause(): void {
    this.did.push('pause')
  }
}

async function pressing(data: string): Promise<{ key: string; input: Input }> {
  const input = new Input()
  const key = keysOn(typedOn(input)).during((press) => press())
  input.emit('data', Buffer.from(data))
  return { key: await key, input }
}

it.each([
  ['a letter', 'r', 'r'],
  ['a letter of two bytes', 'ü', 'ü'],
  ['an emoji', '🙂', '🙂'],
  ['Enter', '\r', 'enter'],
  ['Ctrl-D', '\u0004', 'ctrl-d'],
  ['Escape', '\u001b', 'escape'],
  ['an arrow', '\u001b[D', 'left'],
  ['an arrow of an application', '\u001bOC', 'right'],
  ['a key nobody knows', '\u001b[15~', '\u001b[15~'],
  ['the first of several', 'nnn', 'n'],
])('gives %s', async (_what, data, name) => {
  expect((await pressing(data)).key).toBe(name)
})

describe('the terminal is left as it was', () => {
  it('after a key', async () => {
    const { input } = await pressing('r')
    expect(input.did).toEqual(['raw', 'raw', 'resume', 'pause', 'cooked'])
    expect(input.eventNames()).toEqual([])
  })

  it('after work that fails', async () => {
    const input = new Input()
    await expect(keysOn(typedOn(input)).during(() => Promise.reject(new Error('no')))).rejects.toThrow('no')
    expect(input.did).toEqual(['raw', 'cooked'])
  })

  it('raw again for a key after a question in words, which leaves it cooked', async () => {
    const input = new Input()
    await keysOn(typedOn(input)).during(async (press) => {
      input.setRawMode(false)
      const key = press()
      expect(input.isRaw).toBe(true)
      input.emit('data', 'r')
      await key
    })
    expect(input.isRaw).toBe(false)
  })

  it.each([
    ['Ctrl-C', 'data', Buffer.from('\u0003')],
    ['the end', 'end', undefined],
    ['a hang-up', 'close', undefined],
    ['a fault', 'error', new Error('EIO')],
  ])('after %s, which stops', async (_what, event, value) => {
    const input = new Input()
    const key = keysOn(typedOn(input)).during((press) => press())
    input.emit(event, value)
    await expect(key).rejects.toMatchObject({ kind: 'interrupted' })
    expect(input.did).toEqual(['raw', 'raw', 'resume', 'pause', 'cooked'])
    expect(input.eventNames()).toEqual([])
  })
})
