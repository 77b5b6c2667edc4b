import * as fc from 'fast-check'
import { addDays } from '../../src/domain/day.ts'
import { momentOf, type Moment } from '../../src/domain/moment.ts'
import { aDay, aMoment } from './facts.ts'

/** A command line as words, and the clock's moment when it is typed. */
export type Step = { readonly at: Moment; readonly words: readonly string[] }

const contact = fc.integer({ min: 1, max: 3 }).map((id) => `@${id}`)
const promise = fc.integer({ min: 1, max: 5 }).map(String)
const which = fc.oneof({ weight: 4, arbitrary: promise }, { weight: 1, arbitrary: contact })
const several = fc.oneof(
  fc.tuple(promise, promise),
  fc.tuple(promise, promise).map(([one, other]) => `${one},${other}`),
  fc.constantFrom('1-3', '2-4'),
)
const name = fc.constantFrom('Gary Lee', 'Ada Müller', 'José Álvarez', "Seán O'Brien", '王美玲', 'Großmann')
const ahead = fc.constantFrom('today', 'tomorrow', 'fri', 'mon 10:30', '3d', '2w', '1mo', '90d', '1y')
const later = fc.constantFrom('tomorrow', 'fri', '3d', '2w', '3mo')
const back = fc.constantFrom('yesterday', '3 days ago', 'last fri')
const what = fc.constantFrom('send the quote', 'call', 'the drawings & plans', 'Größe klären', '見積もり')

/** Optional words. */
function perhaps(...words: readonly fc.Arbitrary<string>[]): fc.Arbitrary<readonly string[]> {
  return fc.oneof(fc.constant([]), fc.tuple(...words))
}

function flag(...flags: readonly string[]): fc.Arbitrary<readonly string[]> {
  return fc.constantFrom([], ...flags.map((word) => [word]))
}

function option(word: string, value: fc.Arbitrary<string>): fc.Arbitrary<readonly string[]> {
  return perhaps(fc.constant(word), value)
}

function line(
  command: string,
  ...parts: readonly fc.Arbitrary<string | readonly string[]>[]
): fc.Arbitrary<readonly string[]> {
  return fc.tuple(...parts).map((words) => [command, ...words.flat()])
}

const next = perhaps(fc.constant('--next'), what, fc.constant('--due'), ahead)
const outcome = fc.oneof(
  fc.constantFrom([], ['--outcome', 'sold'], ['--outcome', 'declined', '--why', 'no budget']),
  ahead.map((when) => ['--outcome', 'postponed', '--until', when]),
)
const tried = flag('--no-answer', '--voicemail', '--message', '--busy', '--wrong-number')

const repeats = fc.constantFrom('sunday', '1st', 'last day', '2w', 'monthly')
const often = option('--every', repeats)
const by = option('--by', fc.constantFrom('call', 'whatsapp', '微信'))

/** The other details of a card. */
const details = fc
  .tuple(
    option('--title', fc.constantFrom('Broker', 'CEO; founder')),
    option('--department', fc.constantFrom('Sales', 'Sales; Retail')),
    option('--birthday', fc.constantFrom('1980-04-15', '02-29')),
    option('--anniversary', fc.constantFrom('2009-08-08', 'wedding:08-08')),
    option('--link', fc.constantFrom('https://lee.example/a,b', 'skype:gary.lee', 'work Twitter:@gary')),
    option('--middle', fc.constantFrom('Q.', 'Maria Ana')),
    option('--suffix', fc.constantFrom('Jr.', 'M.Sc., MD')),
    option('--extra', fc.constantFrom('Shoe size: 43', 'GENDER: F', 'X-FILE-AS: Lee, Gary', '=1+1: "x"')),
  )
  .map((parts) => parts.flat())

