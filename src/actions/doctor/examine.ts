import type { App } from '../../app.ts'
import { diagnose } from '../../diary/doctor/doctor.ts'
import { repair, type Repair } from '../../diary/doctor/repair.ts'
import { isSound, type Diagnosis } from '../../domain/diagnosis.ts'
import { failed } from '../../domain/errors.ts'
import { leftOutJson, lostChangesJson } from '../../formats/json/backup.ts'
import { document, type Json } from '../../formats/json/json.ts'
import { erasureLines, lostChangeLines } from '../../views/confirmations/backups.ts'
import { leftOutLines } from '../../views/confirmations/left-out.ts'
import { diagnosisView } from '../../views/tables/doctor.ts'
import { dateContext } from '../date-context.ts'
import { viewOptions } from '../print-data.ts'

/**
 * Prints whether the diary file is sound; with `repairs`, after repairing what it can.
 *
 * @throws FuError `failed` if the diary is not sound at the end
 */
export async function examineDiary(app: App, { repairs }: { readonly repairs: boolean }): Promise<void> {
  const file = app.diaryFile()
  const look = (): Diagnosis => diagnose(file, app.machine.platform, app.now.day)
  const before = look()
  const done = repairs ? await repair(before, app.now) : []
  const after = done.length === 0 ? before : look()
  if (app.json) app.terminal.print(document(diagnosisJson(app, after, done)))
  else {
    app.terminal.print(diagnosisView(after, { ...viewOptions(app), node: app.machine.node }))
    for (const line of done.flatMap((one) => repairLines(app, one))) app.terminal.say(line)
    if (repairs && done.length === 0) app.terminal.note('There was nothing to repair.')
  }
  if (!isSound(after)) {
    throw failed(
      'The diary is not sound.',
      repairs ? 'The remaining problems cannot be repaired without guessing.' : 'Follow the hints above.',
    )
  }
}

function repairLines(app: App, done: Repair): string[] {
  if (done.what === 'indexes') {
    return [`The search index was rebuilt; the previous file is kept as ${done.kept}`]
  }
  if (done.what === 'schema') {
    const kept = done.kept === null ? [] : [`The previous file is kept as ${done.kept}`]
    return ['Moved the rows into a new diary.', ...kept, ...leftOutLines(done.leftOut)]
  }
  if (done.what === 'private') return [`Made private: ${done.files.join(', ')}`]
  const kept = done.kept === null ? [] : [`The previous file is kept as ${done.kept}`]
  const { lost, present } = done.comparison
  return [
    `Restored ${done.name}.`,
    ...kept,
    ...lostChangeLines(lost, present, dateContext(app)),
    ...erasureLines(done.forgetting),
  ]
}

function diagnosisJson(
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
  if (done.what === 'schema') return { ...done, leftOut: leftOutJson(done.leftOut) }
  if (done.what !== 'restored') return { ...done }
  const { what, name, kept, comparison, forgetting } = done
  return {
    what,
    name,
    kept,
    lost: lostChangesJson(comparison.lost),
    unwanted: forgetting.unwanted.map(({ id, name: of }) => ({ id, name: of })),
  }
}
