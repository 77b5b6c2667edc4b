import { Argument } from '@commander-js/extra-typings'
import { defineCommand } from '../command/define-command.ts'
import { completionScripts, shells } from '../views/manual/completion.ts'

export default defineCommand({
  diary: 'optional',
  examples: [
    'fu completion bash',
    'fu completion zsh',
    'fu completion fish > ~/.config/fish/completions/fu.fish',
  ],
  details: [
    'For bash, write in ~/.bashrc:               eval "$(fu completion bash)"',
    'For zsh, in ~/.zshrc behind compinit:       source <(fu completion zsh)',
    'Commands, options, contacts, promises, days and plans are completed. A name is never run.',
  ].join('\n'),
  options: (command) => command.addArgument(new Argument('<shell>', 'which one').choices(shells)),
  run: (app, [shell]) => app.terminal.print(completionScripts[shell]),
})
