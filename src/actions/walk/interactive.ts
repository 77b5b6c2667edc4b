import type { App } from '../../app.ts'
import type { Line } from '../../domain/page.ts'
import type { PlacedLine } from '../../schedule/page/walk.ts'
import type { Press } from '../../terminal/keys.ts'
import type { Prompts } from '../../terminal/prompts.ts'
import { keysView, type KeyLabel } from '../../views/walk/line.ts'

/** Somebody sits at the terminal: they can be asked, and press keys. */
export type Interactive = { readonly app: App; readonly prompts: Prompts; readonly press: Press }

/** What an answer came to: its number in the history, or none where the line stays as it is. */
export type AnswerResult = {
  readonly history: number | null
  /** Whether the walk was stopped at a question behind what was written. */
  readonly isStopped?: true
}

/** One way to answer a line. `null` is a change of mind: nothing was written, and the line is asked again. */
export type Answer = KeyLabel & {
  readonly give: (desk: Interactive, line: Line, left: readonly PlacedLine[]) => Promise<AnswerResult | null>
}

/** Waits for one of the keys, and gives what it stands for; others do nothing. */
export async function pressed<Label extends KeyLabel>(
  { press }: Interactive,
  labels: readonly Label[],
): Promise<Label> {
  for (;;) {
    const key = await press()
    const name = otherNames[key] ?? key.toLowerCase()
    const label = labels.find((candidate) => candidate.key === name)
    if (label !== undefined) return label
  }
}

/** Asks something that is answered by one key. */
export async function askKey<Label extends KeyLabel>(
  desk: Interactive,
  question: string,
  labels: readonly Label[],
): Promise<Label> {
  const { theme, terminal } = desk.app
  terminal.print(keysView(question, labels, { theme, width: terminal.width }))
  return pressed(desk, labels)
}

/** Keys that stand for others. */
const otherNames: Readonly<Record<string, string>> = { left: 'p', right: 's', ' ': 's', 'ctrl-d': 'q' }
