import type { Editor } from './editor.ts'
import type { Keys } from './keys.ts'
import type { Prompts } from './prompts.ts'

/** The screen, or a pipe or file instead of it: where a command prints and asks. */
export type Terminal = {
  /** Columns of a line. */
  readonly width: number
  /** Whether stdout is a screen, and no pipe or file. */
  readonly isScreen: boolean
  /** What was asked for, on stdout, as it stands. */
  print(text: string): void
  /**
   * A file for other programs, in pieces of whole lines; between two of them it is noticed that nobody reads on. A pipe
   * gets it as it is, a screen with what it would obey written out.
   */
  printAll(pieces: Iterable<string>): Promise<void>
  /** A sentence about what was written, on stdout; silent with `--quiet` and `--json`. */
  say(sentence: string): void
  /** A sentence about what was printed or left undone, on stderr. */
  note(sentence: string): void
  /** A sentence about a file that was written, on stderr; silent with `--quiet`. */
  noteWrite(sentence: string): void
  /** How far a long work is, on a line of the screen that the next one replaces; `null` clears it. */
  progress(text: string | null): void
  /** `null` if nobody is there to ask. */
  readonly prompts: Prompts | null
  /** `null` if nobody is there to press one. */
  readonly keys: Keys | null
  /** `null` if nobody is there to write. */
  readonly editor: Editor | null
  /** Whether the screen can make text lead somewhere. */
  readonly links: boolean
}

/** A stream that text goes to. */
export type Sink = { write(text: string): unknown }

/** What a terminal is made of. */
export type Screen = {
  readonly stdout: Sink
  readonly stderr: Sink
  readonly width: number
  readonly isScreen: boolean
  /** Whether `--quiet` is given. */
  readonly quiet: boolean
  /** Whether data is printed as JSON, which says what was written. */
  readonly json: boolean
  /** Whether stderr is a screen that can be written over. */
  readonly showsProgress: () => boolean
  /** Asked for when somebody is to be asked. */
  readonly prompts: () => Prompts | null
  readonly keys: () => Keys | null
  readonly editor: () => Editor | null
  readonly links: boolean
  /** Makes text from outside safe to show. */
  readonly visible: (text: string) => string
  /** Makes a sentence, which may hold text from outside, safe to show; on a screen, broken between words. */
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
