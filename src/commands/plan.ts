import type { App } from '../app.ts'
import { refused, usage } from '../domain/errors.ts'
import { newEntry } from '../domain/entry.ts'
import type { Plan } from '../domain/plan.ts'
import { document } from '../formats/json/json.ts'
import { readPeriod } from '../parse/phrase/period.ts'
import { readPlanName, readRungs, readSteps, stepWords } from '../parse/plan/plan-step.ts'
import { builtInPlans } from '../schedule/plans/built-in-plans.ts'
import { planDates } from '../schedule/plans/plan.ts'
import { plannedSentence, dueText } from '../views/confirmations/writes.ts'
import { tableView } from '../views/tables/table.ts'
import { escapeControls } from '../views/layout/escape-controls.ts'
import { defineCommand } from '../command/define-command.ts'
import { readLine } from '../actions/people/options.ts'
import { refuseUnwanted } from '../actions/people/unwanted.ts'
import { readWhen } from '../actions/read-when.ts'
import { allPlans, beginPlan, planNamed, stopPlans } from '../actions/plans/start.ts'
import { nothingMade, reportWrite } from '../actions/print-result.ts'
import { dateContext } from '../actions/date-context.ts'
import { findContact, splitWho } from '../actions/people/find-contact.ts'

const ladder = 'no-answer'

type PlanOptions = { readonly from?: string | undefined; readonly transit?: string | undefined }

type Action = (app: App, words: readonly string[], options: PlanOptions) => Promise<void> | void

const actions: Readonly<Record<string, Action>> = {
  show: (app, [name]) => showPlan(app, named(name, 'show met')),
  new: (app, [name, ...steps]) => setPlan(app, 'new', named(name, 'new fair "+1wd call: …"'), steps),
  set: (app, [name, ...steps]) => setPlan(app, 'set', named(name, 'set met "+2d email: …"'), steps),
  start: (app, [name, ...words]) => startPlan(app, named(name, 'start job-application sue'), words),
  stop: (app, [name, ...words]) => stopPlan(app, named(name, 'stop sold gary'), words),
  try: (app, [name], options) => tryPlan(app, named(name, 'try sold --from fri'), options),
}

export const plan = defineCommand({
  diary: 'optional',
  examples: [
    'fu plan',
    'fu plan show sold',
    'fu plan try sent-post --from fri',
    'fu plan new fair "+1wd email: good to meet you, {name}" "after +1w call: did you read it?"',
    'fu plan set no-answer 2d 5d 7d 30d',
    'fu plan start job-application sue "the post in Leeds"',
    'fu plan stop complaint gary',
  ],
  details: [
    'A step is [after] <offset>[..<offset>] [channel] [hot]: <text>, in quotes. The offset counts from what starts the plan,',
    'or with "after" from the day the step before was closed: +10m and +1h in working time, +3d, +2wd (working days), +1w,',
    '+1mo; "now" is the very day. The text may hold {name}, {what} and {day}. The steps of no-answer are its rungs.',
    'A changed plan is for what starts later.',
  ].join('\n'),
  options: (command) =>
    command
      .argument('[action]', 'show, new, set, start, stop or try; or the name of a plan to show')
      .argument('[words...]', 'the plan, and what the action needs')
      .option('--from <when>', 'try: when it starts')
      .option('--transit <period>', 'try: how long the post takes'),
  run: (app, [action, words], options) => {
    if (action === undefined) return listPlans(app)
    const act = Object.hasOwn(actions, action) ? actions[action] : undefined
    return act === undefined ? showPlan(app, action) : act(app, words, options)
  },
})

function listPlans(app: App): void {
  const plans = allPlans(app)
  if (app.json) {
    app.terminal.print(document({ items: plans.map(asJson) }))
    return
  }
  const rows = plans.map(({ name, meaning, steps }) => [name, meaning, steps.map(stepWords).join(' · ')])
  const { theme, terminal } = app
  terminal.print(tableView(['plan', 'starts with', 'steps'], rows, { theme, width: terminal.width }))
}

function showPlan(app: App, name: string): void {
  const shown = planNamed(app, name)
  if (app.json) app.terminal.print(document({ plan: asJson(shown) }))
  else app.terminal.print(shown.steps.map((step) => `${escapeControls(stepWords(step))}\n`).join(''))
}

