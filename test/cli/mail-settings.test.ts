import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { aBinary } from '../support/binary.ts'

/** A server that nobody listens on, so that a command that ran leaves its mark and nothing else happens. */
const box = 'imap://sue@127.0.0.1:9'

describe('the mailbox settings of a diary that was copied from elsewhere (R65)', () => {
  it.each([
    ['a command', ['mail', box], 'mail.password-command'],
    ['a server', ['mail', '--password-command', 'touch ran'], 'mail.box'],
    ['a server and a command', ['mail'], 'mail.box'],
  ])('%s is not used', (_what, words, setting) => {
    const { fu, folder } = aBinary()
    fu(['config', 'mail.box', box])
    fu(['config', 'mail.password-command', `touch ${path.join(folder, 'ran')}`])
    const copy = path.join(folder, 'copy.db')
    fs.copyFileSync(path.join(folder, 'd.db'), copy)
    const { status, stderr } = fu(['--diary', copy, ...words])
    expect({ status, stderr: stderr.split('\n')[0], ran: fs.existsSync(path.join(folder, 'ran')) }).toEqual({
      status: 5,
      stderr: `The setting ${setting} was set on another machine or in another file, so it is not used.`,
      ran: false,
    })
  })

  it('are used in the file in which they were set, and after they are set again', () => {
    const { fu, folder } = aBinary()
    const mark = path.join(folder, 'ran')
    fu(['config', 'mail.password-command', `touch ${mark}`])
    expect(fu(['mail', box]).stderr).toContain('printed nothing')
    fs.rmSync(mark)
    const copy = path.join(folder, 'copy.db')
    fs.copyFileSync(path.join(folder, 'd.db'), copy)
    fu(['--diary', copy, 'config', 'mail.password-command', `echo; touch ${mark}`])
    expect(fu(['--diary', copy, 'mail', box]).stderr).toContain('printed nothing')
    expect(fs.existsSync(mark)).toBe(true)
  })
})
