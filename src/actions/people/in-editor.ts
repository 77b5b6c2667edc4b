import type { App } from '../../app.ts'
import { FuError, usage } from '../../domain/errors.ts'
import { withoutComments, withRefusals, type Refusal } from '../../formats/text/contact-text.ts'
import type { Editor } from '../../terminal/editor.ts'
import { readLine } from './options.ts'

/** What was read of a text: its value, and the lines that could not be read. */
export type Reading<Value> = { readonly value: Value; readonly refused: readonly Refusal[] }

/**
 * What is read of a text when its editor is closed; `null` where it was left as it was, or emptied. Where a line
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

/** The words of a note, and whether it is to be written in the editor. */
type NoteWords = { readonly words: readonly string[]; readonly edit: boolean; readonly what: string }

/**
 * A note as it was typed behind the command, or as it is written in the editor, which begins with those words;
 * `null` where there are none.
 *
 * @throws FuError `usage` where it cannot be kept, is left empty in the editor, or nobody is there to write it
 */
export async function readNote(app: App, { words, edit, what }: NoteWords): Promise<string | null> {
  const typed = words.join(' ')
  if (!edit) return words.length === 0 ? null : readLine(typed, what)
  const { editor } = app.terminal
  if (editor === null)
    throw usage('--edit opens an editor, and nobody is there.', 'Write the words behind the command.')
  const text = `${typed}\n\n# ${what}: write it above, then save and close the editor.\n# Lines that begin with # are left out. A file without words writes nothing.\n`
  const read = (written: string): Reading<string> => {
    const note = withoutComments(written)
    try {
      return { value: readLine(note, what), refused: [] }
    } catch (error) {
      return { value: note, refused: [refusalOf(note, error)] }
    }
  }
  const note = await readInEditor(editor, { name: 'note.txt', text }, read)
  // Words that were typed behind the command are a note, even where nothing was added to them.
  if (note === 'unchanged' && typed.trim() !== '') return readLine(typed, what)
  if (note === 'unchanged' || note === 'emptied') throw usage('Nothing was written: the file had no words.')
  return note
}
