// Makes diaries to measure: the same at every run, and the same page in each, however much is stored behind it.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import Sqlite from 'better-sqlite3'
import { build } from 'esbuild'

const root = fileURLToPath(new URL('../..', import.meta.url))
const self = fileURLToPath(import.meta.url)

/** What the clock shows in every measure: a Wednesday morning. */
export const now = '2026-11-25T09:00'
const today = Date.UTC(2026, 10, 25)
const day = 86_400_000

/** The person whom the measures look for, in the middle of every diary; nobody else has any of these words. */
export const sought = { name: 'Kaspar Lindqvist', phone: '0412 555 019' }

/** The page of every diary: due today, carried over, due tomorrow, done today, and kept in touch with. */
const page = { today: 30, carriedOver: 200, tomorrow: 20, closed: 10, regulars: 100 }

/** What was done in the last weeks, in every diary: nobody does more in a day because more lies behind them. */
const recent = { days: 60, entries: 1200, closed: 300 }

const first =
  `Gary Ada Jose Mei Noa Layla Dora Sven Ines Pablo Ruth Omar Lena Ivan Tara Hugo Nina Emil Rosa Karl
  Anna Paul Vera Leon Mara Otto Elsa Finn Gwen Hans Iris Jack Kate Liam Mona Nils Olga Petr Quin Rolf`.split(
    /\s+/,
  )
const last =
  `Lee Muller Alvarez Wang Levi Haddad Stone Berg Costa Reyes Klein Aziz Weber Petrov Singh Moreau Rossi
  Novak Silva Bauer Jensen Kowalski Dupont Ferrari Horvat Lopez Meyer Nielsen Olsen Popescu Ricci Santos Tanaka
  Urban Varga Wagner Young Zeman Brandt Carlsen`.split(/\s+/)
const company = `Mortgages Bakery Printers Builders Logistics Gardens Optics Foods Textiles Motors`.split(' ')
const what =
  `send the quote|call back about the refinance|bring the papers|send the price list|ask about the delivery
  |answer about the pallets|confirm the viewing|send the invoice|arrange the fitting|check on the order`.split(
    /\s*\|/,
  )
const said =
  `wants the fixed rate|left my number|will think it over|asked for the new list|met at the trade show
  |likes the blue one|is away until Monday|paid the invoice|sends a friend|asked about the colours`.split(
    /\s*\|/,
  )

/**
 * The file of the diary of so many contacts, with 3 promises and 10 entries each. One that was made before is taken
 * again, as long as what makes it is the same. Made by another process: the memory that it takes would otherwise be
 * counted to whatever is started after it.
 */
export function diaryOf(folder, contacts) {
  const folderOfTables = path.join(root, 'src/diary/migrations')
  const makers = fs.readdirSync(folderOfTables).map((name) => path.join(folderOfTables, name))
  const hash = createHash('sha256')
  for (const maker of [self, ...makers]) hash.update(fs.readFileSync(maker))
  const file = path.join(folder, `${contacts}-${hash.digest('hex').slice(0, 8)}.db`)
  if (!fs.existsSync(file)) execFileSync(process.execPath, [self, file, String(contacts)])
  return file
}

async function makeDiary(file, contacts) {
  const lookupOf = await keysOfProgram()
  const draft = `${file}.draft`
  fs.rmSync(draft, { force: true })
  // The program makes the file, so that it has its own tables, indexes and marks.
  execFileSync(process.execPath, [path.join(root, 'bin/fu.js'), 'add', 'Nobody Else', '--no-next'], {
    env: { ...process.env, FU_DIARY: draft, FU_NOW: now },
  })
  const db = new Sqlite(draft)
  db.pragma('journal_mode = OFF')
  db.pragma('synchronous = OFF')
  db.pragma('cache_size = -400000')
  const triggers = db.prepare(`SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'`).all()
  db.transaction(() => {
    for (const { name } of triggers) db.exec(`DROP TRIGGER ${name}`)
    fill(db, contacts, lookupOf)
    db.exec(searchTables)
    for (const { sql } of triggers) db.exec(sql)
  })()
  db.close()
  fs.renameSync(draft, file)
}

/** What the triggers write for each row, for all rows at once: row by row it takes twenty times as long. */
const searchTables = `
  DELETE FROM contact_search;
  INSERT OR IGNORE INTO contact_keys
    SELECT k.value ->> 0, k.value ->> 1, c.id FROM contacts c, json_each(c.lookup, '$.keys') k ORDER BY 1, 2, 3;
  INSERT INTO contact_search (rowid, name, numbers, rest)
    SELECT id, lookup ->> '$.name', lookup ->> '$.numbers', lookup ->> '$.rest' FROM contacts;
  INSERT INTO promise_search (rowid, text)
    SELECT id, concat_ws(' ', what, trigger, reason, note) FROM promises;
  INSERT INTO entry_search (rowid, text) SELECT id, concat_ws(' ', text, offer) FROM entries;
`

