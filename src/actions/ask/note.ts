import type { App } from '../../app.ts'
import { usage } from '../../domain/errors.ts'
import { withoutComments } from '../../formats/text/contact-text.ts'
import { readLine } from '../../parse/text.ts'
import { readInEditor, refusalOf, type Reading } from './in-editor.ts'

/**
 * Opens the editor for a note, which begins with the words typed after the command.
 *
 * @throws FuError `usage` if it cannot be stored, is left empty, or there is no terminal
 */
export async function writeNote(app: App, typed: string, what: string): Promise<string> {
  const { editor } = app.terminal
  if (editor === null) throw usage('--edit needs a terminal.', 'Type the text after the command.')
  const text = `${typed}\n\n# ${what}: write it above, then save and close the editor.\n# Lines that begin with # are ignored. An empty file changes nothing.\n`
  const read = (written: string): Reading<string> => {
    const note = withoutComments(written)
    try {
      return { value: readLine(note, what), refused: [] }
    } catch (error) {
      return { value: note, refused: [refusalOf(note, error)] }
    }
  }
  const note = await readInEditor(editor, { name: 'note.txt', text }, read)
  // Words typed after the command are a note, even if nothing was added to them.
  if (note === 'unchanged' && typed.trim() !== '') return readLine(typed, what)
  if (note === 'unchanged' || note === 'emptied') throw usage('Nothing was written: the file was empty.')
  return note
}
