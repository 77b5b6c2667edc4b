import { spawn } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { aBinary, type Binary } from '../support/binary.ts'

const program = fileURLToPath(new URL('../../bin/fu.js', import.meta.url))
const at1031 = { now: '2026-11-25T10:31' }

/** A diary in which something comes up at 10:30, and a desktop whose notify-send does what `body` says. */
function aDesktop(body: string): Binary & { readonly told: () => string[] } {
  const binary = aBinary({ FU_NOW: '2026-11-25T08:00' })
  const log = path.join(binary.folder, 'told')
  const script = `#!/bin/sh\n{ printf '%s|' "$@" | tr '\\n' /; echo; } >> '${log}'\n${body}\n`
  fs.writeFileSync(path.join(binary.folder, '.bin/notify-send'), script, { mode: 0o755 })
  binary.fu(['add', 'Gary Lee', '--promise', 'send the quote', '--due', 'today 10:30'])
  return {
    ...binary,
    told: () => (fs.existsSync(log) ? fs.readFileSync(log, 'utf8').trimEnd().split('\n') : []),
  }
}

const notice = '-a|fu|--|10:30 Gary Lee|send the quote/fu done 1|'

test('a promise that has come up is told once, and recorded beside the diary, readable only by its owner (R63)', () => {
  const desktop = aDesktop('exit 0')
  const diary = fs.readFileSync(path.join(desktop.folder, 'd.db'))
  expect(desktop.fu(['remind'], at1031)).toEqual({
    status: 0,
    stdout: 'Shown: 10:30 Gary Lee: send the quote.\n',
    stderr: '',
  })
  expect(desktop.fu(['remind', '--quiet'], at1031)).toEqual({ status: 0, stdout: '', stderr: '' })
  expect(desktop.told()).toEqual([notice])
  expect(fs.statSync(path.join(desktop.folder, 'd.db.reminders.json')).mode & 0o777).toBe(0o600)
  expect(fs.readFileSync(path.join(desktop.folder, 'd.db')).equals(diary)).toBe(true)
  expect(fs.readdirSync(desktop.folder).toSorted()).toEqual([
    '.bin',
    'backups',
    'd.db',
    'd.db.reminders.json',
    'told',
  ])
})

test('a diary has one record of notices, whatever path names it', () => {
  const desktop = aDesktop('exit 0')
  fs.symlinkSync('d.db', path.join(desktop.folder, 'link.db'))
  desktop.fu(['remind'], at1031)
  desktop.fu(['remind', '--diary', 'link.db'], at1031)
  desktop.fu(['remind', '--diary', path.join(desktop.folder, 'd.db')], at1031)
  expect(desktop.told()).toEqual([notice])
})

/** Looks while the test goes on; gives the exit status. */
function lookBeside({ folder, env }: Binary): Promise<unknown> {
  return new Promise((resolve) => {
    spawn(process.execPath, [program, 'remind'], {
      cwd: folder,
      env: { ...env, FU_NOW: at1031.now },
      stdio: 'ignore',
    }).on('exit', resolve)
  })
}

test('four looks at once show a notice once', async () => {
  const desktop = aDesktop('exit 0')
  expect(await Promise.all([1, 2, 3, 4].map(() => lookBeside(desktop)))).toEqual([0, 0, 0, 0])
  expect(desktop.told()).toEqual([notice])
})

test('a look shows nothing while another one is showing notices', async () => {
  const desktop = aDesktop('while [ ! -e go ]; do sleep 0.01; done')
  const first = lookBeside(desktop)
  while (desktop.told().length === 0) await new Promise((resolve) => setImmediate(resolve))
  expect(desktop.fu(['remind', '-q'], at1031)).toEqual({ status: 0, stdout: '', stderr: '' })
  fs.writeFileSync(path.join(desktop.folder, 'go'), '')
  expect(await first).toBe(0)
  expect(desktop.fu(['remind', '-q'], at1031).status).toBe(0)
  expect(desktop.told()).toEqual([notice])
})

test('a notice that nobody could see is an error, and is shown at the next look', () => {
  const desktop = aDesktop('[ -e bus ] || { echo "Cannot autolaunch D-Bus without X11" >&2; exit 1; }')
  expect(desktop.fu(['remind', '-q'], at1031)).toEqual({
    status: 1,
    stdout: '',
    stderr:
      'No notice was shown: notify-send says "Cannot autolaunch D-Bus without X11".\n' +
      'The next look in your desktop session shows it.\n',
  })
  fs.writeFileSync(path.join(desktop.folder, 'bus'), '')
  expect(desktop.fu(['remind'], { now: '2026-11-25T10:36' }).status).toBe(0)
  expect(desktop.fu(['remind'], { now: '2026-11-25T10:41' }).status).toBe(0)
  expect(desktop.told()).toEqual([notice, notice])
})

test('a look that was killed does not block the next one', async () => {
  const desktop = aDesktop('[ -e again ] || { touch again; kill -9 $PPID; }')
  expect(desktop.fu(['remind'], at1031).status).toBeNull()
  expect(fs.existsSync(path.join(desktop.folder, 'd.db.reminders.json.lock'))).toBe(true)
  expect(desktop.fu(['remind'], at1031).status).toBe(0)
  expect(desktop.fu(['remind'], at1031).status).toBe(0)
  expect(desktop.told()).toEqual([notice, notice])
  expect(fs.existsSync(path.join(desktop.folder, 'd.db.reminders.json.lock'))).toBe(false)
})

test.each([
  '--help',
  '-t 0',
  '$(touch harm)',
  '`touch harm`',
  '; touch harm',
  '%s %n',
  '"quoted" & <b>bold</b>',
])('a contact named %s is harmless', (name) => {
  const desktop = aDesktop('exit 0')
  desktop.fu(['done', '1', '--no-next'])
  desktop.fu(['add', '--promise', name, '--due', 'today 10:30', '--', name])
  expect(desktop.fu(['remind'], at1031).status).toBe(0)
  expect(desktop.told()[0]).toMatch(/^-a\|fu\|--\|10:30 /)
  expect(desktop.told()[0]).toContain(`|10:30 ${name}|`)
  expect(fs.existsSync(path.join(desktop.folder, 'harm'))).toBe(false)
})

test('the installed command is this Node and this script, by their paths', () => {
  const desktop = aDesktop('exit 0')
  fs.writeFileSync(path.join(desktop.folder, '.bin/systemctl'), '#!/bin/sh\nexit 0\n', { mode: 0o755 })
  const env = { HOME: desktop.folder, LANG: 'en_GB.UTF-8' }
  expect(desktop.fu(['remind', '--install'], { env }).status).toBe(0)
  const unit = path.join(desktop.folder, '.config/systemd/user/fu-remind.service')
  const words = [process.execPath, program, 'remind', '--quiet', '--diary', path.join(desktop.folder, 'd.db')]
  expect(fs.readFileSync(unit, 'utf8')).toContain(
    `\nExecStart=${words.map((word) => `"${word}"`).join(' ')}\n`,
  )
  expect(desktop.fu(['remind', '--uninstall'], { env }).status).toBe(0)
  expect(fs.readdirSync(path.dirname(unit))).toEqual([])
})
