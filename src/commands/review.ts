import { readWhen } from '../actions/read-when.ts'
import { showReview } from '../actions/review/show.ts'
import { defineCommand } from '../command/define-command.ts'
import { addDays } from '../domain/day.ts'

const defaultDays = 30

export default defineCommand({
  diary: 'needed',
  examples: ['fu review', 'fu review --since "last mon"', 'fu review --since 2026-10-01 --json'],
  details: `Compares the days from --since until today with as many days before them ("before").
A share or a median needs at least 5 cases; with fewer, it says "too few yet (3 of 5)".

  kept on time     the share of my kept promises that I kept by the promised day
                   or time: the first one, or the one set by "fu move --told"
  longest run      the most promises in a row that I kept on time; a late one ends
                   the run, a dropped one does not
  dropped          my promises that I dropped
  open and late    my open promises that are past their due day today
  within 24 hours  the share of their requests (fu heard) that I answered within
                   24 hours, or 24 working hours if so configured. An answer
                   reaches them. A repeated request counts once, a dropped one as
                   not answered; open requests younger than that do not count yet
  time to answer   the median time from a request to its answer
  until reached    the number of tries until I reached them, for each of my
                   promises marked done. Emails and letters count only after
                   another try
  until sold       the number of my calls, tries and letters until they bought,
                   since their last purchase, including the sale
  waiting time     the median number of days from making a promise, mine or theirs,
                   until it was closed, for each result
  why declined     the reasons, and how often each was given; case and accents do
                   not matter
  who started      the share of days on which I contacted them first, not counting
                   answers, and the people with the most such days
  met to contact   the time from adding somebody I met (--met) until I first tried
                   to contact them
  drifting         people whose "every" has passed since the last real contact, and
                   to whom I owe nothing
  waits on others  what they owe me, earliest due day first
  feedback         what "fu log --feedback" recorded: change, keep, add, drop`,
  options: (command) => command.option('--since <when>', 'from this day on (default: the last 30 days)'),
  defaultInvocation: [[], {}],
  run: (app, _args, { since }) =>
    showReview(
      app,
      since === undefined ? addDays(app.now.day, 1 - defaultDays) : readWhen(app, since, 'back').day,
    ),
})
