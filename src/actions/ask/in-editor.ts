import { FuError, usage } from '../../domain/errors.ts'
import { withoutComments, withRefusals, type Refusal } from '../../formats/text/contact-text.ts'
import type { Editor } from '../../terminal/editor.ts'

/** What was read of a text: its value, and the lines that could not be read. */
export type Reading<Value> = { readonly value: Value; readonly refused: readonly Refusal[] }

/**
 * What is read of a text when its editor is closed; `null` if it was left as it was, or emptied. Where a line
 * cannot be read, the editor opens again with everything that was typed, and why above it.
 *
 * @throws FuError `usage` with the first reason where such a text is then left as it is
 */
export async function readInEditor<Value>(
  editor: Editor,
  { name, text }: { readonly name: string; readonly text: string },
  read: (typed: string) => Promise<Reading<Value>> | Reading<Value>,
): Promise<Value | 'unchanged' | 'emptied'> {
  let shown = text
  let wrong: readonly Refusal[] = []
  for (;;) {
    const typed = await editor.edit(shown, name)
    if (typed.trim() === shown.trim()) {
      const [first] = wrong
      if (first === undefined) return 'unchanged'
      const kept = `What you typed is kept in ${editor.keep(typed, name)}.`
      throw usage(`"${first.line}" could not be read; nothing was written.`, `${first.why} ${kept}`)
    }
    if (withoutComments(typed) === '') return 'emptied'
    const { value, refused } = await read(typed)
    if (refused.length === 0) return value
    wrong = refused
    shown = withRefusals(typed, refused)
  }
}

/** Why a line was refused, in one sentence or two. */
export function refusalOf(line: string, error: unknown): Refusal {
  if (!(error instanceof FuError) || error.kind === 'interrupted') throw error
  return { line, why: error.hint === null ? error.message : `${error.message} ${error.hint}` }
}
