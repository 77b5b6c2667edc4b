import { backUp, backUpTo, thin } from '../diary/backup/backup.ts'
import { failed, usage } from '../domain/errors.ts'
import { document } from '../formats/json/json.ts'
import { backupSentence, notRemembered } from '../views/confirmations/backups.ts'
import { readOutput } from '../parse/output.ts'
import { defineCommand } from '../command/define-command.ts'

export const backup = defineCommand({
  diary: 'optional',
  examples: ['fu backup', 'fu backup /media/stick/diary.db', 'fu restore'],
  details: [
    'Without a file, the copy goes into the folder "backups" beside the diary. There fu makes one by itself after the',
    'first change of a day, and before an import, "fu forget", "fu restore" and an update of the diary. Of those it keeps',
    'two days in full, then the newest of 7 days, 4 weeks and 6 months. A copy in a place that you name is never removed;',
    'the diary remembers the place, and "fu forget" erases somebody there too.',
  ].join('\n'),
  options: (command) => command.argument('[file]', 'a new file, a folder, or an older copy to replace'),
  run: (app, [named]) => {
    const file = app.diaryFile()
    if (named !== undefined && named !== '' && readOutput(named) === null) {
      throw usage('A backup is a file, and is not written to stdout.', 'Name a file or a folder.')
    }
    if (named === '') throw usage('There is no file "".', 'Name one, or none: then it goes beside the diary.')
    if (app.diary().isBlank) {
      throw failed(`There is no diary at ${file} to copy.`, '"fu add" begins one.')
    }
    const made =
      named === undefined
        ? { ...backUp(file, app.now, 'by-hand'), isRemembered: true }
        : backUpTo(file, named, { at: app.now, places: app.diary().copies })
    if (named === undefined) thin(file, app.now)
    const { path, counts, isRemembered } = made
    if (app.json) app.terminal.print(document({ command: 'backup', path, counts }))
    else app.terminal.say(backupSentence(made))
    if (!isRemembered) app.terminal.note(notRemembered)
  },
})
