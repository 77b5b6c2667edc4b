import { listBackups } from '../actions/backup/list.ts'
import { restoreBackup } from '../actions/backup/restore.ts'
import { defineCommand } from '../command/define-command.ts'

export default defineCommand({
  diary: 'optional',
  examples: [
    'fu restore',
    'fu restore diary-2026-11-25T0900-daily.db',
    'fu restore /media/stick/diary.db --yes',
  ],
  details: [
    'It shows what would change and asks. What stands is kept in the backups first, a damaged diary as it is; so',
    '"fu restore <that one>" takes a restore back. "fu undo" does not: the history is restored with the diary.',
  ].join('\n'),
  options: (command) =>
    command
      .argument('[file]', 'a backup of the list, or the path of any copy')
      .option('-y, --yes', 'do it without asking'),
  run: (app, [file], { yes }) =>
    file === undefined ? listBackups(app) : restoreBackup(app, file, { isSure: yes === true }),
})
