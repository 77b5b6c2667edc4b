// npm run test:readers: other programs read what fu writes, and must find in it what the diary has. One that is not
// installed is skipped, and named; on Debian: apt-get install khard khal todoman python3-vobject libreoffice-calc.
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { khalReadsCalendar, todomanReadsCalendar, vobjectReadsCalendar } from './calendars.ts'
import { khardReadsCards, vobjectReadsCards } from './cards.ts'
import { makeDiary, type Exported, type Person, type PromiseRow } from './diary.ts'
import { report, total } from './report.ts'
import { libreOfficeReadsTables, libreOfficeRunsNothing, pythonReadsTables } from './tables.ts'

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'fu-readers-'))

function exportAll(): Exported {
  const fu = makeDiary(path.join(folder, 'diary.db'))
  const written = (name: string, ...words: string[]): string => {
    const file = path.join(folder, name)
    fu(['export', ...words, '-o', file])
    return file
  }
  const { people, promises } = JSON.parse(fu(['export', '--format', 'json'])) as {
    people: Person[]
    promises: PromiseRow[]
  }
  return {
    folder,
    people,
    promises,
    open: promises.filter(({ status }) => status === 'open'),
    cards: written('people.vcf', 'people', '--format', 'vcf'),
    calendar: written('promises.ics', '--format', 'ics', '--events'),
    tables: { people: written('people.csv', 'people'), promises: written('promises.csv') },
  }
}

try {
  const exported = exportAll()
  report('vobject, cards', () => vobjectReadsCards(exported))
  report('khard', () => khardReadsCards(exported))
  report('vobject, calendar', () => vobjectReadsCalendar(exported))
  report('khal', () => khalReadsCalendar(exported))
  report('todoman', () => todomanReadsCalendar(exported))
  report('Python csv', () => pythonReadsTables(exported))
  report('LibreOffice', () => libreOfficeReadsTables(exported))
  report('LibreOffice, formulas', () => libreOfficeRunsNothing(exported))
  process.exitCode = total()
} finally {
  fs.rmSync(folder, { recursive: true })
}
