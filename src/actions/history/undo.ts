import type { App } from '../../app.ts'
import { document } from '../../formats/json/json.ts'
import { undoneSentence } from '../../views/confirmations/undo.ts'
import { droppedWithMarkLines } from '../../views/confirmations/writes.ts'
import { promisesAsJson } from '../derived.ts'
import { nothingMade } from '../print-result.ts'

/**
 * Undoes the command with number `id` of the history, or with `null` the last one that was not undone, and reports it.
 *
 * @throws FuError `not-found` if there is nothing to undo, `refused` if a later command changed the same rows
 */
export function undo(app: App, id: number | null): void {
  const undone = app.diary().history.undo(id, app.now)
  const { entry, dropped, history } = undone
  if (app.json) {
    const { id: number, command, title } = entry
    const tookBackJson = { id: number, command, title }
    app.terminal.print(
      document({
        command: 'undo',
        undo: history,
        ...nothingMade,
        promises: promisesAsJson(app, dropped),
        tookBack: tookBackJson,
      }),
    )
  } else {
    const sentences = [undoneSentence(undone), ...droppedWithMarkLines(dropped)]
    app.terminal.say(`${sentences.join(' ')} (fu undo ${history})`)
  }
}
