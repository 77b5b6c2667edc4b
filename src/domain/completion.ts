/** One way to go on with a command line that is being typed. */
export type Completion = {
  /** The whole word, as a program would be handed it: without quotes. */
  readonly word: string
  /** What it stands for, for those who choose. */
  readonly about: string
}

/** The ways to go on with a command line. */
export type Completions = {
  readonly items: readonly Completion[]
  /** Whether names of files may stand here as well. */
  readonly files: boolean
  /**
   * Whether what was typed must stand until one is chosen: where more would fit than are listed, or they do not begin
   * as it does, what the listed ones have in common says nothing.
   */
  readonly keep: boolean
}

/** Nothing to go on with. */
export const noCompletions: Completions = { items: [], files: false, keep: false }

/** A command line of bash as it is being typed, taken apart without running anything of it. */
export type ShellLine = {
  /** The words before the last, without their quotes. */
  readonly words: readonly string[]
  /** The last word without its quotes, and as it stands. */
  readonly current: string
  readonly raw: string
  /** The quote that the last word has open. */
  readonly quote: '' | "'" | '"'
}
