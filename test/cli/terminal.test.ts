import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { aBinary } from '../support/binary.ts'
import { atScreen, hasScreens, keys } from '../support/screen.ts'
import { dumpFile } from '../support/diary-file.ts'

const { enter, down, ctrlC } = keys

describe.runIf(hasScreens)('at a terminal', () => {
  it('fu add asks its way through, and asks again where an answer cannot be read', async () => {
    const binary = aBinary()
    const { status, text } = await atScreen(
      'fu add',
      [
        ['Name?', `Gary Lee${enter}`],
        ['Company?', enter],
        ['Phone?', `0412 555 019${enter}`],
        ['Email?', enter],
        ['Where did you meet?', enter],
        ['What is next with Gary Lee?', `send the quote${enter}`],
        ['When? (send the quote)', `feb 30${enter}`],
        ['February has no 30th. Its last day is "28 feb".', `${'\b'.repeat('feb 30'.length)}fri${enter}`],
      ],
      binary,
    )
    expect(status).toBe(0)
    expect(text).toContain('Added Gary Lee (@1). Promised Gary Lee: send the quote, Fri 27 Nov. (fu undo)\n')
    expect(binary.fu(['show', 'gary']).stdout).toMatch(/0412 555 019[^]*send the quote/)
  })

  it('Ctrl-C at a question leaves nothing behind', async () => {
    const binary = aBinary()
    binary.fu(['add', 'Gary Lee', '--promise', 'send the quote', '--due', 'fri'])
    const before = dumpFile(path.join(binary.folder, 'd.db'))
    const { status, text } = await atScreen(
      'fu done gary sent',
      [['What is next with Gary Lee?', ctrlC]],
      binary,
    )
    expect(status).toBe(130)
    expect(text).toMatch(/\nStopped; nothing was written\.\n$/)
    expect(dumpFile(path.join(binary.folder, 'd.db'))).toEqual(before)
  })

  it('asks which of two is meant', async () => {
    const binary = aBinary()
    binary.fu(['add', 'Gary Cooper', '--no-next'])
    binary.fu(['add', 'Gary Lee', '--phone', '0412 555 019', '--no-next'])
    const { status, text } = await atScreen(
      'fu promise gary "send the quote" --due mon',
      [['Which "gary"?', `${down}${enter}`]],
      binary,
    )
    expect(status).toBe(0)
    expect(text).toContain('@1  Gary Cooper\n')
    expect(text).toContain('@2  Gary Lee, 0412 555 019\n')
    expect(text).toMatch(/Promised Gary Lee: send the quote, Mon 30 Nov\. \(fu undo\)\n$/)
  })

  it('asks on stderr, so that stdout holds nothing but what was asked for', async () => {
    const binary = aBinary()
    const { status } = await atScreen(
      'fu add "Gary Lee" > receipt.txt',
      [['What is next with Gary Lee?', enter]],
      binary,
    )
    expect(status).toBe(0)
    expect(binary.sh('cat receipt.txt').stdout).toBe('Added Gary Lee (@1). (fu undo)\n')
  })

  it('colours the page, and NO_COLOR does not', async () => {
    const binary = aBinary()
    binary.fu(['add', 'Gary Lee', '--phone', '0412', '--promise', 'send the quote', '--due', 'today'])
    const coloured = await atScreen('fu', [], binary)
    expect(coloured.raw).toContain('\u001b[1m')
    expect(coloured.text).toBe(binary.fu([]).stdout)
    const plain = await atScreen('NO_COLOR=1 fu', [], binary)
    expect(plain.raw.replaceAll('\r\n', '\n')).toBe(coloured.text)
  })

  it('fits the page to the screen', async () => {
    const binary = aBinary()
    binary.fu(['add', 'Gary Lee', '--phone', '0412', '--promise', 'send the quote', '--due', 'today'])
    const { text } = await atScreen('stty cols 40; fu', [], binary)
    expect(text).toBe(binary.fu(['--width', '40']).stdout)
  })
})
