import type { Sink } from './terminal.ts'

/** Shows a long text one screen at a time; returns `false` if the pager program could not be started. */
export type Pager = {
  /** Whether a text is longer than the screen. */
  readonly isLong: (text: string) => boolean
  readonly show: (text: string) => Promise<boolean>
}

type Env = Readonly<Record<string, string | undefined>>

/** The size of a screen; 0 if it is unknown. */
export type Size = { readonly rows: number; readonly columns: number }

/** How to start a pager: a program with its arguments, or a shell command line. */
type Start = { readonly line: string } | { readonly program: string; readonly words: readonly string[] }

/**
 * The pager for a screen: `PAGER`, or else `less`. `null` if `PAGER` is empty or `cat`, or if the screen cannot move
 * the cursor or does not know its size.
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

/** The rows that a text takes on the screen: wide lines wrap, and colour codes take no space. */
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

/** A shell's exit statuses for a program that does not exist or cannot be executed. */
const notStarted = new Set([126, 127])

async function shown(start: Start, text: string, env: Env): Promise<boolean> {
  const { spawn } = await import('node:child_process')
  // Ctrl-C belongs to the pager, which returns to its prompt; this program must not end before it.
  const ignore = (): void => undefined
  process.on('SIGINT', ignore)
  try {
    return await new Promise((resolve) => {
      const options = { stdio: ['pipe', 'inherit', 'inherit'] as ['pipe', 'inherit', 'inherit'] }
      // less takes the encoding from the locale, which may not be installed; the text is always UTF-8.
      const utf8 = { ...env, LESSCHARSET: env['LESSCHARSET'] ?? 'utf-8' }
      // Turns on colour in a pager that runs `less` under another name, unless the user has set `LESS`.
      const more = { ...utf8, LESS: env['LESS'] ?? 'FRX', LV: env['LV'] ?? '-c' }
      const pager =
        'line' in start
          ? spawn(start.line, { ...options, env: more, shell: true })
          : spawn(start.program, start.words, { ...options, env: utf8 })
      pager.on('error', () => resolve(false))
      pager.on('close', (status) => resolve(!notStarted.has(status ?? 0)))
      // The pipe closes when the user quits the pager.
      pager.stdin.on('error', ignore)
      pager.stdin.end(text)
    })
  } finally {
    process.off('SIGINT', ignore)
  }
}

/** Two streams that buffer their output in order until its length is known. */
export type PagerBuffer = {
  readonly stdout: Sink
  readonly stderr: Sink
  /** Wraps prompts or keys so that the buffered output is shown before the first question. */
  readonly asking: <Way extends object>(way: Way | null) => Way | null
  /** Writes the buffered output, or shows it in the pager if it is long. */
  readonly finish: () => Promise<void>
}

/** Buffers what a command writes to a screen; without a pager, nothing. */
export function bufferForPager(stdout: Sink, stderr: Sink, pager: Pager | null): PagerBuffer {
  if (pager === null) {
    return { stdout, stderr, asking: (way) => way, finish: () => Promise.resolve() }
  }
  let kept: { readonly to: Sink; readonly text: string }[] = []
  // From the first question on, output is written at once: a pager would hide the next question.
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
