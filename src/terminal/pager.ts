import type { Sink } from './terminal.ts'

/** Shows a long text a screen at a time; gives whether it did, since the program for it may not be there. */
export type Pager = {
  /** Whether a text is longer than the screen. */
  readonly isLong: (text: string) => boolean
  readonly show: (text: string) => Promise<boolean>
}

type Env = Readonly<Record<string, string | undefined>>

/** How big a screen is; 0 where it does not say. */
export type Size = { readonly rows: number; readonly columns: number }

/** What a pager is started as: a program with its words, or a line of the shell. */
type Start = { readonly line: string } | { readonly program: string; readonly words: readonly string[] }

/**
 * The pager of a screen: what `PAGER` says, or else `less`. `null` if there is none: `PAGER` is empty or `cat`, or
 * the screen cannot move or does not know its size.
 */
export function pagerFor(env: Env, size: Size): Pager | null {
  const named = env['PAGER']?.trim()
  if (named === '' || named === 'cat' || env['TERM'] === 'dumb' || size.rows <= 0) return null
  return {
    isLong: (text) => rowsOf(text, size.columns) >= size.rows,
    show: (text) =>
      shown(named === undefined ? { program: 'less', words: ['-FRX'] } : { line: named }, text, env),
  }
}

/** Rows of the screen that a text takes, lines wider than it wrapped; what colours it takes none. */
function rowsOf(text: string, columns: number): number {
  const lines = text
    .replace(/\p{Cc}\[[\d;]*m/gu, '')
    .replace(/\n$/, '')
    .split('\n')
  return lines.reduce(
    (sum, { length }) => sum + Math.max(1, columns > 0 ? Math.ceil(length / columns) : 1),
    0,
  )
}

/** The statuses of a shell for a program that does not exist or cannot be executed. */
const notStarted = new Set([126, 127])

async function shown(start: Start, text: string, env: Env): Promise<boolean> {
  const { spawn } = await import('node:child_process')
  // Ctrl-C is the pager's: it goes back to its prompt, and the program must not leave it alone at the screen.
  const ignore = (): void => undefined
  process.on('SIGINT', ignore)
  try {
    return await new Promise((resolve) => {
      const options = { stdio: ['pipe', 'inherit', 'inherit'] as ['pipe', 'inherit', 'inherit'] }
      // less takes the encoding from the locale, which may not be installed; the text is always UTF-8.
      const utf8 = { ...env, LESSCHARSET: env['LESSCHARSET'] ?? 'utf-8' }
      // Colour for a pager that is `less` by another name, as long as its user did not set it up.
      const more = { ...utf8, LESS: env['LESS'] ?? 'FRX', LV: env['LV'] ?? '-c' }
      const pager =
        'line' in start
          ? spawn(start.line, { ...options, env: more, shell: true })
          : spawn(start.program, start.words, { ...options, env: utf8 })
      pager.on('error', () => resolve(false))
      pager.on('close', (status) => resolve(!notStarted.has(status ?? 0)))
      // Who has read enough closes the pipe.
      pager.stdin.on('error', ignore)
      pager.stdin.end(text)
    })
  } finally {
    process.off('SIGINT', ignore)
  }
}

/** Two streams that buffer their output, in order, until its length is known. */
export type PagerBuffer = {
  readonly stdout: Sink
  readonly stderr: Sink
  /** The same way to ask somebody something, who first sees what was kept. */
  readonly asking: <Way extends object>(way: Way | null) => Way | null
  /** Writes the buffered output, or shows it in the pager if it is long. */
  readonly finish: () => Promise<void>
}

/** Holds back what a command writes on a screen; without a pager, nothing. */
export function bufferForPager(stdout: Sink, stderr: Sink, pager: Pager | null): PagerBuffer {
  if (pager === null) {
    return { stdout, stderr, asking: (way) => way, finish: () => Promise.resolve() }
  }
  let kept: { readonly to: Sink; readonly text: string }[] = []
  // Who is asked sees what is written at once, from the first question on: a page would hide the next one.
  let isAsked = false
  const release = (): void => {
    for (const { to, text } of kept) to.write(text)
    kept = []
  }
  return {
    stdout: { write: (text) => (isAsked ? stdout.write(text) : kept.push({ to: stdout, text })) },
    stderr: { write: (text) => (kept.length === 0 ? stderr.write(text) : kept.push({ to: stderr, text })) },
    asking: (way) =>
      way &&
      new Proxy(way, {
        get: (asked, name) => {
          isAsked = true
          release()
          return Reflect.get(asked, name)
        },
      }),
    finish: async () => {
      const text = kept.map((part) => (part.to === stdout ? part.text : '')).join('')
      if (pager.isLong(text) && (await pager.show(text))) kept = kept.filter(({ to }) => to !== stdout)
      release()
    },
  }
}
