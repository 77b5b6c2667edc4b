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
    'Shows what would change, then asks. The present diary is saved in the backups first, even if it is damaged, so',
    '"fu restore <that backup>" reverses a restore. "fu undo" cannot: the history is restored with the diary.',
  ].join('\n'),
  options: (command) =>
    command
      .argument('[file]', 'a backup from the list, or the path of any copy')
      .option('-y, --yes', 'do not ask first'),
  run: (app, [file], { yes }) =>
    file === undefined ? listBackups(app) : restoreBackup(app, file, { isSure: yes === true }),
})
