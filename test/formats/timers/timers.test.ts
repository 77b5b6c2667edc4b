import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import * as fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { cronLine } from '../../../src/formats/timers/cron.ts'
import { launchAgent } from '../../../src/formats/timers/launchd.ts'
import { systemdUnits } from '../../../src/formats/timers/systemd.ts'
import { scheduledTask, windowsWord } from '../../../src/formats/timers/task-scheduler.ts'
import { xmlText } from '../../../src/formats/timers/xml.ts'
import type { TimedCommand } from '../../../src/domain/timer.ts'
import { aFolder } from '../../support/diaries.ts'
import { isInstalled } from '../../support/installed.ts'
import { runs } from '../../support/runs.ts'

const plain: TimedCommand = {
  words: ['/usr/bin/node', '/opt/fu/bin/fu.js', 'remind', '--quiet', '--diary', '/home/ada/diary.db'],
  variables: [],
}

/** Paths that a timer could take for something else. */
const awkward = String.raw`/home/ada/100% my "diary"/$HOME ${'`'}x${'`'} \n é 王;&<b>.db`
const withAwkward: TimedCommand = {
  words: [...plain.words.slice(0, -1), awkward] as unknown as TimedCommand['words'],
  variables: [
    ['LANG', 'de_DE.UTF-8'],
    ['TZ', ':/etc/100% "$x"'],
  ],
}

const hasSystemd = isInstalled(
  'systemd-analyze',
  () => spawnSync('systemd-analyze', ['--version']).status === 0,
)
const hasPython = isInstalled('python3', () => spawnSync('python3', ['--version']).status === 0)

describe('the units of systemd (R63)', () => {
  it('run node with the script and the diary every five minutes', () => {
    expect(systemdUnits('/home/ada/.config/systemd/user', plain)).toEqual([
      {
        path: '/home/ada/.config/systemd/user/fu-remind.service',
        text: `[Unit]
Description=Tell promises that have come up

[Service]
Type=oneshot
ExecStart="/usr/bin/node" "/opt/fu/bin/fu.js" "remind" "--quiet" "--diary" "/home/ada/diary.db"
`,
      },
      {
        path: '/home/ada/.config/systemd/user/fu-remind.timer',
        text: `[Unit]
Description=Look every five minutes for promises that have come up

[Timer]
OnCalendar=*:0/5
Persistent=true

[Install]
WantedBy=timers.target
`,
      },
    ])
  })

  it('quote characters that are special to systemd', () => {
    const [{ text }] = systemdUnits('/etc', withAwkward)
    expect(text).toContain('Environment="LANG=de_DE.UTF-8"\nEnvironment="TZ=:/etc/100%% \\"$x\\""\n')
    expect(text).toContain(
      String.raw`"/home/ada/100%% my \"diary\"/$$HOME ${'`'}x${'`'} \\n é 王;&<b>.db"${'\n'}`,
    )
  })

  it.runIf(hasSystemd)('are accepted by systemd-analyze verify', () => {
    const folder = aFolder()
    const script = path.join(folder, '50% of $HOME; é')
    fs.writeFileSync(script, '#!/bin/sh\n', { mode: 0o755 })
    for (const command of [withAwkward, { ...withAwkward, words: [script, ...plain.words] as const }]) {
      const units = systemdUnits(folder, {
        ...command,
        words: [executable(command.words[0]), ...command.words.slice(1)],
      })
      for (const unit of units) fs.writeFileSync(unit.path, unit.text)
      const { status, stderr } = spawnSync(
        'systemd-analyze',
        ['verify', '--user', '--man=no', ...units.map((unit) => unit.path)],
        { encoding: 'utf8', env: { ...process.env, XDG_RUNTIME_DIR: folder } },
      )
      expect(stderr.split('\n').filter((line) => line.includes('fu-remind'))).toEqual([])
      expect(status).toBe(0)
    }
  })
})

/** systemd looks whether the program is there. */
function executable(program: string): string {
  return fs.existsSync(program) ? program : process.execPath
}

describe('the agent of launchd', () => {
  it('runs node with the script and the diary every five minutes', () => {
    expect(
      launchAgent('/Users/ada/Library/LaunchAgents', { ...plain, variables: [['LANG', 'de_DE.UTF-8']] }),
    ).toEqual({
      path: '/Users/ada/Library/LaunchAgents/fu.remind.plist',
      text: `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0">
<dict>
  <key>Label</key>
  <string>fu.remind</string>
  <key>ProgramArguments</key>
  <array>
    <string>/usr/bin/node</string>
    <string>/opt/fu/bin/fu.js</string>
    <string>remind</string>
    <string>--quiet</string>
    <string>--diary</string>
    <string>/home/ada/diary.db</string>
  </array>
  <key>EnvironmentVariables</key>
  <dict>
    <key>LANG</key>
    <string>de_DE.UTF-8</string>
  </dict>
  <key>StartInterval</key>
  <integer>300</integer>
  <key>RunAtLoad</key>
  <true/>
  <key>ProcessType</key>
  <string>Background</string>
</dict>
</plist>
`,
    })
  })

  it.runIf(hasPython)('is read back by another program', () => {
    const { text } = launchAgent('/', withAwkward)
    const { stdout } = spawnSync(
      'python3',
      ['-c', 'import json, plistlib, sys; print(json.dumps(plistlib.loads(sys.stdin.buffer.read())))'],
      { input: text, encoding: 'utf8' },
    )
    expect(JSON.parse(stdout)).toEqual({
      Label: 'fu.remind',
      ProgramArguments: withAwkward.words,
      EnvironmentVariables: Object.fromEntries(withAwkward.variables),
      StartInterval: 300,
      RunAtLoad: true,
      ProcessType: 'Background',
    })
  })
})