/** A writing command line of any kind; many are refused, because their targets may not exist or be closed. */
export const writing: fc.Arbitrary<readonly string[]> = fc.oneof(
  line(
    'add',
    name,
    option('--company', fc.constantFrom('Lee Mortgages', 'Müller AG')),
    option('--phone', fc.constantFrom('0412555019', 'work:+49 30 123456')),
    option('--from', contact),
    details,
    perhaps(fc.constant('--promise'), what, fc.constant('--due'), ahead),
  ),
  line(
    'promise',
    contact,
    what,
    fc.constant('--due'),
    ahead,
    flag('--hot'),
    option('--about', contact),
    often,
    by,
  ),
  line('wait', contact, what, fc.constant('--due'), ahead, option('--about', contact), often),
  line('promise', contact, what, fc.constant('--every'), repeats),
  line('edit', promise, fc.constantFrom(['--every', '2w'], ['--every', '1mo'], ['--no-every'])),
  line('drop', promise, fc.constant('--why'), what, fc.constant('--all-next')),
  line('add', name, fc.constantFrom('--met'), fc.constant('trade show'), flag('--no-next')),
  line(
    'heard',
    contact,
    what,
    flag('--complaint', '--hot'),
    option('--by', fc.constantFrom('email', 'text', 'signal')),
  ),
  line('heard', contact, what, fc.constant('--promise'), what, fc.constant('--due'), ahead),
  line('sent', contact, what, fc.constantFrom([], ['--by', 'post'], ['--by', 'post', '--transit', '3d'])),
  line('sold', contact, what, option('--on', back)),
  line(
    'plan',
    fc.constantFrom('start', 'stop'),
    fc.constantFrom('job-application', 'recruiter', 'complaint'),
    contact,
  ),
  fc.constantFrom(['plan', 'set', 'no-answer', '2d', '5d'], ['plan', 'set', 'sold', '+2d: thank {name}']),
  line('log', contact, fc.constantFrom('lunch', 'sie ruft zurück'), flag('--in'), option('--on', back)),
  line('log', which, what, fc.constant('--chase')),
  line('heard', contact, what, fc.constant('--on'), back),
  line('heard', fc.constantFrom('Somebody New', 'Gary'), what, fc.constant('--add')),
  line('promise', contact, what, fc.constantFrom('--when'), what, fc.constant('--due'), ahead),
  line('done', several, outcome, next),
  line('tried', several, tried),
  line('move', several, ahead, flag('--told')),
  line('snooze', several, later),
  line('drop', several, fc.constant('--why'), what, next),
  line('edit', contact, fc.constant('--from'), contact),
  line('done', which, option('--on', back), outcome, next),
  line('tried', which, tried, option('--on', back)),
  line('tried', which, tried),
  line('move', which, ahead, flag('--told')),
  line('snooze', which, later),
  line('drop', which, fc.constant('--why'), what),
  line('edit', contact, fc.constantFrom('--name', '--nick', '--company'), name),
  line(
    'edit',
    which,
    option('--what', what),
    option('--due', ahead),
    flag('--hot', '--no-hot'),
    flag('--no-by', '--no-about', '--no-when'),
    option('--about', contact),
  ),
  line('edit', contact, details),
  line('edit', contact, fc.constantFrom('--no-birthday', '--no-link', '--no-extra', '--no-suffix')),
  line('merge', contact, contact),
  line('edit', contact, fc.constantFrom('--no-phone', '--may-contact', '--do-not-contact')),
  fc.constantFrom(
    ['config', 'country', 'AU'],
    ['config', 'days', 'mon-sat'],
    ['config', 'days', '--unset'],
    ['config', 'hours', '8-12'],
  ),
)

/** An undo: of the last command in force, or of any in the history. */
export const undoing: fc.Arbitrary<readonly string[]> = line(
  'undo',
  perhaps(fc.integer({ min: 1, max: 15 }).map(String)),
)

/**
 * Command lines in sequence. The clock mostly goes forward, by minutes or by months; sometimes it is set back, and
 * sometimes its owner has travelled.
 */
export function histories(command: fc.Arbitrary<readonly string[]>, length: number): fc.Arbitrary<Step[]> {
  const gap = fc.oneof(
    { weight: 4, arbitrary: fc.integer({ min: 0, max: 6 }) },
    { weight: 2, arbitrary: fc.integer({ min: 7, max: 120 }) },
    { weight: 1, arbitrary: fc.integer({ min: -60, max: -1 }) },
  )
  const clock = fc.constantFrom('00:00', '09:30', '14:20', '16:45', '23:59')
  const offset = fc.oneof(
    { weight: 3, arbitrary: fc.constant(0) },
    { weight: 1, arbitrary: fc.constantFrom(-660, 330, 840) },
  )
  return fc
    .array(fc.record({ words: command, gap, clock, offset }), { minLength: length, maxLength: length })
    .map((steps) => {
      let day = aDay('2026-11-25')
      return steps.map((step) => {
        day = addDays(day, step.gap)
        const { instant } = aMoment(`${day} ${step.clock}`)
        return { at: momentOf(instant - step.offset * 60, step.offset), words: step.words }
      })
    })
}

/** Three contacts with a promise each, as targets for the following commands. */
export const beginning: readonly Step[] = [
  { at: aMoment('2026-11-25 09:00'), words: ['add', 'Gary Lee', '--promise', 'call', '--due', 'fri'] },
  { at: aMoment('2026-11-25 09:05'), words: ['add', 'Ada Müller', '--promise', 'write', '--due', '2w'] },
  { at: aMoment('2026-11-25 09:10'), words: ['add', 'José Álvarez', '--promise', 'visit', '--due', 'today'] },
]
