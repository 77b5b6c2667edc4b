import { readNextStep } from '../actions/ask/next-step.ts'
import { recordHeard } from '../actions/entries/heard.ts'
import { whoCalled } from '../actions/people/stranger.ts'
import { readOn } from '../actions/read-when.ts'
import { askWhoAndWhat } from '../actions/people/ask-who.ts'
import { defineCommand } from '../command/define-command.ts'
import { channelOption } from '../command/channel-option.ts'
import { readLine } from '../parse/text.ts'

export default defineCommand({
  diary: 'needed',
  examples: [
    'fu heard ada "wants a quote" --by email',
    'fu heard gary "the lock is broken again" --complaint',
    'fu heard ada "asks for the list" --promise "send the list" --due thu',
    'fu heard "Bob New" "asks about a shoot" --add',
  ],
  details:
    'An answer is due before the end of the day. With --promise and --due you have already answered: the promise takes its place.',
  options: (command) =>
    command
      .argument('[who]', 'the contact')
      .argument('[what...]', 'what they wanted')
      .addOption(channelOption('how they reached you (default: call)'))
      .option('--hot', 'to be answered first')
      .option('--complaint', 'a complaint: due now, before everything else')
      .option('--promise <what>', 'what you told them they will get')
      .option('-d, --due <when>', 'when they will get it')
      .option('--on <when>', 'when it happened, if in the past')
      .option('--add', 'add them if they are not in the diary'),
  run: async (app, [first, words], { by, hot, complaint, promise, due, on, add }) => {
    const { who, rest } = await askWhoAndWhat(app, first, words, {
      question: 'What did they want?',
      what: 'What they wanted',
      example: 'fu heard ada "wants a quote"',
      mayBeNew: add === true,
    })
    const isHot = hot === true
    const request = {
      text: readLine(rest.join(' '), 'What they wanted'),
      at: readOn(app, on),
      channel: by ?? 'call',
      isHot,
      isComplaint: complaint === true,
      told: await readNextStep(app, { option: '--promise', what: promise, due, hot: isHot }),
    }
    await recordHeard(app, await whoCalled(app, who, add === true), request)
  },
})
