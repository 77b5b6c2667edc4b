import { spawn } from 'node:child_process'
import { stripVTControlCharacters } from 'node:util'
import { onTestFinished } from 'vitest'
import type { Binary } from './binary.ts'
import { isInstalled } from './installed.ts'

const lender = '/usr/bin/script'

/** Whether this machine can provide a screen: `script` of util-linux, which runs a command on its own terminal. */
export const hasScreens = process.platform === 'linux' && isInstalled(lender)

export const keys = { enter: '\r', down: '\u001b[B', ctrlC: '\u0003' } as const

/** A step at a screen: wait for a text, then press keys. */
export type Step = readonly [shown: string, press: string]

export type Seen = {
  readonly status: number | null
  /** All terminal output, including escapes. */
  readonly raw: string
  /** The same as plain text. */
  readonly text: string
}

/** Runs a command line of the shell at a screen that does not know its size, pressing keys as the steps say. */
export function atScreen(
  line: string,
  steps: readonly Step[],
  { folder, env }: Pick<Binary, 'folder' | 'env'>,
): Promise<Seen> {
  const terminal = spawn(lender, ['--quiet', '--return', '--command', line, '/dev/null'], {
    cwd: folder,
    env: { ...env, TERM: 'xterm', SHELL: '/bin/sh' },
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  onTestFinished(() => void terminal.kill())
  const left = [...steps]
  let raw = ''
  /** The start of the output that no step has consumed. */
  let seen = 0
  terminal.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    raw += chunk
    const [step] = left
    const text = stripVTControlCharacters(raw)
    if (step === undefined || !text.includes(step[0], seen)) return
    left.shift()
    seen = text.length
    terminal.stdin.write(step[1])
  })
  return new Promise((resolve, reject) => {
    terminal.on('error', reject)
    terminal.on('close', (status) => {
      resolve({ status, raw, text: stripVTControlCharacters(raw).replaceAll('\r\n', '\n') })
    })
  })
}
