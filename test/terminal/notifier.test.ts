import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it, test } from 'vitest'
import { notifierOn } from '../../src/terminal/notifier.ts'
import { programsIn, type ProgramLine } from '../../src/terminal/programs.ts'
import { aFolder } from '../support/diaries.ts'

const notice = { title: '10:30 Gary Lee', body: 'send the quote\n0412 555 019' }

/** The programs that a notifier runs, and what it adds to their environment. */
async function runBy(
  platform: string,
  text = notice,
): Promise<{ line: ProgramLine; more: Readonly<Record<string, string | undefined>> }> {
  const ran: Awaited<ReturnType<typeof runBy>>[] = []
  await notifierOn({ platform, env: {} }, async (line, more = {}) => {
    ran.push({ line, more })
    return { kind: 'ended', status: 0, said: '' }
  })(text)
  const [first] = ran
  if (first === undefined) throw new Error('nothing was run')
  return first
}

describe('a notice (R63)', () => {
  it('is shown by notify-send', async () => {
    const { line } = await runBy('linux')
    expect(line).toEqual(['notify-send', '-a', 'fu', '--', notice.title, notice.body])
  })

  it.each([
    ['--help', '--help'],
    ['$(rm) `rm` "x"', '$(rm) `rm` "x"'],
    ['<b>&amp;</b>', '&lt;b&gt;&amp;amp;&lt;/b&gt;'],
    [String.raw`C:\new`, String.raw`C:\\new`],
  ])('with the text %j is passed unchanged', async (text, body) => {
    const { line } = await runBy('linux', { title: text, body: text })
    expect(line.slice(3)).toEqual(['--', text, body])
  })

  it('is an argument of osascript, whatever its text', async () => {
    const { line } = await runBy('darwin', { title: '--help', body: '" & do shell script "rm"' })
    expect(line).toEqual([
      '/usr/bin/osascript',
      '-e',
      'on run argv',
      '-e',
      'display notification (item 2 of argv) with title "fu" subtitle (item 1 of argv)',
      '-e',
      'end run',
      '--',
      '--help',
      '" & do shell script "rm"',
    ])
  })

  it('is in the environment of PowerShell, whose script never changes', async () => {
    const usual = await runBy('win32')
    const hostile = await runBy('win32', { title: "'; rm -r /", body: '<x>$(rm)' })
    expect(hostile.line).toEqual(usual.line)
    expect(usual.line[0]).toBe(String.raw`C:\Windows\System32\WindowsPowerShell\v1.0\powershell.exe`)
    expect(hostile.more).toEqual({ FU_NOTICE_TITLE: "'; rm -r /", FU_NOTICE_BODY: '<x>$(rm)' })
    const script = Buffer.from(usual.line.at(-1) ?? '', 'base64').toString('utf16le')
    expect(script).toContain('CreateTextNode($env:FU_NOTICE_TITLE)')
    expect(script).toContain('CreateTextNode($env:FU_NOTICE_BODY)')
  })
})

describe('a program that shows nothing', () => {
  const show = (body: string | null): Promise<void> => {
    const folder = aFolder()
    if (body !== null)
      fs.writeFileSync(path.join(folder, 'notify-send'), `#!/bin/sh\n${body}\n`, { mode: 0o755 })
    return notifierOn({ platform: 'linux', env: {} }, programsIn({ PATH: folder }))(notice)
  }

  it('is quoted', async () => {
    await expect(
      show('echo "Created a link" >&2; echo "Cannot autolaunch D-Bus" >&2; exit 1'),
    ).rejects.toMatchObject({
      kind: 'failed',
      message: 'No notice was shown: notify-send says "Cannot autolaunch D-Bus".',
      hint: 'The next look in your desktop session shows it.',
    })
  })

  it.each([
    ['exit 3', 'notify-send ended with status 3'],
    ['kill -9 $$', 'notify-send ended with status 1'],
  ])('is named if it prints nothing: %s', async (body, why) => {
    await expect(show(body)).rejects.toMatchObject({ message: `No notice was shown: ${why}.` })
  })

  it('is named as a package to install if it is missing', async () => {
    await expect(show(null)).rejects.toMatchObject({
      message: 'No notice was shown: there is no notify-send here.',
      hint: 'Install it: the package is called libnotify-bin or libnotify.',
    })
  })
})

test('long output of a program is not kept in memory', async () => {
  const run = programsIn({ PATH: '/usr/bin:/bin' })
  const ending = await run(['sh', '-c', 'head -c 3000000 /dev/zero | tr "\\0" x >&2; exit 1'])
  expect(ending).toEqual({ kind: 'ended', status: 1, said: 'x'.repeat(2000) })
})
