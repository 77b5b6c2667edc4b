/** A program and its arguments. It runs without a shell, so that arguments are never interpreted. */
export type ProgramLine = readonly [program: string, ...args: string[]]

/** How a program ended: with a status and its text on stderr, because it is missing, or because it took too long. */
export type Ending =
  | { readonly kind: 'ended'; readonly status: number; readonly said: string }
  | { readonly kind: 'missing' }
  | { readonly kind: 'late' }

type Env = Readonly<Record<string, string | undefined>>

/** Runs a program to its end, for at most ten seconds; `more` is added to its environment. */
export type RunProgram = (line: ProgramLine, more?: Env) => Promise<Ending>

/** How long a program may take, in milliseconds. */
const patience = 10_000

/** The most characters of stderr that are kept: they are shown in one sentence. */
const mostSaid = 2_000

/** Runs programs in an environment. */
export function programsIn(env: Env): RunProgram {
  return async ([program, ...args], more = {}) => {
    // Imported only to run a program: every other command starts faster without it.
    const { spawn } = await import('node:child_process')
    return new Promise((resolve) => {
      const child = spawn(program, args, {
        stdio: ['ignore', 'ignore', 'pipe'],
        env: { ...env, ...more },
        windowsHide: true,
      })
      let said = ''
      child.stderr.setEncoding('utf8').on('data', (text: string) => {
        said = `${said}${text}`.slice(0, mostSaid)
      })
      const timer = setTimeout(() => {
        child.kill('SIGKILL')
        resolve({ kind: 'late' })
      }, patience)
      child.on('error', () => {
        clearTimeout(timer)
        resolve({ kind: 'missing' })
      })
      child.on('close', (status) => {
        clearTimeout(timer)
        resolve({ kind: 'ended', status: status ?? 1, said: said.trim() })
      })
    })
  }
}

/** Why a program failed, as the end of a sentence. */
export function failureOf([program]: ProgramLine, ending: Ending): string {
  const name = program.replace(/^.*[\\/]/, '')
  if (ending.kind === 'missing') return `there is no ${name} here`
  if (ending.kind === 'late') return `${name} did not answer`
  // The error comes last: systemctl first reports what it did.
  const said = ending.said.split('\n').at(-1) ?? ''
  return said === '' ? `${name} ended with status ${ending.status}` : `${name} says "${said}"`
}

/** Whether a program ended with status 0. */
export function succeeded(ending: Ending): boolean {
  return ending.kind === 'ended' && ending.status === 0
}
