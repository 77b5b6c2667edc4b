import { FuError, usage } from '../../domain/errors.ts'
import { withoutComments, withRefusals, type Refusal } from '../../formats/text/contact-text.ts'
import type { Editor } from '../../terminal/editor.ts'

/** The result of reading a text: its value, and the lines that could not be read. */
export type Reading<Value> = { readonly value: Value; readonly refused: readonly Refusal[] }

/**
 * Reads a text when its editor is closed; `null` if it was unchanged or emptied. If a line cannot be read, the editor
 * opens again with the typed text and the reason above it.
 *
 * @throws FuError `usage` with the first reason if that text is then left unchanged
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
