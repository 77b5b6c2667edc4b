import type { Prompts } from './prompts.ts'

/** The screen, or whatever stands in its place: where a command's words go, and where its questions are asked. */
export type Terminal = {
  /** Columns of a line. */
  readonly width: number
  /** What was asked for, on stdout, as it stands. */
  print(text: string): void
  /** A sentence about what was written, on stdout; silent with `--quiet`. */
  say(sentence: string): void
  /** A sentence about what was printed or left undone, on stderr. */
  note(sentence: string): void
  /** `null` where nobody is there to ask. */
  readonly prompts: Prompts | null
}

/** A stream that text goes to. */
export type Sink = { write(text: string): unknown }

/** What a terminal is made of. */
export type Screen = {
  readonly stdout: Sink
  readonly stderr: Sink
  readonly width: number
  readonly quiet: boolean
  readonly prompts: Prompts | null
  /** Makes text from outside safe to show. */
  readonly visible: (text: string) => string
}

/** A terminal on two streams. */
export function terminalOn({ stdout, stderr, width, quiet, prompts, visible }: Screen): Terminal {
  return {
    width,
    prompts,
    print: (text) => {
      stdout.write(text)
    },
    say: (sentence) => {
      if (!quiet) stdout.write(`${visible(sentence)}\n`)
    },
    note: (sentence) => {
      stderr.write(`${visible(sentence)}\n`)
    },
  }
}
