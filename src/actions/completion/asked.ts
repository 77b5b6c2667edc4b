import type { Slot } from '../../domain/command-shape.ts'
import { noCompletions, type Completion, type Completions } from '../../domain/completion.ts'

/** A completion request: the word being typed, its command, and the words before it. */
export type Asked = {
  readonly slot: Slot
  readonly command: string
  /** The long name of the option whose value is completed. */
  readonly option: string | null
  readonly before: readonly string[]
  readonly typed: string
}

/** The most candidates that a user still reads. */
export const limit = 50

/** The candidates that begin with the typed text. */
export function beginning({ typed }: Pick<Asked, 'typed'>, items: readonly Completion[]): Completions {
  const begun = typed.toLowerCase()
  return { ...noCompletions, items: items.filter(({ word }) => word.toLowerCase().startsWith(begun)) }
}
