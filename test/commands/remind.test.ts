import path from 'node:path'
import { describe, expect, it, test } from 'vitest'
import type { Ending, ProgramLine, RunProgram } from '../../src/terminal/programs.ts'
import { dump } from '../support/diaries.ts'
import { aProgram, type Program, type Situation } from '../support/program.ts'
import { session } from '../support/session.ts'

const gary =
  'add "Gary Lee" -c "Lee Mortgages" -p "+61 412 555 019" --promise "send the quote" --due "today 10:30"'
const morning: Situation = { now: '2026-11-25 08:00' }

/** What the desktop was told, one notice a line. */
function told({ ran }: Program): string[] {
  return ran.flatMap(([program, ...words]) =>
    program === 'notify-send' ? [words.slice(3).join(' | ').replaceAll('\n', ' / ')] : [],
  )
}

/** Runs command lines, each at its time. */
async function runAll(program: Program, lines: readonly string[]): Promise<void> {
  for (const line of lines) {
    if (line.startsWith('@ ')) program.setClock(line.slice(2))
    else {
      const { status, stderr } = await program.fu(line)
      if (status !== 0) throw new Error(`${line}: ${stderr}`)
    }
  }
}

/** Where it is kept what was told. */
const memory = path.resolve('diary.db.reminders.json')

