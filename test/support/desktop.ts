import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { onTestFinished } from 'vitest'
import { aFolder } from './diaries.ts'

/** A desktop that shows notices: where its messages go, and the notices that it shows. */
export type Desktop = {
  readonly env: Readonly<Record<string, string>>
  /** The notices that were shown so far, oldest first; they are taken off the screen. */
  readonly notices: () => readonly {
    readonly app: string
    readonly title: string
    readonly body: string
  }[]
  /** Takes a picture of the screen, as soon as a notice is drawn on it. */
  readonly picture: (file: string) => Promise<void>
}

type Data = { readonly data: string }

/** A screen of its own (Xvfb) with a bus (dbus-daemon) and what shows notices (dunst), all ended with the test. */
export async function aDesktop(): Promise<Desktop> {
  const folder = aFolder()
  const display = await firstLine(
    started('Xvfb', ['-displayfd', '3', '-screen', '0', '640x480x24'], {}, 3),
    3,
  )
  const screen = { DISPLAY: `:${display}`, HOME: folder, XDG_RUNTIME_DIR: folder }
  const bus = started('dbus-daemon', ['--session', '--print-address=3', '--nofork', '--nosyslog'], screen, 3)
  const env = { ...screen, DBUS_SESSION_BUS_ADDRESS: await firstLine(bus, 3) }
  const configuration = path.join(folder, 'dunstrc')
  fs.writeFileSync(configuration, '[global]\n  width = (0, 600)\n  markup = full\n')
  started('dunst', ['-conf', configuration], env, null)
  await until(() => spawnSync('dunstctl', ['count'], { env: { ...process.env, ...env } }).status === 0)
  const dunstctl = (...words: readonly string[]): string =>
    spawnSync('dunstctl', words, { env: { ...process.env, ...env }, encoding: 'utf8' }).stdout
  return {
    env,
    notices: () => {
      dunstctl('close-all')
      const { data } = JSON.parse(dunstctl('history')) as {
        data: [Record<'appname' | 'summary' | 'body', Data>[]]
      }
      return data[0]
        .map(({ appname, summary, body }) => ({ app: appname.data, title: summary.data, body: body.data }))
        .toReversed()
    },
    picture: (file) =>
      until(() => {
        spawnSync('import', ['-window', 'root', file], { env: { ...process.env, ...env } })
        return fs.existsSync(file) && fs.statSync(file).size > blankSize
      }),
  }
}

/** The picture of a black screen has no more bytes than this. */
export const blankSize = 1500

/** A program that runs until the test is over; `pipe` is a descriptor that it writes into. */
function started(
  program: string,
  words: readonly string[],
  env: Readonly<Record<string, string>>,
  pipe: 3 | null,
): ChildProcess {
  const child = spawn(program, words, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'ignore', pipe === null ? 'ignore' : 'pipe'],
  })
  onTestFinished(
    () =>
      new Promise((resolve) => {
        if (child.exitCode !== null) resolve()
        child.once('exit', () => resolve())
        child.kill('SIGKILL')
      }),
  )
  return child
}

/** The first line that a program writes into a pipe. */
function firstLine(child: ChildProcess, descriptor: 3): Promise<string> {
  const pipe = child.stdio[descriptor]
  return new Promise((resolve, reject) => {
    let text = ''
    child.once('error', reject)
    child.once('exit', () => reject(new Error(`${child.spawnfile} ended`)))
    pipe?.on('data', (data: Buffer) => {
      text += data.toString('utf8')
      if (text.includes('\n')) resolve(text.split('\n')[0] ?? '')
    })
  })
}

/** Waits until something holds; the programs of a busy machine take their time. */
async function until(holds: () => boolean): Promise<void> {
  for (let tries = 0; tries < 600 && !holds(); tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
