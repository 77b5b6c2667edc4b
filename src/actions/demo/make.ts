import type { App } from '../../app.ts'
import { makeDiary } from '../../diary/make.ts'
import { demoPlace } from '../../diary/file/place.ts'
import { addDays, isTime, type Day } from '../../domain/day.ts'
import { usage } from '../../domain/errors.ts'
import { document } from '../../formats/json/json.ts'
import { readShellLine } from '../../parse/shell/shell-line.ts'
import { settingsFrom } from '../../parse/settings/settings.ts'
import type { Terminal } from '../../terminal/terminal.ts'
import { demoText } from '../../views/confirmations/demo.ts'
import { sample } from './sample.ts'

/** Runs a command line. */
export type RunWords = (app: App, words: readonly string[]) => Promise<void>

/**
 * Writes the sample diary to a new file, beside the user's own diary unless `output` names one, and explains how to
 * explore it. Its lines are run as commands, each at its time.
 *
 * @throws FuError `refused` if the path is taken
 */
export async function makeDemo(app: App, output: string | null, run: RunWords): Promise<void> {
  const file = output ?? demoPlace(app.diaryFile())
  if (file === '' || file === '-') throw usage('A sample diary needs a file.', 'Name one, as in -o demo.db.')
  const people = await makeDiary(file, async (diary) => {
    const at = (day: Day, time: string): App => ({
      ...app,
      now: app.momentAt({ day, time: isTime(time) ? time : null }),
      diary: () => diary,
      diaryFile: () => file,
      settings: () => settingsFrom(diary.settings(), app.locale),
      terminal: silent,
      json: false,
      afresh: () => at(day, time),
    })
    for (const { daysAgo, time, lines } of sample) {
      const then = at(addDays(app.now.day, -daysAgo), time)
      for (const line of lines) await run(then, wordsOf(line, app.now.day))
    }
    return diary.extent().contacts
  })
  if (app.json) app.terminal.print(document({ command: 'demo', file, people }))
  else for (const sentence of demoText(file, people, app.machine.platform)) app.terminal.say(sentence)
}

/** The words of a line, with its days filled in. */
function wordsOf(line: string, today: Day): readonly string[] {
  const dated = line
    .replace('{birthday}', addDays(today, 5).slice(5))
    .replaceAll(/\{(-?\d+)\}/g, (_, days: string) => addDays(today, Number(days)))
  return readShellLine(`${dated} `).words
}

/** The output of the sample's commands is not shown. */
const silent: Terminal = {
  width: 80,
  isScreen: false,
  print: () => undefined,
  printAll: async () => undefined,
  say: () => undefined,
  note: () => undefined,
  noteWrite: () => undefined,
  progress: () => undefined,
  prompts: null,
  keys: null,
  editor: null,
  links: false,
}
