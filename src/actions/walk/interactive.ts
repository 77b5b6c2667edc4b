import type { App } from '../../app.ts'
import type { Line } from '../../domain/page.ts'
import type { PlacedLine } from '../../domain/reading-order.ts'
import type { Press } from '../../terminal/keys.ts'
import type { Prompts } from '../../terminal/prompts.ts'
import { keysView, type KeyLabel } from '../../views/walk/line.ts'

/** A user at a terminal, who can answer questions and press keys. */
export type Interactive = { readonly app: App; readonly prompts: Prompts; readonly press: Press }

/** The result of an answer: its number in the history, or `null` if the line is unchanged. */
export type AnswerResult = {
  readonly history: number | null
  /** Whether the answer's own line is unchanged, although others were answered. */
  readonly leavesLine?: boolean
  /** Whether the user stopped the walk at a question after something was written. */
  readonly isStopped?: true
}

/** One way to answer a line. With `null` nothing was written, and the line is shown again. */
export type Answer = KeyLabel & {
  /** The new action of a key that had another one in earlier versions. */
  readonly changed?: string
  readonly give: (
    interactive: Interactive,
    line: Line,
    left: readonly PlacedLine[],
  ) => Promise<AnswerResult | null>
}

/** Waits for one of the keys, and returns its label and the key; other keys do nothing. */
export async function pressed<Label extends KeyLabel>(
  { press }: Interactive,
  labels: readonly Label[],
): Promise<{ readonly label: Label; readonly key: string }> {
  for (;;) {
    const typed = await press()
    const key = otherNames[typed] ?? typed.toLowerCase()
    const label = labels.find((candidate) => candidate.key === key || candidate.alias === key)
    if (label !== undefined) return { label, key }
  }
}

/** Asks a question with one-key answers. */
export async function askKey<Label extends KeyLabel>(
  interactive: Interactive,
  question: string,
  labels: readonly Label[],
): Promise<Label> {
  const { theme, terminal } = interactive.app
  terminal.print(keysView(question, labels, { theme, width: terminal.width }))
  return (await pressed(interactive, labels)).label
}

/** Alternative keys. */
const otherNames: Readonly<Record<string, string>> = { left: 'p', right: 's', ' ': 's', 'ctrl-d': 'q' }
