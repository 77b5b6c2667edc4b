import type { App } from '../../app.ts'
import { usage } from '../../domain/errors.ts'

/** A change of many contacts or promises, before it is written. */
type ManyChanges = {
  /** What would change, one line each. */
  readonly lines: readonly string[]
  /** What would be done, as in "drop 12 promises". */
  readonly what: string
  /** What the filters choose. */
  readonly of: 'people' | 'promises'
}

const hints = {
  people: 'Choose people with the filters of "fu people".',
  promises: 'Choose promises with the filters of "fu list".',
}

/**
 * Shows what a change of many would write, and asks.
 *
 * @throws FuError `usage` if the answer is no, or there is no terminal to ask on
 */
export async function confirmMany(app: App, { lines, what, of }: ManyChanges): Promise<void> {
  const { terminal } = app
  for (const line of lines) terminal.note(`  ${line}`)
  if (terminal.prompts === null) {
    throw usage(`That would ${what}; nothing was written.`, 'Add --yes to write it.')
  }
  const isMeant = await terminal.prompts.choose(`${what.charAt(0).toUpperCase()}${what.slice(1)}?`, [
    { name: 'yes', value: true },
    { name: 'no', value: false },
  ])
  if (!isMeant) throw usage('Nothing was written.', hints[of])
}
