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
    'For bash, add to ~/.bashrc:                 eval "$(fu completion bash)"',
    'For zsh, add to ~/.zshrc after compinit:    source <(fu completion zsh)',
    'Completes commands, options, contacts, promises, days and plans. Names are never executed.',
  ].join('\n'),
  options: (command) => command.addArgument(new Argument('<shell>', 'the shell').choices(shells)),
  run: (app, [shell]) => app.terminal.print(completionScripts[shell]),
})
