import type { Editor } from './editor.ts'
import type { Keys } from './keys.ts'
import type { Prompts } from './prompts.ts'

/** Where a command prints and asks: a screen, or a pipe or file in its place. */
export type Terminal = {
  readonly width: number
  /** Whether stdout is a screen, not a pipe or a file. */
  readonly isScreen: boolean
  /** Prints the result on stdout, unchanged. */
  print(text: string): void
  /**
   * Prints a file for other programs, in pieces of whole lines. Between pieces it checks whether the reader is still
   * there. A pipe gets the text unchanged; on a screen, control characters are escaped.
   */
  printAll(pieces: Iterable<string>): Promise<void>
  /** Prints a sentence about a change, on stdout; silent with `--quiet` and `--json`. */
  say(sentence: string): void
  /** Prints a sentence about the output, or about something not done, on stderr. */
  note(sentence: string): void
  /** Prints a sentence about a written file, on stderr; silent with `--quiet`. */
  noteWrite(sentence: string): void
  /** Shows the progress of a long job on one line of the screen, which the next call replaces; `null` clears it. */
  progress(text: string | null): void
  /** `null` if nobody can be asked. */
  readonly prompts: Prompts | null
  /** `null` without an interactive terminal. */
  readonly keys: Keys | null
  /** `null` without an interactive terminal. */
  readonly editor: Editor | null
  /** Whether the screen supports hyperlinks. */
  readonly links: boolean
}

/** A stream for text. */
export type Sink = { write(text: string): unknown }

/** The parts of a terminal. */
export type Screen = {
  readonly stdout: Sink
  readonly stderr: Sink
  readonly width: number
  readonly isScreen: boolean
  /** Whether `--quiet` is given. */
  readonly quiet: boolean
  /** Whether data is printed as JSON, which includes the changes. */
  readonly json: boolean
  /** Whether stderr is a screen whose lines can be overwritten. */
  readonly showsProgress: () => boolean
  /** Called only when there is a question. */
  readonly prompts: () => Prompts | null
  readonly keys: () => Keys | null
  readonly editor: () => Editor | null
  readonly links: boolean
  /** Escapes control characters in text from outside. */
  readonly visible: (text: string) => string
  /** Escapes a sentence, which may contain text from outside, and wraps it on a screen. */
  readonly sentence: { readonly out: (text: string) => string; readonly err: (text: string) => string }
}

/** A terminal on two streams. */
export function terminalOn({
  stdout,
  stderr,
  width,
  isScreen,
  quiet,
  json,
  showsProgress,
  prompts,
  keys,
  editor,
  links,
  visible,
  sentence,
}: Screen): Terminal {
  const note = (text: string): void => {
    stderr.write(`${sentence.err(text)}\n`)
  }
  return {
    width,
    isScreen,
    get prompts() {
      return prompts()
    },
    get keys() {
      return keys()
    },
    get editor() {
      return editor()
    },
    links,
    print: (text) => {
      stdout.write(text)
    },
    printAll: async (pieces) => {
      for (const piece of pieces) {
        stdout.write(isScreen ? piece.split(/\r?\n/).map(visible).join('\n') : piece)
        await new Promise((resolve) => setImmediate(resolve))
      }
    },
    say: (text) => {
      if (!quiet && !json) stdout.write(`${sentence.out(text)}\n`)
    },
    progress: (text) => {
      if (showsProgress()) stderr.write(`\r\x1b[K${text ?? ''}`)
    },
    note,
    noteWrite: (text) => {
      if (!quiet) note(text)
    },
  }
}
