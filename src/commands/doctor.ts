import type { App } from '../app.ts'
import { diagnose } from '../diary/doctor/doctor.ts'
import { repair, type Repair } from '../diary/doctor/repair.ts'
import { isSound, type Diagnosis } from '../domain/diagnosis.ts'
import { failed } from '../domain/errors.ts'
import { rfc3339 } from '../domain/moment.ts'
import { document, type Json } from '../formats/json/json.ts'
import { erasureLines, lostChangeLines } from '../views/confirmations/backups.ts'
import { diagnosisView } from '../views/tables/doctor.ts'
import { defineCommand } from '../command/define-command.ts'
import { dateContext } from '../actions/date-context.ts'

export const doctor = defineCommand({
  diary: 'optional',
  examples: ['fu doctor', 'fu doctor --repair', 'fu doctor --json'],
  details: [
    'It changes nothing but with --repair. That builds again what is searched by, makes private what others may read,',
    'and where the diary is damaged, keeps it aside as it is and brings back its newest sound backup.',
  ].join('\n'),
  options: (command) => command.option('--repair', 'put right what can be without guessing'),
  run: async (app, _args, { repair: wanted }) => {
    const file = app.diaryFile()
    const look = (): Diagnosis => diagnose(file, app.machine.platform, app.now.day)
    const before = look()
    const repairs = wanted === true ? await repair(before, app.now) : []
    const after = repairs.length === 0 ? before : look()
    if (app.json) app.terminal.print(document(asJson(app, after, repairs)))
    else {
      const { theme, terminal, machine } = app
      terminal.print(diagnosisView(after, { theme, width: terminal.width, node: machine.node }))
      for (const line of repairs.flatMap((done) => repairLines(app, done))) terminal.say(line)
      if (wanted === true && repairs.length === 0) terminal.note('There was nothing to put right.')
    }
    if (!isSound(after)) {
      throw failed(
        'The diary is not sound.',
        wanted === true ? 'What is left cannot be put right without guessing.' : 'What is said above helps.',
      )
    }
  },
})

function repairLines(app: App, done: Repair): string[] {
  if (done.what === 'indexes') {
    return [`What is searched by was built again from the lines; the file as it was is ${done.kept}`]
  }
  if (done.what === 'private') return [`For you alone now: ${done.files.join(', ')}`]
  const kept = done.kept === null ? [] : [`What stood is kept as it was: ${done.kept}`]
  const { lost, present } = done.comparison
  return [
    `Brought back ${done.name}.`,
    ...kept,
    ...lostChangeLines(lost, present, dateContext(app)),
    ...erasureLines(done.forgetting),
  ]
}

function asJson(
  app: App,
  diagnosis: Diagnosis,
  repairs: readonly Repair[],
): { readonly [field: string]: Json } {
  const { file, size, counts, findings, backups, sqlite } = diagnosis
  return {
    file,
    sound: isSound(diagnosis),
    size,
    counts,
    checks: findings.map(({ name, state, detail, remedy }) => ({ name, state, detail, remedy })),
    backups: backups.map(({ path, name, day, time, reason, size: bytes }) => {
      return { path, name, day, time, reason, size: bytes }
    }),
    sqlite,
    node: app.machine.node,
    repairs: repairs.map(repairJson),
  }
}

function repairJson(done: Repair): Json {
  if (done.what !== 'restored') return { ...done }
  const { what, name, kept, comparison, forgetting } = done
  const lost = comparison.lost?.map(({ title, at }) => ({ title, at: rfc3339(at) })) ?? null
  return {
    what,
    name,
    kept,
    lost,
    unwanted: forgetting.unwanted.map(({ id, name: of }) => ({ id, name: of })),
  }
}
