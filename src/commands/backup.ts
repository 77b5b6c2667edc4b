import { backUpDiary } from '../actions/backup/back-up.ts'
import { defineCommand } from '../command/define-command.ts'
import { usage } from '../domain/errors.ts'
import { readOutput } from '../parse/output.ts'

export default defineCommand({
  diary: 'optional',
  examples: ['fu backup', 'fu backup /media/stick/diary.db', 'fu restore'],
  details: [
    'Without a file, the copy goes into the folder "backups" beside the diary. fu also makes one there after the',
    'first change of a day, and before an import, "fu forget", "fu restore" and a migration. Of those it keeps',
    'two days in full, then the newest of 7 days, 4 weeks and 6 months. A copy in a place that you name is never removed;',
    'the diary records the place, and "fu forget" erases people there too.',
  ].join('\n'),
  options: (command) => command.argument('[file]', 'a new file, a folder, or an older copy to replace'),
  run: (app, [file]) => backUpDiary(app, file === undefined ? null : readTarget(file)),
})

function readTarget(file: string): string {
  if (file === '')
    throw usage('The name of the file is empty.', 'Name a file, or leave it out to back up beside the diary.')
  if (readOutput(file) !== null) return file
  throw usage('A backup is a file, and is not written to stdout.', 'Name a file or a folder.')
}
