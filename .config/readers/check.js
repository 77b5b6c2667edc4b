// Programs that others wrote read what fu writes, and find in it what the diary has. One that is not installed is
// skipped by name; on Debian: apt-get install khard khal todoman python3-vobject libreoffice-calc.
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { khalReadsCalendar, todomanReadsCalendar, vobjectReadsCalendar } from './calendars.js'
import { khardReadsCards, vobjectReadsCards } from './cards.js'
import { aDiary } from './diary.js'
import { reader, total } from './report.js'
import { libreOfficeReadsTables, pythonReadsTables } from './tables.js'

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'fu-readers-'))
const fu = aDiary(path.join(folder, 'diary.db'))

function written(name, ...words) {
  const file = path.join(folder, name)
  fu(['export', ...words, '-o', file])
  return file
}

const { people, promises } = JSON.parse(fu(['export', '--format', 'json']))
const kept = {
  folder,
  people,
  promises,
  open: promises.filter(({ status }) => status === 'open'),
  cards: written('people.vcf', 'people', '--format', 'vcf'),
  calendar: written('promises.ics', '--format', 'ics', '--events'),
  tables: { people: written('people.csv', 'people'), promises: written('promises.csv') },
}

reader('vobject, cards', () => vobjectReadsCards(kept))
reader('khard', () => khardReadsCards(kept))
reader('vobject, calendar', () => vobjectReadsCalendar(kept))
reader('khal', () => khalReadsCalendar(kept))
reader('todoman', () => todomanReadsCalendar(kept))
reader('Python csv', () => pythonReadsTables(kept))
reader('LibreOffice', () => libreOfficeReadsTables(kept))

process.exitCode = total()
fs.rmSync(folder, { recursive: true })
