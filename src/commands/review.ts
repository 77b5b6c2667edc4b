import { readWhen } from '../actions/read-when.ts'
import { showReview } from '../actions/review/show.ts'
import { defineCommand } from '../command/define-command.ts'
import { addDays } from '../domain/day.ts'

const defaultDays = 30

export default defineCommand({
  diary: 'needed',
  examples: ['fu review', 'fu review --since "last mon"', 'fu review --since 2026-10-01 --json'],
  details: `The days from --since until today, beside as many days before them ("before").
A share or a middle needs 5 cases; with fewer it says so: "too few yet (3 of 5)".
The middle is the median: half took less, half took more. Late is late today.

  kept on time     of my promises closed as kept, the share closed by their
                   promised day or minute: the first one that was said, or that
                   of the last "fu move --told"
  longest run      the most of those kept on time one after another; one kept
                   late ends it, a dropped one does not
  dropped          my promises that were dropped
  open and late    my open promises that are past the day they are due
  within 24 hours  of what they asked (fu heard), the share that I answered, by
                   reaching them, within 24 hours, or working hours where config
                   says so. Asking again before that is the same; what was dropped
                   was not answered; what is open and younger is not counted yet
  time to answer   from asking to the answer, the middle of what was answered
  until reached    at which try I reached them, for each of my promises marked
                   done: the tries written on it, and the one that reached them;
                   emails and letters only where there was a try before
  until sold       how often I turned to them until they bought: every call, try
                   and letter since they last bought, and the sale
  waiting time     the days from when a promise, mine or theirs, was made until it
                   was closed, the middle by what it ended with
  why declined     the reasons given, and how often; case and accents aside
  who started      of each day with somebody, who turned to the other first; what
                   answers them begins nothing. The share that I began, and those
                   with the most such days
  met to contact   from when somebody met (--met) was added until I first turned
                   to them, reached or not
  drifting         whose "every" has passed since the last real contact, and to
                   whom I owe nothing
  waits on others  what they owe me, the earliest due first
  feedback         what "fu log --feedback" wrote: to change, keep, add, drop`,
  options: (command) => command.option('--since <when>', 'from this day on (default: the last 30 days)'),
  defaultInvocation: [[], {}],
  run: (app, _args, { since }) =>
    showReview(
      app,
      since === undefined ? addDays(app.now.day, 1 - defaultDays) : readWhen(app, since, 'back').day,
    ),
})
