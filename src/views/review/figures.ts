import { dueWords, type DateWords } from '../../domain/date-words.ts'
import { feedbackKinds } from '../../domain/entry.ts'
import {
  isEnough,
  results,
  type Compared,
  type Median,
  type Review,
  type Share,
  type Tries,
} from '../../domain/review.ts'
import { pluralize } from '../layout/pluralize.ts'
import { span, type Row } from '../layout/span.ts'
import {
  bar,
  beforeWords,
  daysWords,
  medianWords,
  shareWords,
  timeWords,
  tooFewWords,
  triesChart,
  triesWords,
} from './words.ts'

/** A line of a figure: its parts in sequence. */
type Parts = readonly Row[]
/** A figure: its label and its lines. */
export type Figure = readonly [label: string, lines: readonly Parts[]]

/** The most names or lines shown for one figure. */
const limit = 5
/** The command that shows all of them. */
const everything = 'fu review --json'

/** Every figure of a review in words, grouped by subject. */
export function reviewFigures(
  review: Review,
  words: DateWords,
): (readonly [heading: string, figures: readonly Figure[]])[] {
  return [
    ['MY WORD', wordFigures(review)],
    ['ANSWERS', answerFigures(review)],
    ['TRIES', triesFigures(review)],
    ['RESULTS', resultFigures(review)],
    ['PEOPLE', peopleFigures(review, words)],
    ['FEEDBACK', feedbackFigures(review, words)],
  ]
}

function plain(text: string): Row {
  return text === '' ? [] : [span('plain', text)]
}

function dim(text: string): Row {
  return text === '' ? [] : [span('dim', text)]
}

/** A share with its bar and its previous value. */
function shareParts(share: Compared<Share>, said = ''): Row[] {
  const now = isEnough(share.now)
    ? [...bar(share.now), ...plain(` ${said}${shareWords(share.now)}`)]
    : plain(tooFewWords(share.now))
  return [now, dim(beforeWords(share, shareWords))]
}

/** A median and its previous value. */
function medianParts(median: Compared<Median>, said: (middle: number) => string): Row[] {
  return [
    plain(medianWords(median.now, said)),
    dim(beforeWords(median, ({ middle, of }) => `${said(middle ?? 0)} (of ${of})`)),
  ]
}

function triesParts(tries: Compared<Tries>): Row[] {
  const now = isEnough(tries.now)
    ? [...triesChart(tries.now), ...plain(` ${triesWords(tries.now)}`)]
    : plain(tooFewWords(tries.now))
  return [now, dim(beforeWords(tries, triesWords))]
}

function wordFigures({ word, late }: Review): Figure[] {
  const onTime = { now: word.now.onTime, before: word.before.onTime }
  const run = word.now.onTime.of === 0 ? 'none kept yet' : `${word.now.longestRun} on time in a row`
  const runBefore = word.before.onTime.of === 0 ? '' : `before ${word.before.longestRun}`
  const droppedBefore = word.before.dropped > 0 ? `before ${word.before.dropped}` : ''
  return [
    ['kept on time', [shareParts(onTime)]],
    ['longest run', [[plain(run), dim(runBefore)]]],
    ['dropped', [[plain(String(word.now.dropped)), dim(droppedBefore)]]],
    ['open and late', [[late === 0 ? plain('none') : [span('late', pluralize(late, 'promise'))]]]],
  ]
}

function answerFigures({ answers, inWorkingHours }: Review): Figure[] {
  const { now, before } = answers
  const time = { now: now.time, before: before.time }
  const pending = now.pending === 0 ? '' : `${now.pending} more not 24 hours old yet`
  const hours = inWorkingHours ? 'in 24 work hours' : 'within 24 hours'
  return [
    [hours, [[...shareParts({ now: now.within24Hours, before: before.within24Hours }), dim(pending)]]],
    ['time to answer', [medianParts(time, (minutes) => timeWords(minutes, inWorkingHours))]],
  ]
}

function triesFigures({ reached, sold }: Review): Figure[] {
  return [
    ['until reached', [triesParts(reached)]],
    ['until sold', [triesParts(sold)]],
  ]
}

function resultFigures({ waits, declines }: Review): Figure[] {
  const waited = results.map((result): Parts => {
    const median = { now: waits.now[result], before: waits.before[result] }
    const [now = [], before = []] = medianParts(median, daysWords)
    return [[...plain(`${result}: `), ...now], before]
  })
  const told = declines.now.slice(0, limit).map(({ reason, count }) => plain(`${reason}: ${count}`))
  const left = declines.now.length - told.length
  return [
    ['waiting time', waited],
    [
      'why declined',
      [told.length === 0 ? [plain('nobody declined')] : [...told, dim(moreWords(left, everything))]],
    ],
  ]
}

function peopleFigures(review: Review, words: DateWords): Figure[] {
  const { starts, startsWith, firstContact, drifting, waiting, now } = review
  const share = (of: Review['starts']['now']): Share => ({ count: of.mine, of: of.mine + of.theirs })
  const mostWith = isEnough(share(starts.now))
    ? startsWith
        .slice(0, limit)
        .map((who) => [span('dim', `${who.contact.name}: you ${who.mine}, they ${who.theirs}`)])
    : []
  const { untouched } = firstContact.now
  const met = { now: firstContact.now.time, before: firstContact.before.time }
  return [
    [
      'who started',
      [
        shareParts({ now: share(starts.now), before: share(starts.before) }, 'you '),
        ...(mostWith.length === 0 ? [] : [mostWith]),
      ],
    ],
    [
      'met to contact',
      [
        [
          ...medianParts(met, (minutes) => timeWords(minutes, false)),
          plain(untouched === 0 ? '' : `${untouched} not contacted yet`),
        ],
      ],
    ],
    [
      'drifting',
      listed(
        drifting.map(({ contact, reason }) => [[span('name', contact.name)], dim(reason)]),
        'nobody',
        'fu people --drifting',
      ),
    ],
    [
      'waits on others',
      listed(
        waiting.map(({ promise, daysLate, isLate }) => [
          [span('name', promise.contact.name)],
          plain(promise.what),
          isLate
            ? [span('late', daysLate === 0 ? 'late since today' : `${pluralize(daysLate, 'day')} late`)]
            : dim(dueWords(promise.due, now.day, words)),
        ]),
        'nothing',
        'fu list --theirs',
      ),
    ],
  ]
}

function feedbackFigures({ feedback, now }: Review, words: DateWords): Figure[] {
  const given = feedbackKinds.filter((kind) => feedback[kind].length > 0)
  if (given.length === 0) return [['all four kinds', [[plain('none')]]]]
  return feedbackKinds.map((kind) => [
    kind,
    listed(
      feedback[kind].map(({ text, contact, at }) => [
        plain(text ?? ''),
        dim(`${contact.name}, ${words.short(at.day, now.day)}`),
      ]),
      'none',
      everything,
    ),
  ])
}

/** The first few lines and the command for the rest; a word if there are none. */
function listed(lines: readonly Parts[], none: string, command: string): Parts[] {
  if (lines.length === 0) return [[plain(none)]]
  const left = lines.length - limit
  return [...lines.slice(0, limit), ...(left > 0 ? [[dim(moreWords(left, command))]] : [])]
}

/** The number of lines not shown, and the command that shows them; empty if all are shown. */
function moreWords(left: number, command: string): string {
  return left > 0 ? `and ${left} more: ${command}` : ''
}
