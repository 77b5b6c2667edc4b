import type { App } from '../../../app.ts'
import type { Transaction } from '../../../diary/writing/transaction.ts'
import type { ExportedPlan } from '../../../domain/exported-diary.ts'
import { FuError } from '../../../domain/errors.ts'
import { commandKeys, settingSpecs } from '../../../parse/settings/settings.ts'
import { quoted } from '../../../parse/shell/quoted.ts'
import { allPlans } from '../../plans/start.ts'
import type { ImportReport } from '../report/report.ts'

/**
 * How to treat the settings and plans of an imported diary, which affect due days. `restore`: this diary is empty, and
 * gets them unchanged. `take`: the user asked for them, so they replace the present ones, and each is named. `leave`:
 * this diary keeps its own, and the ones left out are named.
 */
export type SettingsMode = 'restore' | 'take' | 'leave'

/** The mode for a diary before the import; `wished` is whether the user asked for the settings of the file. */
export function settingsMode(app: App, wished: boolean): SettingsMode {
  if (wished) return 'take'
  return app.diary().extent().contacts === 0 ? 'restore' : 'leave'
}

type Taking = { readonly account: ImportReport; readonly mode: SettingsMode }

/** Takes or leaves the plans of an imported diary; returns the names of those left out. */
export async function importPlans(
  app: App,
  tx: Transaction,
  rows: AsyncIterable<{ readonly row: ExportedPlan }>,
  { account, mode }: Taking,
): Promise<string[]> {
  const before = stepsByPlan(app)
  const isNamed = mode === 'take' || app.diary().plans.versions().length > 0
  const left = new Map<string, string>()
  for await (const { row } of rows) {
    if (app.diary().idOf('plans', row.uid) !== null) account.count('unchanged')
    else if (mode === 'leave') left.set(row.name, JSON.stringify(row.steps))
    else {
      tx.imported.plan(row)
      account.count('added')
    }
  }
  if (mode !== 'leave' && isNamed) {
    for (const [name, steps] of stepsByPlan(app)) {
      if (before.get(name) === steps) continue
      account.note(
        `The plan ${quoted(name)} was taken from the file, for plans that start from now on: fu plan show ${quoted(name)}`,
      )
    }
  }
  return [...left].filter(([name, steps]) => before.get(name) !== steps).map(([name]) => name)
}

/** Takes or leaves the settings of an imported diary; returns the keys of those left out. */
export function importSettings(
  app: App,
  tx: Transaction,
  settings: ReadonlyMap<string, string>,
  { account, mode }: Taking,
): string[] {
  const left: string[] = []
  const known = new Map(settingSpecs.map((spec) => [spec.key, spec]))
  const unknown = [...settings.keys()].filter((key) => !known.has(key))
  if (unknown.length > 0) {
    account.note(
      `Left out, because this version of fu has no such setting: ${enumerated(unknown.map(quoted))}.`,
    )
  }
  const before = app.diary().settings()
  for (const [key, { read }] of known) {
    const there = settings.get(key)
    const here = before.get(key)
    if (there === undefined || there === here) continue
    if (mode === 'leave') left.push(key)
    else if (mode === 'restore' && commandKeys.has(key)) {
      account.note(
        `${key} was left out, since it names a program to run. If it is yours: fu config ${key} ${quoted(there)}`,
      )
    } else if (mode === 'restore' && here !== undefined) {
      account.note(
        `${key} is ${quoted(here)} here and ${quoted(there)} in the file; the value in the diary is kept. --settings takes the value of the file.`,
      )
    } else {
      const value = valueOf(key, read, there, account)
      if (value === null) continue
      tx.set(key, value)
      const was = here === undefined ? '' : `; it was ${quoted(here)}`
      if (mode === 'take') account.note(`${key} is ${quoted(value)} now, as in the file${was}.`)
    }
  }
  return left
}

/** Names everything that was left out, once, with the option to take it. */
export function noteLeftOut(
  account: ImportReport,
  settings: readonly string[],
  plans: readonly string[],
): void {
  const of = (noun: string, names: readonly string[]): string[] =>
    names.length === 0 ? [] : [`the ${noun}${names.length === 1 ? '' : 's'} ${enumerated(names)}`]
  const all = [...of('setting', settings), ...of('plan', plans.map(quoted))]
  if (all.length === 0) return
  account.note(
    `Left out, because this diary has its own: ${all.join('; ')}. --settings takes them from the file.`,
  )
}

/** The most plans that are named, because a file may have any number. */
const mostNamed = 30

function enumerated(names: readonly string[]): string {
  const more = names.length - mostNamed
  return [...names.slice(0, mostNamed), ...(more > 0 ? [`${more} more`] : [])].join(', ')
}

/** A value in its stored form; `null`, with a note, if it is not valid. */
function valueOf(
  key: string,
  read: (typed: string) => string,
  there: string,
  account: ImportReport,
): string | null {
  try {
    return read(there)
  } catch (error) {
    if (!(error instanceof FuError)) throw error
    account.note(`The setting ${key} was left out: ${error.message}`)
    return null
  }
}

function stepsByPlan(app: App): ReadonlyMap<string, string> {
  return new Map(allPlans(app).map(({ name, steps }) => [name, JSON.stringify(steps)]))
}