describe('fu remind (R63)', () => {
  it('shows a promise that has come up once, and reports it', async () => {
    const uid = '3f0c'
    const shown = await session(
      [
        gary,
        'remind',
        '@ 2026-11-25 10:31',
        'remind --dry-run',
        'remind --dry-run --json',
        'remind',
        'remind',
        'remind --json',
        'remind --dry-run',
      ],
      morning,
    )
    expect(shown.replace(/"uid": "[^"]+"/, `"uid": "${uid}"`)).toBe(`
$ fu ${gary}
Added Gary Lee, Lee Mortgages (@1). Promised Gary Lee: send the quote, Wed 25 Nov 10:30. (fu undo)
$ fu remind
Nothing new has come up.
@ 2026-11-25 10:31
$ fu remind --dry-run
10:30 Gary Lee, Lee Mortgages
  send the quote
  +61 412 555 019 · fu done 1
$ fu remind --dry-run --json
{
  "version": 1,
  "command": "remind",
  "dryRun": true,
  "notices": [
    {
      "kind": "one",
      "title": "10:30 Gary Lee, Lee Mortgages",
      "body": "send the quote\\n+61 412 555 019 · fu done 1",
      "promises": [
        {
          "id": 1,
          "uid": "${uid}",
          "contact": {
            "id": 1,
            "name": "Gary Lee",
            "company": "Lee Mortgages"
          },
          "what": "send the quote",
          "due": {
            "day": "2026-11-25",
            "time": "10:30"
          }
        }
      ]
    }
  ]
}
$ fu remind
Shown: 10:30 Gary Lee, Lee Mortgages: send the quote.
$ fu remind
Nothing new has come up.
$ fu remind --json
{
  "version": 1,
  "command": "remind",
  "dryRun": false,
  "notices": []
}
$ fu remind --dry-run
Nothing new has come up.
`)
  })

  it('prints nothing with --quiet, and writes nothing to the diary', async () => {
    const program = aProgram(morning)
    await runAll(program, [gary, '@ 2026-11-25 10:31'])
    const before = dump(program.db)
    expect(await program.fu('remind -q')).toEqual({ status: 0, stdout: '', stderr: '' })
    expect(told(program)).toHaveLength(1)
    expect(dump(program.db)).toEqual(before)
    expect((await program.fu('history')).stdout).not.toContain('remind')
  })

  test.each([
    ['was kept', ['done 1 --no-next'], []],
    ['was dropped', ['drop 1 --why "sold" --no-next'], []],
    ['was snoozed', ['snooze 1 fri'], ['1 for today | Gary Lee: send the quote']],
    ['is with somebody who wants no contact', ['edit gary --do-not-contact'], []],
  ])('shows nothing at the time of a promise that %s', async (_why, lines, later) => {
    const program = aProgram(morning)
    await runAll(program, [gary, ...lines, '@ 2026-11-25 10:31', 'remind', '@ 2026-11-27 09:30', 'remind'])
    expect(told(program)).toEqual(later)
  })

  it('shows nothing about somebody who wants no contact, even if another program left a promise open (R58)', async () => {
    const program = aProgram(morning)
    await runAll(program, [gary, 'promise gary "call" --due today'])
    program.db.exec(`UPDATE contacts SET do_not_contact = '"all"'`)
    await runAll(program, ['@ 2026-11-25 10:31', 'remind'])
    expect(told(program)).toEqual([])
  })

  it('shows a promise again after it was moved or tried', async () => {
    const program = aProgram(morning)
    await runAll(program, [
      gary,
      '@ 2026-11-25 10:31',
      'remind',
      'move 1 "today 11:00"',
      '@ 2026-11-25 10:40',
      'remind',
      '@ 2026-11-25 11:01',
      'remind',
      'tried 1 --busy',
      'wait gary "his answer" --due "today 15:00"',
      '@ 2026-11-25 15:00',
      'remind',
    ])
    expect(told(program)[0]).toMatch(/^10:30 Gary Lee/)
    expect(told(program)[1]).toMatch(/^11:00 Gary Lee/)
    expect(told(program).slice(2).join()).toContain('waiting for his answer')
  })

  it('shows the promises of a day when the working day of the settings opens', async () => {
    const program = aProgram(morning)
    await runAll(program, [
      'config hours 7-12',
      'config days mon-sat',
      'config holidays 2026-11-27',
      'add Ada --promise call --due fri',
      'add Bo --promise write --due sat',
      ...['2026-11-27 09:00', '2026-11-28 06:55', '2026-11-28 07:00', '2026-11-28 07:05'].flatMap((at) => [
        `@ ${at}`,
        'remind',
      ]),
    ])
    expect(told(program)).toEqual(['2 for today | Ada: call / Bo: write'])
  })

  it('shows 200 promises at once in one notice', async () => {
    const program = aProgram(morning)
    for (let index = 0; index < 200; index += 1) {
      const name = `Q${'abcdefghij'[index % 10]}${'klmnopqrstuvwxyzabcd'[Math.floor(index / 10)]}`
      await runAll(program, [`add ${name} --promise call --due "today 10:30"`])
    }
    await runAll(program, ['@ 2026-11-25 10:30', 'remind', 'remind'])
    expect(told(program)).toHaveLength(1)
    expect(told(program)[0]).toMatch(
      /^200 came up \| 10:30 Qak: call \/ 10:30 Qbk: call \/ .* \/ and 195 more: fu$/,
    )
  })

  it('creates no file for a diary that does not exist', async () => {
    const program = aProgram({ ...morning, home: '/nonexistent' })
    expect(await program.fu('remind')).toEqual({
      status: 0,
      stdout: 'Nothing new has come up.\n',
      stderr: '',
    })
    expect([...program.files]).toEqual([])
  })

  it('replaces a damaged record, and reports it', async () => {
    const program = aProgram({ ...morning, files: { [memory]: '{"version":1,"since":' } })
    await runAll(program, [gary, '@ 2026-11-25 10:31'])
    const { status, stderr } = await program.fu('remind')
    expect(status).toBe(0)
    expect(stderr).toContain(`${memory} was damaged and is replaced`)
    expect(told(program)).toHaveLength(1)
    await program.fu('remind')
    expect(told(program)).toHaveLength(1)
  })

  it('forgets what was told of promises that are closed', async () => {
    const program = aProgram(morning)
    await runAll(program, [
      gary,
      '@ 2026-11-25 10:31',
      'remind',
      'done 1 --next call --due "28 nov 10:00"',
      '@ 2026-11-30 10:00',
      'remind',
    ])
    expect(program.files.get(memory)?.match(/"uid"/g)).toHaveLength(1)
  })

  it('shows nothing again after an undo of a promise that was told', async () => {
    const program = aProgram(morning)
    await runAll(program, [
      gary,
      '@ 2026-11-25 10:31',
      'remind',
      'done 1 --no-next',
      'remind',
      'undo',
      'remind',
    ])
    expect(told(program)).toHaveLength(1)
  })
})

describe('a desktop that shows nothing', () => {
  const failing = (answers: (() => Ending)[], ran: ProgramLine[]): RunProgram => {
    return async (line) => {
      ran.push(line)
      return answers.shift()?.() ?? { kind: 'ended', status: 0, said: '' }
    }
  }
  const noBus = (): Ending => ({ kind: 'ended', status: 1, said: 'Cannot autolaunch D-Bus' })
  const shown = (): Ending => ({ kind: 'ended', status: 0, said: '' })

  it('is an error, and the rest is shown at the next look', async () => {
    const ran: ProgramLine[] = []
    const program = aProgram({ ...morning, world: { run: failing([shown, noBus], ran) } })
    await runAll(program, [
      gary,
      'promise gary "call back" --due "today 10:31"',
      'promise gary "read his letter" --due "today 10:32"',
      '@ 2026-11-25 10:33',
    ])
    expect(await program.fu('remind')).toEqual({
      status: 1,
      stdout: 'Shown: 10:30 Gary Lee, Lee Mortgages: send the quote.\n',
      stderr:
        'No notice was shown: notify-send says "Cannot autolaunch D-Bus".\n' +
        'The next look in your desktop session shows it.\n',
    })
    await program.fu('remind')
    await program.fu('remind')
    expect(ran.map((line) => line[4]?.slice(0, 5))).toEqual(['10:30', '10:31', '10:31', '10:32'])
  })

  it('on the first day does not lose the promises of that day', async () => {
    const ran: ProgramLine[] = []
    const program = aProgram({ ...morning, world: { run: failing([noBus], ran) } })
    await runAll(program, [gary, '@ 2026-11-25 10:31'])
    expect((await program.fu('remind')).status).toBe(1)
    program.setClock('2026-11-27 08:00')
    expect((await program.fu('remind')).stdout).toBe(
      'Shown: Wed 25 Nov 10:30 Gary Lee, Lee Mortgages: send the quote.\n',
    )
  })

  it('is JSON too with --json', async () => {
    const program = aProgram({ ...morning, world: { run: failing([noBus], []) } })
    await runAll(program, [gary, '@ 2026-11-25 10:31'])
    const { status, stdout, stderr } = await program.fu('remind --json')
    expect(status).toBe(1)
    expect(JSON.parse(stdout)).toMatchObject({ notices: [] })
    expect(JSON.parse(stderr)).toMatchObject({ error: { kind: 'failed' } })
  })
})

describe('fu remind --install', () => {
  const home: Situation = {
    home: '/home/ada',
    env: { LANG: 'de_DE.UTF-8', FU_DIARY: '/home/ada/my diary.db' },
  }
  const units = '/home/ada/.config/systemd/user'

  it('writes and starts a timer for this diary, and removes it again', async () => {
    expect(await session(['remind --install', 'remind --uninstall', 'remind --uninstall'], home)).toBe(`
$ fu remind --install
Wrote ${units}/fu-remind.service and ${units}/fu-remind.timer.
Started with: systemctl --user enable --now fu-remind.timer. fu now looks every five minutes; "fu remind --uninstall" stops it.
$ fu remind --uninstall
Stopped the timer and removed ${units}/fu-remind.service and ${units}/fu-remind.timer.
$ fu remind --uninstall
No timer was installed. Remove a line for cron with "crontab -e".
`)
    const program = aProgram(home)
    await program.fu('remind --install')
    expect(program.files.get(`${units}/fu-remind.service`)).toContain(
      'Environment="LANG=de_DE.UTF-8"\nExecStart="/usr/bin/node" "/opt/fu/bin/fu.js" "remind" "--quiet" "--diary" "/home/ada/my diary.db"\n',
    )
    await program.fu('remind --uninstall')
    expect(program.ran.map((line) => line.join(' '))).toEqual([
      'systemctl --version',
      'systemctl --user daemon-reload',
      'systemctl --user enable --now fu-remind.timer',
      'systemctl --user disable --now fu-remind.timer',
      'systemctl --user daemon-reload',
    ])
    expect([...program.files]).toEqual([])
  })

  it('of another diary replaces the timer', async () => {
    const program = aProgram(home)
    await program.fu('remind --install')
    await program.fu('remind --install --diary /home/ada/work.db')
    expect(program.files.get(`${units}/fu-remind.service`)).toContain('"--diary" "/home/ada/work.db"')
    expect(program.files.size).toBe(2)
  })

  it('prints how to start the timer if it cannot be started', async () => {
    const run: RunProgram = async (line) =>
      line.includes('enable')
        ? { kind: 'ended', status: 1, said: 'Failed to connect to bus: No medium found' }
        : { kind: 'ended', status: 0, said: '' }
    expect(await aProgram({ ...home, world: { run } }).fu('remind --install')).toEqual({
      status: 0,
      stdout: `Wrote ${units}/fu-remind.service and ${units}/fu-remind.timer.\n`,
      stderr:
        'It was not started: systemctl says "Failed to connect to bus: No medium found". ' +
        'In your desktop session, start it with: systemctl --user enable --now fu-remind.timer\n',
    })
  })

  it('prints a line for cron without systemd', async () => {
    const run: RunProgram = async () => ({ kind: 'missing' })
    const program = aProgram({ ...home, world: { run } })
    expect(await program.fu('remind --install')).toEqual({
      status: 0,
      stdout:
        '*/5 * * * * LANG=de_DE.UTF-8 DBUS_SESSION_BUS_ADDRESS=unix:path=/run/user/1000/bus ' +
        "/usr/bin/node /opt/fu/bin/fu.js remind --quiet --diary '/home/ada/my diary.db'\n",
      stderr: 'There is no systemd here. Add this line with "crontab -e":\n',
    })
    expect([...program.files]).toEqual([])
  })

  it('prints the files that it wrote as JSON', async () => {
    const { stdout } = await aProgram(home).fu('remind --install --json')
    expect(JSON.parse(stdout)).toEqual({
      version: 1,
      command: 'remind',
      files: [`${units}/fu-remind.service`, `${units}/fu-remind.timer`],
      start: 'systemctl --user enable --now fu-remind.timer',
      started: true,
      cron: null,
    })
  })

  it('writes an agent on macOS, and a task on Windows', async () => {
    const mac = aProgram({ ...home, world: { platform: 'darwin' } })
    await mac.fu('remind --install')
    expect([...mac.files.keys()]).toEqual(['/home/ada/Library/LaunchAgents/fu.remind.plist'])
    expect(mac.ran.map((line) => line.join(' '))).toEqual([
      'launchctl bootout gui/1000/fu.remind',
      'launchctl bootstrap gui/1000 /home/ada/Library/LaunchAgents/fu.remind.plist',
    ])
    await mac.fu('remind --uninstall')
    expect(mac.ran.at(-1)).toEqual(['launchctl', 'bootout', 'gui/1000/fu.remind'])

    const windows = aProgram({ ...home, world: { platform: 'win32', user: null } })
    await windows.fu('remind --install')
    const [file = ''] = windows.files.keys()
    expect(file).toBe(String.raw`/home/ada\AppData\Local\fu\fu-remind.xml`)
    expect(windows.ran).toEqual([['schtasks', '/Create', '/F', '/TN', 'fu remind', '/XML', file]])
    await windows.fu('remind --uninstall')
    expect(windows.ran.at(-1)).toEqual(['schtasks', '/Delete', '/F', '/TN', 'fu remind'])
  })

  it('needs a home folder', async () => {
    const { status, stderr } = await aProgram().fu('remind --install')
    expect(status).toBe(1)
    expect(stderr).toBe(
      'There is no home folder to keep a timer in.\nSet HOME, or run "fu remind" by a timer of your own.\n',
    )
  })

  it.each(['--install --uninstall', '--install --dry-run', '--uninstall --dry-run'])(
    'refuses contradicting options: %s',
    async (options) => {
      expect((await aProgram(home).fu(`remind ${options}`)).status).toBe(2)
    },
  )
})
