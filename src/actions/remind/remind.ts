import type { App } from '../../app.ts'
import { FuError } from '../../domain/errors.ts'
import { remindersOf, type Notice, type Reminded } from '../../domain/reminder.ts'
import { document, type Json } from '../../formats/json/json.ts'
import { afterTelling } from '../../schedule/reminders/reminders.ts'
import { noticeText, toldSentence, type LineReminder } from '../../views/reminders/notice.ts'
import { notifierOn } from '../../terminal/notifier.ts'
import { look } from './look.ts'
import { memoryOf, type Memory } from './memory.ts'

/** The result of a look: the notices that were shown, and why the rest were not. */
type Telling = { readonly told: readonly Notice<LineReminder>[]; readonly failure: FuError | null }

/**
 * Looks once, and shows a notice on the desktop for each promise that has come up and was not told (R63). With
 * `dryRun`, it prints the notices instead. The diary is only read; what was told is stored beside it.
 *
 * @throws FuError `failed` if a notice was not shown; the next look shows it
 */
export async function remind(app: App, { dryRun }: { readonly dryRun: boolean }): Promise<void> {
  if (app.diary().isBlank) {
    report(app, [], dryRun)
    return
  }
  const memory = memoryOf(app)
  const known = memory.read()
  const { notices, reminded } = look(app, known)
  if (dryRun || isNothing(notices, reminded, known)) {
    report(app, notices, dryRun)
    return
  }
  const release = memory.lock()
  // Another look is showing them.
  const { told, failure } = release === null ? nothing : await tellUnder(release, app, memory)
  report(app, told, false)
  if (failure !== null) throw failure
}

const nothing: Telling = { told: [], failure: null }

function isNothing(notices: Telling['told'], reminded: Reminded, known: Reminded | null): boolean {
  return notices.length === 0 && reminded === known
}

/** Looks again under the lock, since another look may have shown them meanwhile, and shows the rest. */
async function tellUnder(release: () => void, app: App, memory: Memory): Promise<Telling> {
  try {
    const known = memory.read()
    const { notices, reminded } = look(app, known)
    // Stored before anything is shown: if it cannot be stored, the same notices would come every five minutes.
    if (reminded !== known) memory.write(reminded)
    return await tell(app, notices, reminded, memory)
  } finally {
    release()
  }
}

/** Shows one notice after another, and records each as soon as it is shown. */
async function tell(
  app: App,
  notices: readonly Notice<LineReminder>[],
  before: Reminded,
  memory: Memory,
): Promise<Telling> {
  const told: Notice<LineReminder>[] = []
  const notify = notifierOn(app.machine, app.run)
  let reminded = before
  for (const notice of notices) {
    try {
      await notify(noticeText(notice, context(app)))
    } catch (error) {
      if (error instanceof FuError) return { told, failure: error }
      throw error
    }
    reminded = afterTelling(reminded, notice, app.now.day)
    memory.write(reminded)
    told.push(notice)
  }
  return { told, failure: null }
}

/** Reports the notices that were shown or, with `isPlanned`, would be. */
function report(app: App, notices: readonly Notice<LineReminder>[], isPlanned: boolean): void {
  if (app.json) {
    app.terminal.print(
      document({
        command: 'remind',
        dryRun: isPlanned,
        notices: notices.map((notice) => noticeJson(app, notice)),
      }),
    )
  } else if (isPlanned) {
    for (const notice of notices) {
      const { title, body } = noticeText(notice, context(app))
      app.terminal.print(`${[title, ...body.split('\n').map((line) => `  ${line}`)].join('\n')}\n`)
    }
    if (notices.length === 0) app.terminal.note('Nothing new has come up.')
  } else {
    for (const notice of notices) app.terminal.say(toldSentence(notice, context(app)))
    if (notices.length === 0) app.terminal.say('Nothing new has come up.')
  }
}

function noticeJson(app: App, notice: Notice<LineReminder>): Json {
  const { title, body } = noticeText(notice, context(app))
  return {
    kind: notice.kind,
    title,
    body,
    promises: remindersOf(notice).map(({ uid, due, line }) => ({
      id: line.promise.id,
      uid,
      contact: { id: line.contact.id, name: line.contact.name, company: line.contact.company },
      what: line.what,
      due: { day: due.day, time: due.time },
    })),
  }
}

function context(app: App): { readonly today: App['now']['day']; readonly words: App['words'] } {
  return { today: app.now.day, words: app.words }
}
