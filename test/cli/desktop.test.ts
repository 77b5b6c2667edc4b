import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { aBinary } from '../support/binary.ts'
import { aDesktop, blankSize } from '../support/desktop.ts'
import { isInstalled } from '../support/installed.ts'

/** Whether a program is on the path: not all of these have a `--version`. */
const onPath = (program: string): boolean =>
  isInstalled(program, () => spawnSync('sh', ['-c', `command -v ${program}`]).status === 0)
const hasDesktop = ['Xvfb', 'dbus-daemon', 'dunst', 'notify-send', 'import'].map(onPath).every(Boolean)

describe.runIf(hasDesktop)(
  'fu remind on a desktop (needs Xvfb, D-Bus, dunst, notify-send, ImageMagick)',
  () => {
    it('shows a promise that has come up, as it was written (R63)', async () => {
      const desktop = await aDesktop()
      const binary = aBinary({ ...desktop.env, LC_ALL: 'C', FU_NOW: '2026-11-25T08:00' })
      const what = String.raw`"offer" <b>1</b> & C:\new $(rm)`
      binary.fu([
        'add',
        '--phone',
        '0412 555 019',
        '--promise',
        what,
        '--due',
        'today 10:30',
        '--',
        'Ada Müller 王',
      ])
      expect(binary.fu(['remind'], { now: '2026-11-25T10:30' })).toMatchObject({ status: 0, stderr: '' })
      const picture = path.join(binary.folder, 'screen.png')
      await desktop.picture(picture)
      expect(desktop.notices()).toEqual([
        {
          app: 'fu',
          title: '10:30 Ada Müller 王',
          body: `${what.replace('<b>1</b> &', '&lt;b&gt;1&lt;/b&gt; &amp;')}\n0412 555 019 · fu done 1`,
        },
      ])
      const kept = process.env['FU_PICTURES']
      if (kept !== undefined) fs.copyFileSync(picture, path.join(kept, 'notice.png'))
      expect(fs.statSync(picture).size).toBeGreaterThan(blankSize)
      binary.fu(['remind'], { now: '2026-11-25T10:35' })
      expect(desktop.notices()).toHaveLength(1)
    })

    it('shows a notice at the next look if nobody could see it', async () => {
      const desktop = await aDesktop()
      const { DISPLAY: _, DBUS_SESSION_BUS_ADDRESS: __, ...nowhere } = desktop.env
      const binary = aBinary({ ...nowhere, FU_NOW: '2026-11-25T08:00' })
      binary.fu(['add', 'Gary Lee', '--promise', 'call', '--due', 'today 10:30'])
      const { status, stderr } = binary.fu(['remind'], { now: '2026-11-25T10:30' })
      expect(status).toBe(1)
      expect(stderr).toContain('No notice was shown: notify-send says "')
      binary.fu(['remind'], { now: '2026-11-25T10:35', env: desktop.env })
      expect(desktop.notices().map(({ title }) => title)).toEqual(['10:30 Gary Lee'])
    })
  },
)
