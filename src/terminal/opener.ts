import { failed } from '../domain/errors.ts'
import type { Openable } from '../domain/openable.ts'

/**
 * Opens an address in the program that the user has for its kind.
 *
 * @throws FuError `failed` if nothing here opens it
 */
export type Opener = (address: Openable) => Promise<void>

type Env = Readonly<Record<string, string | undefined>>

/** How long a program has to say that it opens nothing. Some stay as long as what they opened. */
const patience = 2000

/** The opener of a platform. An address goes to it as one argument, past every shell, and cannot be an option. */
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
      `${address} is not opened: there is no ${missing} here.`,
      platform === 'linux' ? 'Install it: the package is called xdg-utils.' : 'Open the address yourself.',
    )
  }
}

function nothingFor(program: string, address: string): Error {
  const scheme = address.slice(0, address.indexOf(':'))
  return failed(
    `${address} is not opened: ${program} knows no program for ${scheme} addresses.`,
    `Choose a default application for ${scheme} links.`,
  )
}

type Program = readonly [name: string, ...args: string[]]

function programsOf(platform: string, env: Env): readonly Program[] {
  if (platform === 'darwin') return [['/usr/bin/open']]
  if (platform === 'win32') {
    // By its path: a program of that name in the working folder is not it.
    const folder = env['SystemRoot'] ?? String.raw`C:\Windows`
    return [[`${folder}\\System32\\rundll32.exe`, 'url.dll,FileProtocolHandler']]
  }
  return [['xdg-open'], ['gio', 'open'], ['wslview']]
}

/** Runs a program without a shell, in a session of its own: it lives on when this one ends. */
async function run(
  [name, ...args]: Program,
  address: Openable,
  env: Env,
): Promise<'opened' | 'refused' | 'missing'> {
  // Loaded when something is opened: every other command starts faster without it.
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
