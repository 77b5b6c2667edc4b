import { failed } from '../domain/errors.ts'
import type { Secret } from '../domain/mail-source.ts'

/** The longest output of a command that is read; a token of OAuth has a few thousand characters. */
const longest = 65_536

/**
 * What the user signs in with: the first line that their command prints. It is run as Git runs such commands, by the
 * shell that stands in no history; it may ask on the terminal. Neither what it prints nor the command is ever repeated.
 *
 * @throws FuError `failed` if it cannot be run, ends with another status than 0, or prints nothing
 */
export async function secretFrom({ kind, command }: Secret): Promise<string> {
  const option = `--${kind}-command`
  const { status, output } = await run(command)
  if (status !== 0) {
    throw failed(
      `The command of ${option} ended with ${typeof status === 'number' ? `status ${status}` : status}.`,
      'Run it yourself to see what is wrong.',
    )
  }
  const [line = ''] = output.split(/\r?\n/)
  if (line === '') throw failed(`The command of ${option} printed nothing.`, `It must print the ${kind}.`)
  return line
}

/** Loaded with the first command that is run. */
async function run(command: string): Promise<{ status: number | string; output: string }> {
  const { spawn } = await import('node:child_process')
  return new Promise((resolve) => {
    const child = spawn(command, { shell: true, stdio: ['inherit', 'pipe', 'inherit'], windowsHide: true })
    let output = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      if (output.length < longest) output += text
    })
    child.on('error', ({ message }) => resolve({ status: `the error "${message}"`, output: '' }))
    child.on('close', (status, signal) => resolve({ status: status ?? `the signal ${signal}`, output }))
  })
}
