import { failed } from '../domain/errors.ts'
import type { Openable } from '../domain/openable.ts'

/**
 * Opens an address in the user's default program for its scheme.
 *
 * @throws FuError `failed` if no program can open it
 */
export type Opener = (address: Openable) => Promise<void>

type Env = Readonly<Record<string, string | undefined>>

/**
 * In milliseconds: how long the launcher has to report a failure. Some launchers run as long as the program they
 * opened.
 */
const patience = 2000

/**
 * The opener of a platform. The address is passed as one argument, without a shell, and cannot be taken for an option.
 */
export function openerOn(platform: string, env: Env): Opener {
  return async (address) => {
    const programs = programsOf(platform, env)
    for (const program of programs) {
      const ending = await run(program, address, env)
      if (ending === 'opened') return
      if (ending === 'refused') throw nothingFor(program[0], address)
    }
    const [missing = ''] = programs.map(([name]) => name)
    throw failed(
      `${address} cannot be opened: ${missing} is not installed.`,
      platform === 'linux' ? 'Install it: the package is called xdg-utils.' : 'Open the address yourself.',
    )
  }
}

function nothingFor(program: string, address: string): Error {
  const scheme = address.slice(0, address.indexOf(':'))
  return failed(
    `${address} cannot be opened: ${program} knows no program for ${scheme} addresses.`,
    `Choose a default application for ${scheme} links.`,
  )
}

type Program = readonly [name: string, ...args: string[]]

function programsOf(platform: string, env: Env): readonly Program[] {
  if (platform === 'darwin') return [['/usr/bin/open']]
  if (platform === 'win32') {
    // A full path, so that a program with this name in the working folder is not run.
    const folder = env['SystemRoot'] ?? String.raw`C:\Windows`
    return [[`${folder}\\System32\\rundll32.exe`, 'url.dll,FileProtocolHandler']]
  }
  return [['xdg-open'], ['gio', 'open'], ['wslview']]
}

/** Runs a program without a shell, in its own session, so that it survives the end of this one. */
async function run(
  [name, ...args]: Program,
  address: Openable,
  env: Env,
): Promise<'opened' | 'refused' | 'missing'> {
  // Loaded here so that other commands start faster.
  const { spawn } = await import('node:child_process')
  return new Promise((resolve) => {
    const child = spawn(name, [...args, address], {
      detached: true,
      stdio: 'ignore',
      env: { ...env },
      windowsHide: true,
    })
    const timer = setTimeout(() => resolve('opened'), patience)
    const end = (ending: 'opened' | 'refused' | 'missing'): void => {
      clearTimeout(timer)
      resolve(ending)
    }
    child.on('error', () => end('missing'))
    child.on('exit', (status) => end(status === 0 ? 'opened' : 'refused'))
    child.unref()
  })
}
