import type { App } from '../../app.ts'
import type { Line } from '../../domain/page.ts'
import type { PlacedLine } from '../../domain/reading-order.ts'
import type { Press } from '../../terminal/keys.ts'
import type { Prompts } from '../../terminal/prompts.ts'
import { keysView, type KeyLabel } from '../../views/walk/line.ts'

/** A user at the terminal, who can be asked and presses keys. */
export type Interactive = { readonly app: App; readonly prompts: Prompts; readonly press: Press }

/** What an answer wrote: its number in the history, or `null` if the line stays as it is. */
export type AnswerResult = {
  readonly history: number | null
  /** Whether the line of the answer stays as it is, though others were answered. */
  readonly leavesLine?: boolean
  /** Whether the user stopped the walk at a question after something was written. */
  readonly isStopped?: true
}

/** One way to answer a line. `null` means that nothing was written, and the line is asked again. */
export type Answer = KeyLabel & {
  /** What the key does now, if it did something else in earlier versions. */
  readonly changed?: string
  readonly give: (
    interactive: Interactive,
    line: Line,
    left: readonly PlacedLine[],
  ) => Promise<AnswerResult | null>
}

/** Waits for the key of one of the labels, and gives both; other keys do nothing. */
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

/** Asks a question that one key answers. */
export async function askKey<Label extends KeyLabel>(
  interactive: Interactive,
  question: string,
  labels: readonly Label[],
): Promise<Label> {
  const { theme, terminal } = interactive.app
  terminal.print(keysView(question, labels, { theme, width: terminal.width }))
  return (await pressed(interactive, labels)).label
}

/** Other keys for the same. */
const otherNames: Readonly<Record<string, string>> = { left: 'p', right: 's', ' ': 's', 'ctrl-d': 'q' }
