import { Option } from '@commander-js/extra-typings'
import { installTimer, removeTimer } from '../actions/remind/install.ts'
import { remind } from '../actions/remind/remind.ts'
import { defineCommand } from '../command/define-command.ts'

export default defineCommand({
  diary: 'optional',
  examples: ['fu remind', 'fu remind --dry-run', 'fu remind --install', 'fu remind --uninstall'],
  details:
    'Looks once, and shows a notice on your desktop for each promise whose time has come and that was not told\n' +
    'yet. All that came up while the machine was off are one notice. Promises by the day are one notice when\n' +
    'the working day opens: fu config hours, fu config days. --install has it look every five minutes (systemd,\n' +
    'launchd, Task Scheduler). What was told is kept beside the diary. What nobody could see is told again.',
  options: (command) =>
    command
      .addOption(new Option('--install', 'look every five minutes').conflicts(['uninstall', 'dryRun']))
      .addOption(new Option('--uninstall', 'stop that').conflicts(['dryRun']))
      .option('--dry-run', 'print what would be told'),
  defaultInvocation: [[], {}],
  run: (app, _args, { install, uninstall, dryRun }) => {
    if (install === true) return installTimer(app)
    if (uninstall === true) return removeTimer(app)
    return remind(app, { dryRun: dryRun === true })
  },
})
