import { findContact } from '../actions/people/find-contact.ts'
import { makePromise } from '../actions/promises/make.ts'
import { readFirstDay, readPromise } from '../actions/promises/read-promise.ts'
import { repeatsAndWaits } from '../actions/promises/repeat.ts'
import { refuseWithoutAll } from '../command/all-options.ts'
import { defineCommand } from '../command/define-command.ts'
import { firstPeopleOption, peopleOptions, readPeopleFilter } from '../command/people-options.ts'
import { channelOption } from '../command/channel-option.ts'
import { usage } from '../domain/errors.ts'
import { readLine } from '../parse/text.ts'

export default defineCommand({
  diary: 'needed',
  examples: [
    'fu promise gary "send the quote" --due fri',
    'fu promise "ada mul" call about the fair --due "tomorrow 3pm" --hot',
    'fu promise @3 "the album" --when "prints are ready" --due 2w',
    'fu promise mum ring --every sunday',
    'fu promise --all --bought 2026-10 "ask how it runs" --due mon --spread 5',
  ],
  details:
    'With --all, leave out <who>: everybody who matches the filters gets the promise. fu shows what it will write first. With --every, closing the promise makes the next one, counted from the first day; "fu drop <which> --all-next" ends it.',
  options: (command) =>
    peopleOptions(
      command
        .argument('[who]', 'the contact (not with --all)')
        .argument('[what...]', 'what I owe them')
        .option('-d, --due <when>', 'the day, or day and time, that I promised')
        .option(
          '--every <period>',
          'how often it repeats: 2w, monthly, sunday, 1st; without --due, starting on the next such day',
        )
        .addOption(channelOption('how it will be done'))
        .option('--hot', 'to be done first')
        .option('--when <trigger>', 'what it waits for; --due is then the day to check')
        .option('--about <who>', 'the client it is about')
        .option('--all', 'to everybody who matches these filters:'),
    )
      .option('--spread <n>', 'with --all: this many per working day, starting at --due')
      .option('-y, --yes', 'with --all: do not ask first'),
  run: async (app, [who, words], { all, spread, yes, ...options }) => {
    const { due, every, by, hot, when: trigger, about } = options
    if (all === true) {
      const what = readLine([who ?? '', ...words].join(' '), 'A promise')
      const first = readFirstDay(app, { due, every })
      const perDay = spread === undefined ? null : readSpread(spread)
      const details = {
        what,
        ...first,
        channel: by ?? null,
        hot: hot === true,
        trigger: trigger === undefined ? null : readLine(trigger, 'What it waits for'),
        about: about === undefined ? null : await findContact(app, about),
      }
      if (details.trigger !== null && details.repeat !== null) throw repeatsAndWaits()
      const filter = readPeopleFilter(options)
      const { makePromiseToPeople } = await import('../actions/promises/make-for-people.ts')
      await makePromiseToPeople(app, filter, details, { perDay, confirm: yes !== true })
      return
    }
    refuseWithoutAll(firstPeopleOption(options) ?? (spread === undefined ? null : '--spread'), yes)
    const asked = { who, words, due, every, by, hot, trigger, about }
    const { contact, details } = await readPromise(app, 'mine', asked)
    makePromise(app, contact, details)
  },
})

const mostPerDay = 1000

function readSpread(text: string): number {
  const count = Number(text)
  if (Number.isInteger(count) && count >= 1 && count <= mostPerDay) return count
  throw usage(`--spread cannot be "${text}".`, 'It takes a number per day, as in --spread 5.')
}