describe('the task of Windows', () => {
  const windows: TimedCommand = {
    words: [
      String.raw`C:\Program Files\nodejs\node.exe`,
      String.raw`C:\fu\bin\fu.js`,
      'remind',
      '--diary',
      'C:\\Müller & co\\',
    ],
    variables: [],
  }

  it('runs node with the script and the diary every five minutes', () => {
    const { path: file, text } = scheduledTask(String.raw`C:\Users\ada\AppData\Local\fu`, windows)
    expect(file).toBe(String.raw`C:\Users\ada\AppData\Local\fu\fu-remind.xml`)
    expect(text).toContain('<Interval>PT5M</Interval>')
    expect(text).toContain('<LogonType>InteractiveToken</LogonType>')
    expect(text).toContain(String.raw`
      <Command>C:\Program Files\nodejs\node.exe</Command>
      <Arguments>C:\fu\bin\fu.js remind --diary &#34;C:\M&#252;ller &#38; co\\&#34;</Arguments>
`)
    expect(text).toMatch(/^[\n -~]*$/)
  })

  it.runIf(hasPython)('is XML with the original arguments', () => {
    const { stdout } = spawnSync(
      'python3',
      [
        '-c',
        'import sys, xml.etree.ElementTree as e; print(e.fromstring(sys.stdin.read()).find(".//{*}Arguments").text)',
      ],
      {
        input: scheduledTask('C:', windows).text,
        encoding: 'utf8',
        env: { ...process.env, PYTHONIOENCODING: 'utf8' },
      },
    )
    expect(stdout.trim()).toBe(String.raw`C:\fu\bin\fu.js remind --diary "C:\Müller & co\\"`)
  })

  test.each([
    ['a', 'a'],
    ['', '""'],
    ['a b', '"a b"'],
    [String.raw`C:\a b${'\\'}`, String.raw`"C:\a b\\"`],
    ['a"b', String.raw`"a\"b"`],
    [String.raw`a\"b`, String.raw`"a\\\"b"`],
  ])('the word %j is written %s', (word, written) => {
    expect(windowsWord(word)).toBe(written)
  })
})

describe('the line for cron', () => {
  it('sets the address of the session, and runs node with the script and the diary', () => {
    expect(
      cronLine({ ...plain, variables: [['DBUS_SESSION_BUS_ADDRESS', 'unix:path=/run/user/1000/bus']] }),
    ).toBe(
      '*/5 * * * * DBUS_SESSION_BUS_ADDRESS=unix:path=/run/user/1000/bus ' +
        '/usr/bin/node /opt/fu/bin/fu.js remind --quiet --diary /home/ada/diary.db',
    )
  })

  it.each(['\n', '\r', '\r\n'])('is refused where %j in a path would begin a line of its own', (end) => {
    const words: TimedCommand['words'] = [...plain.words, `/home/ada/a${end}* * * * * touch planted #`]
    expect(() => cronLine({ ...plain, words })).toThrow('has a line break, which cron cannot read')
    expect(() => cronLine({ ...plain, variables: [['TZ', `UTC${end}x`]] })).toThrow('has a line break')
  })

  it('gives the shell the same words when cron runs the line', () => {
    const line = cronLine({ words: ['printf', '%s|', ...withAwkward.words], variables: [] })
    const handed = line.replace(/^(\S+ ){5}/, '').replaceAll(String.raw`\%`, '%')
    expect(handed).not.toMatch(/(?<!\\)\n/)
    const { stdout } = spawnSync('/bin/sh', ['-c', handed], { encoding: 'utf8' })
    expect(stdout).toBe(withAwkward.words.map((word) => `${word}|`).join(''))
    expect(line.replaceAll(String.raw`\%`, '')).not.toContain('%')
  })
})

test('any text is ASCII in XML, with invalid characters replaced', () => {
  expect(xmlText('é & 👍 \u0000\ud800\ufffe\n')).toBe('&#233; &#38; &#128077; &#65533;&#65533;&#65533;&#10;')
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(xmlText(text)).toMatch(/^(?:[ !#-%'-;=?-~]|&#\d+;)*$/)
    }),
    runs(100),
  )
})
