import { finishForgetting, forgetPerson, strikeOffCopy } from '../actions/people/forget.ts'
import { defineCommand } from '../command/define-command.ts'

export default defineCommand({
  diary: 'needed',
  examples: ['fu forget gary', 'fu forget @4 --block', 'fu forget "Gary Lee" --yes'],
  details: [
    'No undo brings them back. What you wrote of others stays, though it may name them. They are erased from the backups',
    'as well, and from each copy that "fu backup <file>" made: one that cannot be reached, on a memory stick that is not',
    'plugged in, is named. Without a name, "fu forget" goes on with such a copy, and finishes what was cut off.',
    'Exports, printed pages and copies that you made without fu are out of reach.',
    '',
    'With --block, the diary keeps a short, slow hash of the name, numbers and addresses. It is too short to find out',
    'who they are: each fits some hundred of the phone numbers of a country. So it fits a stranger once in a while as',
    'well: who is left out of an import as maybe blocked is named, and "fu add" takes them. Whoever knows somebody',
    'well enough to try their name, number and address can tell that they are probably blocked.',
  ].join('\n'),
  options: (command) =>
    command
      .argument('[who...]', 'the contact')
      .option('--block', 'keep later imports from adding them again')
      .option('--gone <file>', 'this copy of the diary does not exist any more')
      .option('-y, --yes', 'do not ask first'),
  run: async (app, [words], { block = false, gone, yes = false }) => {
    if (gone !== undefined) return strikeOffCopy(app, gone, words)
    if (words.length === 0) return finishForgetting(app)
    return forgetPerson(app, words.join(' '), { block, yes })
  },
})
