import { describe, expect, it } from 'vitest'
import { bufferForPager, pagerFor, type Pager } from '../../src/terminal/pager.ts'

const size = { rows: 5, columns: 10 }
const four = 'one\ntwo\nthree\nfour\n'

describe('the pager of a screen', () => {
  it.each([
    ['less by itself', {}, size, true],
    ['PAGER', { PAGER: 'more' }, size, true],
    ['none where PAGER is empty', { PAGER: '' }, size, false],
    ['none where PAGER is cat', { PAGER: ' cat ' }, size, false],
    ['none on a screen that cannot move', { TERM: 'dumb' }, size, false],
    ['none on a screen that does not know its size', {}, { rows: 0, columns: 0 }, false],
  ])('is %s', (_case, env, screen, isThere) => {
    expect(pagerFor(env, screen) !== null).toBe(isThere)
  })

  it.each([
    ['that leave a row for the prompt', four, false],
    ['that fill the screen', `${four}five\n`, true],
    ['that wrap', `${four.repeat(1).slice(0, -5)}eleven more\n`, true],
    ['in colour, which takes no room', '\u001b[1mbold\u001b[22m and\n'.repeat(4), false],
    ['that are empty', '\n\n\n\n\n', true],
  ])('takes lines %s', (_case, text, isLong) => {
    expect(pagerFor({}, size)?.isLong(text)).toBe(isLong)
  })

  it.each([
    ['true', true],
    ['exit 3', true],
    ['no-such-pager 2>/dev/null', false],
  ])('PAGER="%s" shows it: %s', async (PAGER, isShown) => {
    expect(await pagerFor({ ...process.env, PAGER }, size)?.show('x'.repeat(1_000_000))).toBe(isShown)
  })
})

describe('what a command writes', () => {
  it('goes to the screen at once where there is no pager', () => {
    const { written, stdout, stderr } = streams()
    const held = bufferForPager(stdout, stderr, null)
    held.stdout.write('page\n')
    expect(written).toEqual(['out page\n'])
    expect(held.asking(stdout)).toBe(stdout)
  })

  it('is written in its order at the end where it is short', async () => {
    const { written, stdout, stderr } = streams()
    const held = bufferForPager(stdout, stderr, pager(true))
    held.stderr.write('first\n')
    held.stdout.write('one\n')
    held.stderr.write('note\n')
    held.stdout.write('two\n')
    expect(written).toEqual(['err first\n'])
    await held.finish()
    expect(written).toEqual(['err first\n', 'out one\n', 'err note\n', 'out two\n'])
  })

  it('is paged as a whole where it is long, and what is said of it stands below', async () => {
    const { written, stdout, stderr } = streams()
    const shown: string[] = []
    const held = bufferForPager(stdout, stderr, pager(true, shown))
    held.stdout.write('LONG ')
    held.stderr.write('note\n')
    held.stdout.write('page')
    await held.finish()
    expect(shown).toEqual(['LONG page'])
    expect(written).toEqual(['err note\n'])
  })

  it('is written where the pager is not there', async () => {
    const { written, stdout, stderr } = streams()
    const held = bufferForPager(stdout, stderr, pager(false))
    held.stdout.write('LONG page')
    await held.finish()
    expect(written).toEqual(['out LONG page'])
  })

  it('is seen before somebody is asked', async () => {
    const { written, stdout, stderr } = streams()
    const held = bufferForPager(stdout, stderr, pager(true))
    const keys = held.asking({ press: async () => written.push('asked') })
    held.stdout.write('LONG line\n')
    await keys?.press()
    expect(written).toEqual(['out LONG line\n', 'asked'])
    expect(held.asking(null)).toBeNull()
  })
})

function streams() {
  const written: string[] = []
  const sink = (name: string) => ({ write: (text: string) => written.push(`${name} ${text}`) })
  return { written, stdout: sink('out'), stderr: sink('err') }
}

function pager(isThere: boolean, shown: string[] = []): Pager {
  return {
    isLong: (text) => text.startsWith('LONG'),
    show: async (text) => {
      shown.push(text)
      return isThere
    },
  }
}

it('from the first question on, what is written is seen at once: no card waits for the pager', async () => {
  const seen: string[] = []
  const sink = { write: (text: string) => seen.push(text) }
  const held = bufferForPager(sink, sink, { isLong: () => true, show: async () => true })
  const keys = held.asking({ press: () => 'n' })
  held.stdout.write('first card')
  expect(seen).toEqual([])
  keys?.press()
  held.stdout.write('second card')
  expect(seen).toEqual(['first card', 'second card'])
  await held.finish()
  expect(seen).toEqual(['first card', 'second card'])
})
