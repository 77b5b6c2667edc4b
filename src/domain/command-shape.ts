/** A placeholder in a command line, as the help names it: the `who` of `<who>`. */
export type Slot = {
  readonly name: string
  /** The allowed values; empty if any text is allowed. */
  readonly choices: readonly string[]
}

/** A positional argument. */
export type ArgumentShape = Slot & {
  readonly about: string
  readonly isRequired: boolean
  /** Whether it takes all the remaining words. */
  readonly isVariadic: boolean
}

export type OptionShape = {
  /** As the help writes it: `-d, --due <when>`. */
  readonly flags: string
  readonly names: readonly string[]
  readonly about: string
  /** Its argument; `null` for a flag. */
  readonly value: (Slot & { readonly isRequired: boolean }) | null
}

/** The description of a command from which its help, its completion and the manual are made. */
export type CommandShape = {
  readonly name: string
  /** The arguments, as the list of commands shows them. */
  readonly usage: string
  readonly summary: string
  readonly arguments: readonly ArgumentShape[]
  readonly options: readonly OptionShape[]
  /** The options that every command takes. */
  readonly globals: readonly OptionShape[]
  readonly details: string | null
  readonly examples: readonly string[]
}
