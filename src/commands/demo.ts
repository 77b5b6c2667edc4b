import { makeDemo } from '../actions/demo/make.ts'
import { defineCommand } from '../command/define-command.ts'
import type { CommandModule } from '../command/definition.ts'
import type { LoadCommand } from '../command/load-command.ts'
import { runWords } from '../command/run-words.ts'

/** Makes a sample diary with the commands that `load` returns. */
export default function demoOf(load: LoadCommand): CommandModule {
  return defineCommand({
    diary: 'optional',
    examples: ['fu demo', 'fu demo -o /tmp/demo.db'],
    details:
      'The sample is a diary of its own: demo.db beside your diary, unless -o names another file. An existing file is never overwritten.',
    options: (command) => command.option('-o, --output <file>', 'the file to make'),
    run: (app, _args, { output }) =>
      makeDemo(app, output ?? null, (then, words) => runWords(load, then, words)),
  })
}
