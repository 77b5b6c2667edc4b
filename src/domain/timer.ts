/** What a timer runs every five minutes: Node, the script and its words, in an environment that has these variables. */
export type TimedCommand = {
  readonly words: readonly [program: string, ...words: string[]]
  readonly variables: readonly (readonly [name: string, value: string])[]
}

/** A file of a timer, as it is written. */
export type TimerFile = { readonly path: string; readonly text: string }
