import { usage } from '../domain/errors.ts'
import type { Sink } from './terminal.ts'

/** An output stream and its screen properties. */
export type Stream = Sink & { readonly isTTY: boolean; readonly columns: number | null }

type Env = Readonly<Record<string, string | undefined>>

const widthInPipe = 80
const narrowest = 20
const widest = 1000

/**
 * The colour level: 0 for none, 1 for 16 colours, 2 for 256, 3 for all. The option comes first, then the environment,
 * then the stream.
 */
export function colorLevel(wanted: 'auto' | 'always' | 'never', env: Env, stream: Stream): 0 | 1 | 2 | 3 {
  if (wanted === 'never') return 0
  if (wanted === 'always') return supported(env) || 1
  if ((env['NO_COLOR'] ?? '') !== '') return 0
  const forced = env['FORCE_COLOR'] ?? ''
  if (forced !== '') return forced === '0' || forced === 'false' ? 0 : supported(env) || 1
  return stream.isTTY ? supported(env) : 0
}

/**
 * The columns of a line: the option, then `COLUMNS`, then the screen; 80 in a pipe and if the screen does not know.
 *
 * @throws FuError `usage` if the option is not a number in range
 */
export function widthFor(option: string | undefined, env: Env, stream: Stream): number {
  if (option !== undefined) {
    const width = Number(option)
    if (!Number.isInteger(width) || width < narrowest || width > widest) {
      throw usage(
        `--width cannot be "${option}".`,
        `It takes a number of columns from ${narrowest} to ${widest}.`,
      )
    }
    return width
  }
  const columns = Number(env['COLUMNS'])
  if (Number.isInteger(columns) && columns >= narrowest && columns <= widest) return columns
  // A screen that does not know its size reports 0.
  const screen = stream.isTTY ? (stream.columns ?? 0) : 0
  return screen === 0 ? widthInPipe : Math.max(screen, narrowest)
}

function supported(env: Env): 0 | 1 | 2 | 3 {
  const term = env['TERM'] ?? ''
  if (term === 'dumb') return 0
  if (/truecolor|24bit/.test(env['COLORTERM'] ?? '')) return 3
  return /256/.test(term) ? 2 : 1
}
