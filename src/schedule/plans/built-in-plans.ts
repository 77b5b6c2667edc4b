import type { Offset, Plan, PlanStep } from '../../domain/plan.ts'
import type { PromiseKind } from '../../domain/promise.ts'

const now: Offset = { unit: 'now' }
const hours = (count: number): Offset => ({ unit: 'h', count })
const days = (count: number): Offset => ({ unit: 'd', count })
const workingDays = (count: number): Offset => ({ unit: 'wd', count })
const weeks = (count: number): Offset => ({ unit: 'w', count })
const months = (count: number): Offset => ({ unit: 'mo', count })

/** The rest of the working day, else the next one. */
const today = workingDays(0)

/** A step counted from the event, through the channel the contact prefers, unless `known` says otherwise. */
function step(offset: Offset, kind: PromiseKind, what: string, known: Partial<PlanStep> = {}): PlanStep {
  return {
    after: 'event',
    offset,
    transit: false,
    until: null,
    channel: null,
    what,
    kind,
    hot: false,
    ...known,
  }
}

const byCall = { channel: 'call' } as const
const previous = { after: 'previous' } as const

/** The attempts after nobody answered: twice in the first week, once a week for three weeks, then the tickler. */
export const noAnswer: Plan = {
  name: 'no-answer',
  meaning: 'nobody answered: when to try again; the last step repeats',
  steps: [
    ...[3, 7, 7, 7].map((count) => step(days(count), 'tickler', 'try again: {what}', previous)),
    step(days(30), 'tickler', 'call and email: {what}', previous),
  ],
}

export const builtInPlans: readonly Plan[] = [
  {
    name: 'met',
    meaning: 'you met somebody new',
    steps: [step(workingDays(1), 'met', 'good to meet you: write, with something of use to {name}')],
  },
  {
    name: 'heard-call',
    meaning: 'they called and are owed a call back',
    steps: [step(today, 'call-back', 'call back: {what}', byCall)],
  },
  {
    name: 'heard-text',
    meaning: 'they sent a text message',
    steps: [step(today, 'call-back', 'call back: {what}', byCall)],
  },
  {
    name: 'heard-visit',
    meaning: 'they came by',
    steps: [step(today, 'call-back', 'call back: {what}', byCall)],
  },
  {
    name: 'heard-email',
    meaning: 'they wrote an email',
    steps: [step(today, 'answer', 'answer: {what}', { channel: 'email' })],
  },
  {
    name: 'heard-post',
    meaning: 'they wrote a letter',
    steps: [step(today, 'answer', 'answer: {what}')],
  },
  {
    name: 'complaint',
    meaning: 'they are not happy',
    steps: [
      step(now, 'complaint', 'put right: {what}', { ...byCall, hot: true }),
      step(days(7), 'happiness', 'ask if they are happy now: {what}', { ...byCall, ...previous }),
    ],
  },
  {
    name: 'sent-email',
    meaning: 'you sent something by email',
    steps: [step(hours(1), 'receipt', 'check that it arrived: {what}', byCall)],
  },
  {
    name: 'sent-post',
    meaning: 'you posted something nearby',
    steps: [step(days(2), 'receipt', 'check that it arrived: {what}', { ...byCall, until: days(3) })],
  },
  {
    name: 'sent-post-far',
    meaning: 'you posted something that takes days to arrive',
    steps: [step(days(2), 'receipt', 'check that it arrived: {what}', { ...byCall, transit: true })],
  },
  {
    name: 'sold',
    meaning: 'they bought',
    steps: [
      step(days(1), 'thanks', 'thank them for buying: {what}'),
      step(days(7), 'happiness', 'ask if they are happy: {what}', byCall),
    ],
  },
  {
    name: 'referred',
    meaning: 'they referred somebody to you',
    steps: [step(workingDays(1), 'thanks', 'thank them for sending {what}')],
  },
  noAnswer,
  {
    name: 'recruiter',
    meaning: 'a recruiter was introduced to you',
    steps: [
      step(days(1), 'thanks', 'thank them for the introduction: {what}'),
      step(weeks(1), 'other', 'ask what is open: {what}', byCall),
      step(months(1), 'other', 'ask what is open now: {what}', { ...byCall, after: 'repeat' }),
    ],
  },
  {
    name: 'job-application',
    meaning: 'you applied for a job',
    steps: [
      step(workingDays(1), 'receipt', 'check that it arrived: {what}'),
      step(weeks(1), 'other', 'ask how it stands: {what}', byCall),
    ],
  },
  {
    name: 'job-interview',
    meaning: 'you were interviewed for a job',
    steps: [
      step(now, 'thanks', 'thank them for the interview: {what}'),
      step(weeks(1), 'other', 'ask what was decided: {what}'),
    ],
  },
]
