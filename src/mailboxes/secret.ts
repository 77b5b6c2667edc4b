import { failed } from '../domain/errors.ts'
import type { Secret } from '../domain/mail-source.ts'

/** The longest output that is read from a command; an OAuth token has a few thousand characters. */
const longest = 65_536

/**
 * The secret to sign in with: the first line that the user's command prints. As in Git, the command runs in a shell
 * that keeps no history, and may ask on the terminal. Neither its output nor the command is ever shown.
 *
 * @throws FuError `failed` if it cannot be run, ends with a status other than 0, or prints nothing
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

/** Imports what it needs only when a command is run. */
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
