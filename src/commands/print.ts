import type { App } from '../app.ts'
import { addDays, type Day } from '../domain/day.ts'
import { usage } from '../domain/errors.ts'
import { promisesOffThePage, type OffThePage } from '../schedule/page/off-the-page.ts'
import { agendaFor } from '../schedule/page/page.ts'
import { weekFrom } from '../schedule/page/week.ts'
import { paperPage, paperWeek, type PaperOptions } from '../views/paper/paper.ts'
import { defineCommand } from '../command/define-command.ts'
import { statesOf } from '../actions/derived.ts'
import { outputFile, writeDocument } from '../actions/export/output.ts'
import { factsFor, pageSettings } from '../actions/page/page-facts.ts'
import { closedOn, factsThen } from '../actions/page/past-day.ts'
import { readWhen } from '../actions/read-when.ts'

export const print = defineCommand({
  diary: 'needed',
  examples: ['fu print', 'fu print fri -o friday.html', 'fu print next mon --week'],
  details: [
    'A document that a browser opens and prints, on A5, A4 or Letter; it needs no',
    'network. In a pipe it goes there; on a terminal it is written to fu-<day>.html',
    '(fu-week-<day>.html) in this folder, in place of one printed before.',
  ].join('\n'),
  options: (command) =>
    command
      .argument('[when...]', 'the day, or the first of the week, as a date phrase; today by itself')
      .option('--week', 'the seven days from then')
      .option('-o, --output <file>', 'the file to write, in place of one that is there; "-" for a pipe'),
  run: async (app, [when], { week, output }) => {
    if (app.json) {
      throw usage(
        'A printed page is no data.',
        `For its lines as JSON: fu ${week === true ? 'week' : 'today'} --json.`,
      )
    }
    const day = when.length === 0 ? app.now.day : readWhen(app, when.join(' '), 'either').day
    const text = week === true ? weekOf(app, day) : pageOf(app, day)
    const ownName = app.terminal.isScreen ? `fu-${week === true ? 'week-' : ''}${day}.html` : undefined
    await writeDocument(app, outputFile(output ?? ownName), [text], '; open it in a browser to print it')
  },
})

function pageOf(app: App, day: Day): string {
  const settings = pageSettings(app)
  const facts = factsFor(app, day, settings)
  const then = day < app.now.day ? factsThen(app, facts) : facts
  const agenda = agendaFor(app.now, then, settings)
  const week = weekFrom(day, app.now, factsFor(app, addDays(day, 6), settings), settings)
  return paperPage({ agenda, off: offThePageOf(app, day), week }, optionsOf(app))
}

function weekOf(app: App, first: Day): string {
  const settings = pageSettings(app)
  const days = weekFrom(first, app.now, factsFor(app, addDays(first, 6), settings), settings).map(
    (ahead) => ({
      ...ahead,
      off: ahead.day > app.now.day ? [] : offThePageOf(app, ahead.day),
    }),
  )
  return paperWeek(days, optionsOf(app))
}

function offThePageOf(app: App, day: Day): OffThePage[] {
  const entries = app.diary().entriesOn(day, day)
  const ids = new Set(entries.flatMap(({ promise }) => promise ?? []))
  const promises = [...closedOn(app, day), ...[...ids].flatMap((id) => app.diary().promise(id) ?? [])]
  const states = statesOf(app, promises)
  return promisesOffThePage(day, entries, promises, ({ id }) => states.get(id)?.next ?? null)
}

function optionsOf({ words, locale, now }: App): PaperOptions {
  return { words, locale, now: now.day }
}