function setPlan(app: App, action: 'new' | 'set', typed: string, texts: readonly string[]): void {
  const name = readPlanName(typed)
  const exists = allPlans(app).some((candidate) => candidate.name === name)
  if (action === 'new' && exists)
    throw refused(`There is a plan "${name}" already.`, `"fu plan set ${name} …" changes it.`)
  if (action === 'set' && !exists) planNamed(app, name)
  const steps = name === ladder ? readRungs(texts) : readSteps(texts)
  const { history } = app.diary().write({ command: 'plan', at: app.now }, (tx) => {
    tx.title(`plan ${action} ${name}`)
    tx.setPlan(name, steps)
  })
  const sentence = `The plan ${name} has ${steps.length === 1 ? 'one step' : `${steps.length} steps`}, for what starts from now on.`
  if (app.json)
    app.terminal.print(
      document({ ...nothingMade, command: 'plan', undo: history, plan: asJson(planNamed(app, name)) }),
    )
  else app.terminal.say(`${sentence} (fu undo)`)
}

async function startPlan(app: App, name: string, words: readonly string[]): Promise<void> {
  const started = planNamed(app, name)
  if (name === ladder)
    throw refused('The ladder no-answer starts by itself.', 'It begins with the first "fu tried".')
  const [first, ...others] = words
  if (first === undefined)
    throw usage('A plan is started for somebody.', `Write it as fu plan start ${name} gary.`)
  const { who, rest } = splitWho(app, first, others)
  const contact = await findContact(app, who)
  refuseUnwanted(contact, null)
  const what = rest.length === 0 ? name : readLine(rest.join(' '), 'What it is about')
  const { value, history } = app.diary().write({ command: 'plan', at: app.now }, (tx) => {
    tx.title(`plan start ${name} (${contact.name})`)
    return beginPlan(app, tx, started, { at: app.now, contact, what, transit: null })
  })
  const [promise = null, ...promises] = value
  const context = dateContext(app)
  const sentences = [
    `Started ${name} for ${contact.name}.`,
    ...value.map((step) => plannedSentence(step, context)),
  ]
  reportWrite(app, { command: 'plan', history, contact, promise, promises, entry: null, sentences })
}

async function stopPlan(app: App, name: string, words: readonly string[]): Promise<void> {
  planNamed(app, name)
  if (words.length === 0)
    throw usage('A plan is stopped for somebody.', `Write it as fu plan stop ${name} gary.`)
  const contact = await findContact(app, words.join(' '))
  const { value, history } = app.diary().write({ command: 'plan', at: app.now }, (tx) => {
    tx.title(`plan stop ${name} (${contact.name})`)
    const stopped = stopPlans(app, tx, contact.id, 'it was stopped', name)
    if (stopped.length === 0) {
      throw refused(
        `No step of ${name} is still to begin for ${contact.name}.`,
        `"fu show @${contact.id}" shows what is open; "fu drop" ends a promise.`,
      )
    }
    const remark = `stops the plan ${name}`
    return tx.addEntry(newEntry({ at: app.now, contactId: contact.id, act: 'stopped', remark }))
  })
  const sentences = [`Stopped ${name} for ${contact.name}; what is open already stays open.`]
  reportWrite(app, { command: 'plan', history, contact, promise: null, entry: value, sentences })
}

/** The dates a plan would give, were each step closed on the day it is due. */
function tryPlan(app: App, name: string, { from, transit }: PlanOptions): void {
  const tried = planNamed(app, name)
  const start = from === undefined ? { day: app.now.day, time: null } : readWhen(app, from, 'either')
  const { week } = app.settings()
  const time = start.time ?? (start.day === app.now.day ? app.now.time : week.opens)
  const period = transit === undefined ? null : readPeriod(transit)
  const dates = planDates(tried.steps, { day: start.day, time }, period, week)
  if (app.json) {
    const items = dates.map(({ due, windowUntil }, index) => ({
      step: stepText(tried, index),
      due: { day: due.day, time: due.time },
      windowUntil,
    }))
    app.terminal.print(document({ items }))
    return
  }
  const context = dateContext(app)
  const rows = dates.map(({ due, windowUntil }, index) => [
    `${dueText(due, context)}${windowUntil === null ? '' : ` to ${app.words.short(windowUntil, app.now.day)}`}`,
    stepText(tried, index),
  ])
  app.terminal.print(tableView(['due', 'step'], rows, { theme: app.theme, width: app.terminal.width }))
}

function stepText({ steps }: Plan, index: number): string {
  const step = steps[index]
  return step === undefined ? '' : stepWords(step)
}

function named(name: string | undefined, example: string): string {
  if (name !== undefined) return name
  throw usage('Say which plan.', `Write it as fu plan ${example}.`)
}

function asJson({ name, meaning, steps }: Plan) {
  const isBuiltIn = builtInPlans.some((builtIn) => builtIn.name === name && builtIn.steps === steps)
  return { name, meaning, isBuiltIn, steps: steps.map(stepWords) }
}
