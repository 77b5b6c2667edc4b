/**
 * The command that a timer runs every five minutes: Node, the script and its arguments, and its environment variables.
 */
export type TimedCommand = {
  readonly words: readonly [program: string, ...words: string[]]
  readonly variables: readonly (readonly [name: string, value: string])[]
}

/** A file of a timer, with its content. */
export type TimerFile = { readonly path: string; readonly text: string }
