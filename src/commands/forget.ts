import { finishForgetting, forgetPerson, strikeOffCopy } from '../actions/people/forget.ts'
import { defineCommand } from '../command/define-command.ts'

export default defineCommand({
  diary: 'needed',
  examples: ['fu forget gary', 'fu forget @4 --block', 'fu forget "Gary Lee" --yes'],
  details: [
    'This cannot be undone. What you wrote about others is kept, even if it names them. The person is also erased from',
    'the backups, and from each copy that "fu backup <file>" made. If a copy cannot be reached, such as one on a memory',
    'stick that is not plugged in, fu names it; "fu forget" without a name erases the person there later, and finishes an',
    'erasure that was interrupted. Exports, printed pages and copies that you made without fu are out of reach.',
    '',
    'With --block, the diary keeps a short, slow hash of the name, numbers and addresses. It is too short to find out',
    'who they are: each hash fits about a hundred of the phone numbers of a country. So a stranger sometimes matches too.',
    'An import names those whom it leaves out for this reason, and "fu add --anyway" adds them. Somebody who knows the',
    'name, number and address of a person can find out that the person is probably blocked.',
  ].join('\n'),
  options: (command) =>
    command
      .argument('[who...]', 'the contact')
      .option('--block', 'keep later imports from adding them again')
      .option('--gone <file>', 'this copy of the diary no longer exists')
      .option('-y, --yes', 'do not ask first'),
  run: async (app, [words], { block = false, gone, yes = false }) => {
    if (gone !== undefined) return strikeOffCopy(app, gone, words)
    if (words.length === 0) return finishForgetting(app)
    return forgetPerson(app, words.join(' '), { block, yes })
  },
})
