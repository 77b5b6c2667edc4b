/** One candidate for the word being typed. */
export type Completion = {
  /** The whole word, without shell quotes. */
  readonly word: string
  /** A description, to choose by. */
  readonly about: string
}

export type Completions = {
  readonly items: readonly Completion[]
  /** Whether file names are candidates too. */
  readonly files: boolean
  /**
   * Whether the shell must keep the typed text until a candidate is chosen: the common prefix of the candidates is
   * useless if the list is incomplete, or if they do not begin with the typed text.
   */
  readonly keep: boolean
}

export const noCompletions: Completions = { items: [], files: false, keep: false }

/** A bash command line being typed, split into words without running any of it. */
export type ShellLine = {
  /** The words before the last, unquoted. */
  readonly words: readonly string[]
  /** The last word, unquoted and as typed. */
  readonly current: string
  readonly raw: string
  /** The open quote of the last word. */
  readonly quote: '' | "'" | '"'
}
