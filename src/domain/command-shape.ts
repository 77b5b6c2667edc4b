/** A word that a command line takes, as its help names it: the `who` of `<who>`. */
export type Slot = {
  readonly name: string
  /** What it may be, where that is a fixed list; empty where it is free. */
  readonly choices: readonly string[]
}

/** A word that stands by its place. */
export type ArgumentShape = Slot & {
  readonly about: string
  readonly isRequired: boolean
  /** Whether it takes all the words that follow. */
  readonly isVariadic: boolean
}

/** An option, as its help names it. */
export type OptionShape = {
  /** As the help writes it: `-d, --due <when>`. */
  readonly flags: string
  readonly names: readonly string[]
  readonly about: string
  /** What it takes; `null` where it takes nothing. */
  readonly value: (Slot & { readonly isRequired: boolean }) | null
}

/** What a command line may hold: the tree that help, completion and manual are all drawn from. */
export type CommandShape = {
  readonly name: string
  /** The words behind the name, as the list of commands writes them. */
  readonly usage: string
  readonly summary: string
  readonly arguments: readonly ArgumentShape[]
  /** Its own options. */
  readonly options: readonly OptionShape[]
  /** Those that every command takes. */
  readonly globals: readonly OptionShape[]
  readonly details: string | null
  readonly examples: readonly string[]
}
