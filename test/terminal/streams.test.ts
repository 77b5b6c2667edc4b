import fs from 'node:fs'
import { afterEach, expect, it, vi } from 'vitest'
import { outputOn } from '../../src/terminal/streams.ts'

afterEach(() => {
  vi.restoreAllMocks()
})

const full = Object.assign(new Error('EAGAIN: resource temporarily unavailable'), { code: 'EAGAIN' })
const gone = Object.assign(new Error('EPIPE: broken pipe'), { code: 'EPIPE' })

/** A pipe that takes so many bytes at each write, or meets an error; gives all that it got. */
function aPipe(takes: (number | Error)[]): {
  got: () => string
  broken: Error[]
  write: (text: string) => void
} {
  const got: Buffer[] = []
  const broken: Error[] = []
  vi.spyOn(fs, 'fstatSync').mockReturnValue({ isCharacterDevice: () => false } as fs.Stats)
  vi.spyOn(fs, 'writeSync').mockImplementation((_, data) => {
    const next = takes.shift() ?? Infinity
    if (next instanceof Error) throw next
    const bytes = Buffer.from(data as string | Buffer)
    got.push(bytes.subarray(0, next))
    return Math.min(next, bytes.length)
  })
  const noStream = (): never => {
    throw new Error('a pipe has no stream')
  }
  const stream = outputOn(1, noStream, (error) => broken.push(error))
  return { got: () => Buffer.concat(got).toString(), broken, write: (text) => void stream.write(text) }
}

it.each<[string, (number | Error)[]]>([
  ['at once', []],
  // The third byte is the first half of a letter.
  ['a part at a time', [3, 1, 5]],
  ['once it has room', [full, full]],
  ['a part at a time, each once it has room', [full, 4, full, 2, full, full]],
])('a pipe gets the whole text %s', (_, takes) => {
  const pipe = aPipe(takes)
  pipe.write('Zoë Müller · 王小明\n')
  expect({ got: pipe.got(), broken: pipe.broken }).toEqual({ got: 'Zoë Müller · 王小明\n', broken: [] })
})

it('a pipe that nobody reads any more ends the work', () => {
  const pipe = aPipe([4, gone])
  pipe.write('Zoë Müller\n')
  expect(pipe.broken).toEqual([gone])
})
