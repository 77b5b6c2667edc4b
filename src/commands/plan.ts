import type { App } from '../app.ts'
import { findContact, splitWho } from '../actions/people/find-contact.ts'
import { startPlan, stopPlan } from '../actions/plans/run.ts'
import { checkPlanName, setPlan } from '../actions/plans/set.ts'
import { listPlans, showPlan } from '../actions/plans/show.ts'
import { planNamed } from '../actions/plans/start.ts'
import { tryPlan } from '../actions/plans/try.ts'
import { readWhen } from '../actions/read-when.ts'
import { defineCommand } from '../command/define-command.ts'
import { refused, usage } from '../domain/errors.ts'
import { readPeriod } from '../parse/phrase/period.ts'
import { readPlanName, readRungs, readSteps } from '../parse/plan/plan-step.ts'
import { readLine } from '../parse/text.ts'

const ladder = 'no-answer'

type PlanOptions = { readonly from?: string | undefined; readonly transit?: string | undefined }

type Action = (app: App, words: readonly string[], options: PlanOptions) => Promise<void> | void

const actions: Readonly<Record<string, Action>> = {
  show: (app, [name]) => showPlan(app, named(name, 'show met')),
  new: (app, [name, ...steps]) => change(app, 'new', named(name, 'new fair "+1wd call: …"'), steps),
  set: (app, [name, ...steps]) => change(app, 'set', named(name, 'set met "+2d email: …"'), steps),
  start: (app, [name, ...words]) => start(app, named(name, 'start job-application sue'), words),
  stop: (app, [name, ...words]) => stop(app, named(name, 'stop sold gary'), words),
  try: (app, [name], options) => tryOut(app, named(name, 'try sold --from fri'), options),
}

export default defineCommand({
  diary: 'optional',
  examples: [
    'fu plan',
    'fu plan show sold',
    'fu plan try sent-post --from fri',
    'fu plan new fair "+1wd email: good to meet you, {name}" "after +1w call: did you read it?"',
    'fu plan set no-answer 2d 5d 7d 30d',
    'fu plan start job-application sue "the post in Leeds"',
    'fu plan start recruiter sue "nursing in Leeds"',
    'fu plan stop complaint gary',
  ],
  details: [
    'A step is [after|every] <offset>[..<offset>] [channel] [hot]: <text>, in quotes. The offset counts from the event that starts the plan,',
    'or with "after" from the day the step before was closed: +10m and +1h in working time, +3d, +2wd (working days), +1w,',
    '+1mo; "now" is the same day. The last step may be "every": it starts again each time it is closed, until "fu plan stop"',
    'or a drop. The text may contain {name}, {what} and {day}. The steps of no-answer are its rungs.',
    'A change applies to plans that start later.',
  ].join('\n'),
  options: (command) =>
    command
      .argument('[action]', 'show, new, set, start, stop or try; or the name of a plan')
      .argument('[words...]', 'the plan, and the arguments of the action')
      .option('--from <when>', 'try: when it starts')
      .option('--transit <period>', 'try: how long the post takes'),
  run: (app, [action, words], options) => {
    if (action === undefined) return listPlans(app)
    const act = Object.hasOwn(actions, action) ? actions[action] : undefined
    return act === undefined ? showPlan(app, action) : act(app, words, options)
  },
})

function change(app: App, action: 'new' | 'set', typed: string, texts: readonly string[]): void {
  const name = readPlanName(typed)
  // A wrong name is reported before an invalid step.
  checkPlanName(app, { action, name })
  setPlan(app, { action, name, steps: name === ladder ? readRungs(texts) : readSteps(texts) })
}

async function start(app: App, name: string, [first, ...words]: readonly string[]): Promise<void> {
  const plan = planNamed(app, name)
  if (name === ladder)
    throw refused('The plan no-answer cannot be started by hand.', 'The first "fu tried" starts it.')
  if (first === undefined)
    throw usage('Name the contact to start the plan for.', `Write it as fu plan start ${name} gary.`)
  const { who, rest } = splitWho(app, first, words)
  const contact = await findContact(app, who)
  startPlan(app, plan, contact, rest.length === 0 ? '' : readLine(rest.join(' '), 'What it is about'))
}

async function stop(app: App, name: string, words: readonly string[]): Promise<void> {
  const plan = planNamed(app, name)
  if (words.length === 0)
    throw usage('Name the contact to stop the plan for.', `Write it as fu plan stop ${name} gary.`)
  stopPlan(app, plan, await findContact(app, words.join(' ')))
}

function tryOut(app: App, name: string, { from, transit }: PlanOptions): void {
  const plan = planNamed(app, name)
  tryPlan(app, plan, {
    from: from === undefined ? { day: app.now.day, time: null } : readWhen(app, from, 'either'),
    transit: transit === undefined ? null : readPeriod(transit),
  })
}

function named(name: string | undefined, example: string): string {
  if (name !== undefined) return name
  throw usage('Name a plan.', `Write it as fu plan ${example}.`)
}
