import { listPeople } from '../actions/people/list.ts'
import { defineCommand } from '../command/define-command.ts'
import { peopleOptions, readPeopleFilter } from '../command/people-options.ts'

export default defineCommand({
  diary: 'needed',
  examples: [
    'fu people',
    'fu people --met "trade show" --untouched',
    'fu people --drifting',
    'fu people --bought 2026-10',
  ],
  options: (command) =>
    peopleOptions(command.argument('[text...]', 'text in their name, number, company or note')),
  run: (app, [text], options) => {
    const words = text.join(' ')
    listPeople(app, words === '' ? null : words, readPeopleFilter(options))
  },
})
