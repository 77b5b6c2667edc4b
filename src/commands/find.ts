import { search } from '../actions/search/search.ts'
import { defineCommand } from '../command/define-command.ts'
import { readLine } from '../parse/text.ts'

export default defineCommand({
  diary: 'needed',
  examples: ['fu find refinance', 'fu find 555 019', 'fu find "price list"'],
  options: (command) => command.argument('<text...>', 'words that must all occur, or part of a number'),
  run: (app, [text]) => search(app, readLine(text.join(' '), 'What to find')),
})