/** What gives the keys of a contact, as the program itself makes them. */
async function keysOfProgram() {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: ['src/diary/queries/lookup.ts'],
    bundle: true,
    format: 'esm',
    write: false,
  })
  const source = Buffer.from(outputFiles[0].contents).toString('base64')
  return (await import(`data:text/javascript;base64,${source}`)).lookupOf
}

function fill(db, count, lookupOf) {
  const random = seeded(count)
  const one = (list) => list[Math.floor(random() * list.length)]
  const days = (offset) => new Date(today + offset * day).toISOString().slice(0, 10)
  const seconds = (offset) => (today + offset * day) / 1000 + Math.floor(random() * 28_800) + 28_800
  const put = (table, columns) =>
    db.prepare(`INSERT INTO ${table} (${columns}) VALUES (${columns.split(',').map(() => '?')})`)
  const contact = put(
    'contacts',
    'uid,name,company,phones,emails,addresses,tags,every,added_at,added_offset,lookup',
  )
  const promise = put(
    'promises',
    `uid,contact_id,owner,what,kind,hot,due_day,promised_day,made_at,made_offset,status,closed_at,closed_offset,outcome`,
  )
  const entry = put('entries', 'uid,at,at_offset,contact_id,promise_id,act,direction,channel,outcome,text')

  const { seq } = db.prepare(`SELECT seq FROM sqlite_sequence WHERE name = 'contacts'`).get()
  const middle = Math.floor(count / 2)
  for (let number = 0; number < count; number += 1) {
    const isSought = number === middle
    const name = isSought ? sought.name : `${one(first)} ${one(last)}`
    const typed = isSought
      ? sought.phone
      : `04${10 + Math.floor(random() * 9)} ${digits(random)} ${digits(random)}`
    const phone = {
      label: null,
      value: typed,
      readable: typed,
      e164: `+61${typed.replaceAll(' ', '').slice(1)}`,
    }
    const known = {
      name,
      company: random() < 0.3 ? `${one(last)} ${one(company)}` : null,
      nick: null,
      phones: [phone],
      emails: [{ label: null, value: `${name.toLowerCase().replace(' ', '.')}@mail${number % 50}.example` }],
      addresses: [],
      tags: [],
      source: { met: null, word: null, from: null },
      note: null,
      bestTime: null,
    }
    contact.run(
      uid(random),
      name,
      known.company,
      JSON.stringify(known.phones),
      JSON.stringify(known.emails),
      '[]',
      '[]',
      number < page.regulars ? '90d' : null,
      seconds(-1500),
      0,
      JSON.stringify(lookupOf(known)),
    )
  }
  for (let number = 0; number < count * 3; number += 1) {
    const { due, closed } = dated(number, count * 3, random)
    promise.run(
      uid(random),
      seq + 1 + (number % count),
      number % 10 === 9 ? 'theirs' : 'mine',
      one(what),
      'promise',
      0,
      days(due),
      days(due),
      seconds(Math.min(due, 0) - 20),
      0,
      closed === null ? 'open' : 'kept',
      closed === null ? null : seconds(closed),
      closed === null ? null : 0,
      closed === null ? null : 'reached',
    )
  }
  for (let number = 0; number < count * 10; number += 1) {
    const isTry = random() < 0.3
    entry.run(
      uid(random),
      seconds(number < recent.entries ? -(1 + (number % recent.days)) : past(random)),
      0,
      seq + 1 + (number % count),
      null,
      isTry ? 'tried' : 'logged',
      'out',
      'call',
      isTry ? 'no-answer' : 'reached',
      one(said),
    )
  }
}

/** When a promise is due and when it was closed, in days from today: the page first, then a tenth open later on. */
function dated(number, count, random) {
  const { today: due, carriedOver, tomorrow, closed } = page
  const places = [
    [due, () => ({ due: 0, closed: null })],
    [carriedOver, () => ({ due: -1 - Math.floor(random() * 60), closed: null })],
    [tomorrow, () => ({ due: 1, closed: null })],
    [closed, () => ({ due: 0, closed: 0 })],
    [count / 10, () => ({ due: 8 + Math.floor(random() * 900), closed: null })],
    [recent.closed, () => kept(-1 - (number % recent.days))],
    [Number.POSITIVE_INFINITY, () => kept(past(random))],
  ]
  let left = number
  for (const [size, make] of places) {
    if (left < size) return make()
    left -= size
  }
}

/** A day before the last weeks, in days from today. */
const past = (random) => -recent.days - 1 - Math.floor(random() * 1400)

const kept = (offset) => ({ due: offset, closed: offset })

const digits = (random) => String(Math.floor(random() * 1000)).padStart(3, '0')

function uid(random) {
  const part = () =>
    Math.floor(random() * 0x1_0000_0000)
      .toString(16)
      .padStart(8, '0')
  const hex = part() + part() + part() + part()
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`
}

/** Numbers from 0 to 1 that look random and are the same for the same seed (mulberry32). */
function seeded(seed) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

if (process.argv[1] === self) await makeDiary(process.argv[2], Number(process.argv[3]))
