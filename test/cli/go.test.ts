import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { aBinary, type Binary } from '../support/binary.ts'
import { atScreen, hasScreens, keys } from '../support/screen.ts'
import { dumpFile } from '../support/diary-file.ts'

const { enter, ctrlC } = keys
const lastKeys = 'q quit'

/** Whether the terminal of the line is as it began: lines come whole, keys are shown, Ctrl-C stops. */
const asItWas = `stty -a | tr ' ;' '\\n\\n' | grep -xE -- '-?(icanon|echo|isig)' | sort | tr '\\n' ' '`

describe.runIf(hasScreens)('fu go at a terminal', () => {
  it('takes single keys and words in turn, writes each answer, and leaves the terminal as it was', async () => {
    const binary = withThree()
    const { status, text } = await atScreen(
      `fu go; ${asItWas}`,
      [
        [lastKeys, 'n'],
        [lastKeys, 'r'],
        ['p back', 'r'],
        ['What came of it?', `signs on Friday${enter}`],
        ['What is next with Two?', `bring the papers${enter}`],
        ['When? (bring the papers)', `fri${enter}`],
        [lastKeys, 'u'],
        [lastKeys, 'q'],
      ],
      binary,
    )
    expect(status).toBe(0)
    expect(text).toContain('Tried One: no answer. Next try Mon 30 Nov. (fu undo)\n')
    expect(text).toContain('Kept on time: Two, call. Promised Two: bring the papers, Fri 27 Nov. (fu undo)\n')
    expect(text).toContain('Took back: done 2 (Two, call). It is open again, and promise 4 is gone.')
    expect(text).toMatch(/\n1 answer is written\. 2 lines left; "fu go" continues\.\necho icanon isig $/)
    expect(binary.fu(['history']).stdout).toMatch(/tried 1 \(One, call\): no answer/)
  })

  it.each([
    ['at a line', [[lastKeys, ctrlC]]],
    [
      'at a question of one key',
      [
        [lastKeys, 'r'],
        ['p back', ctrlC],
      ],
    ],
    [
      'at a question in words',
      [
        [lastKeys, 'z'],
        ['Off the page until when?', ctrlC],
      ],
    ],
  ] as const)('Ctrl-C %s ends with 130, and the answers before it stand', async (_where, steps) => {
    const binary = withThree()
    const { status, text } = await atScreen(
      `fu go; echo "[$?]"; ${asItWas}`,
      [[lastKeys, 'n'], ...steps],
      binary,
    )
    expect(status).toBe(0)
    expect(text).toMatch(
      /\nStopped: 1 answer is written, and nothing is half done\.\n\[130\]\necho icanon isig $/,
    )
    const after = dumpFile(path.join(binary.folder, 'd.db'))
    binary.fu(['undo'])
    expect(after['entries']).toHaveLength(1)
    expect(dumpFile(path.join(binary.folder, 'd.db'))['entries']).toEqual([])
  })

  it.each([
    ['the keys of several lines', [[lastKeys, 'nnnq']], /3 answers are written/],
    ['a note behind the key', [[lastKeys, `rrsigns on Friday${enter}${enter}q`]], /1 answer is written/],
    [
      'a note behind a key at its question',
      [
        [lastKeys, 'r'],
        ['p back', `rsigns on Friday${enter}${enter}q`],
      ],
      /1 answer is written/,
    ],
    [
      'a note, the next step and its day',
      [[lastKeys, `rrsigns on Friday${enter}bring the papers${enter}fri${enter}q`]],
      /1 answer is written/,
    ],
    [
      'a note, and the answers to the line behind it',
      [[lastKeys, `rrsigns on Friday${enter}${enter}nq`]],
      /2 answers are written/,
    ],
  ] as const)('keeps what was typed or pasted ahead, in order: %s', async (_what, steps, ending) => {
    const binary = withThree()
    const { status, text } = await atScreen('fu go', steps, binary)
    expect(status).toBe(0)
    expect(text).toMatch(ending)
    const note = steps.flat().join('').includes('signs on Friday')
    expect(binary.fu(['find', 'signs on Friday']).stdout.includes('signs on Friday')).toBe(note)
  })

  it('stops at Ctrl-C, whatever was typed before it', async () => {
    const binary = withThree()
    const { text } = await atScreen('fu go', [[lastKeys, `nn${ctrlC}`]], binary)
    expect(text).toContain('Stopped')
    expect(binary.fu(['history']).stdout).not.toContain('tried')
  })

  it('makes a number lead to a call where the terminal can', async () => {
    const binary = withThree()
    const link = '\u001b]8;;tel:0412\u001b\\0412\u001b]8;;\u001b\\'
    expect((await atScreen('WT_SESSION=1 fu next', [], binary)).raw).toContain(link)
    expect((await atScreen('fu next', [], binary)).raw).not.toContain('\u001b]8')
    expect(binary.sh('WT_SESSION=1 fu next').stdout).not.toContain('\u001b')
  })

  it('fits 40 columns, and goes without colour', async () => {
    const binary = withThree()
    const { raw, text } = await atScreen('stty cols 40; NO_COLOR=1 fu go', [[lastKeys, 'q']], binary)
    expect(raw).not.toMatch(/\p{Cc}\[[\d;]*m/u)
    const card = text.split('\n').filter((row) => row.startsWith('  '))
    expect(Math.max(...card.map((row) => row.length))).toBeLessThanOrEqual(40)
    expect(text).toContain('\n  d done   n no answer   v voicemail\n  m message   b busy   w wrong number\n')
  })
})

it('fu go in a pipe says what there is instead', () => {
  const { status, stdout, stderr } = withThree().fu(['go'])
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
  expect(stderr).toMatch(/^"fu go" needs a terminal\.\nIn a pipe, "fu next" prints the first line/)
})

function withThree(): Binary {
  const binary = aBinary()
  for (const name of ['One', 'Two', 'Three']) {
    binary.fu(['add', name, '--phone', '0412', '--promise', 'call', '--due', 'today'])
  }
  return binary
}
