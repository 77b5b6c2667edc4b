import { Option } from '@commander-js/extra-typings'
import { installTimer, removeTimer } from '../actions/remind/install.ts'
import { remind } from '../actions/remind/remind.ts'
import { defineCommand } from '../command/define-command.ts'

export default defineCommand({
  diary: 'optional',
  examples: ['fu remind', 'fu remind --dry-run', 'fu remind --install', 'fu remind --uninstall'],
  details:
    'Looks once, and shows a notice on your desktop for each promise whose time has come, once. Promises that\n' +
    'came up while the machine was off share one notice. So do the promises of a day, when the working day opens\n' +
    '(fu config hours, fu config days). --install looks every five minutes (systemd, launchd, Task Scheduler).\n' +
    'The notices shown are recorded beside the diary. A notice that could not be shown comes again.',
  options: (command) =>
    command
      .addOption(new Option('--install', 'look every five minutes').conflicts(['uninstall', 'dryRun']))
      .addOption(new Option('--uninstall', 'stop looking, and remove the timer').conflicts(['dryRun']))
      .option('--dry-run', 'print the notices instead of showing them'),
  defaultInvocation: [[], {}],
  run: (app, _args, { install, uninstall, dryRun }) => {
    if (install === true) return installTimer(app)
    if (uninstall === true) return removeTimer(app)
    return remind(app, { dryRun: dryRun === true })
  },
})
