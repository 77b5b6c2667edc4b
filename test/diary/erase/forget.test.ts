import fs from 'node:fs'
import path from 'node:path'
import zlib from 'node:zlib'
import Sqlite from 'better-sqlite3'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { openDiary } from '../../../src/diary/diary.ts'
import { journalFaults } from '../../../src/diary/doctor/history.ts'
import { finishForgetting, forgetPerson, isForgettingUnfinished } from '../../../src/diary/erase/forget.ts'
import { aFolder } from '../../support/diaries.ts'
import { aMoment } from '../../support/facts.ts'
import { beginning, histories, writing } from '../../support/histories.ts'
import { aProgram, type Program } from '../../support/program.ts'
import { runs } from '../../support/runs.ts'
import { filesIn, tracesIn } from '../../support/traces.ts'

/** Everything that is written of one person, in two cards, of which nothing else has three letters. */
const marks = [
  'Zyxwvut',
  'Qwkrtyp',
  'Vbnmkj',
  'Wxzquj',
  '0447913',
  '61447913',
  '0488317',
  'zyxq@xqzw.jxz',
  'jkvqx',
  'xqylpfz',
  'wqjzkx',
  'fkzwqv',
  'pqzvxw',
  'hqxjwk',
]

/** A diary in a folder, and the program that writes it. */
type Kept = Program & {
  readonly home: string
  readonly file: string
  readonly backUp: (day: string) => string
}

function aKeptDiary(): Kept {
  const home = aFolder()
  const file = path.join(home, '.local/share/fu/diary.db')
  const program = aProgram({ home })
  return {
    ...program,
    home,
    file,
    backUp: (day) => {
      const backup = path.join(path.dirname(file), 'backups', `diary-${day}T0900-daily.db`)
      fs.mkdirSync(path.dirname(backup), { recursive: true, mode: 0o700 })
      fs.copyFileSync(file, backup)
      return backup
    },
  }
}

async function typed(fu: Program['fu'], lines: readonly string[]): Promise<void> {
  for (const line of lines) expect([line, (await fu(line)).status]).toEqual([line, 0])
}

const others = ['config country AU', 'add Bob --company "Ace Ltd" --phone 0299990000 --no-next']
const before = [
  'add "Zyxwvut Qwkrtyp" --company Vbnmkj --phone 0447913579 --email zyxq@xqzw.jxz --note jkvqx --promise xqylpfz --due fri',
  'edit zyxwvut --phone 0488317579',
  'add Carl --from zyxwvut --no-next',
  'wait bob papers --about zyxwvut --due fri',
  'log zyxwvut wqjzkx',
  'sold zyxwvut fkzwqv',
]
const after = [
  'add "Wxzquj Qwkrtyp" --phone 0447913579 --no-next',
  'heard wxzquj pqzvxw',
  'merge wxzquj bob',
  'edit bob --best-time mornings',
  'undo',
  'undo',
  'merge wxzquj zyxwvut',
  'undo',
  'edit zyxwvut --best-time hqxjwk',
  'merge wxzquj zyxwvut',
  'add "Zyxwvut Qwkrtyp" --note jkvqx --no-next',
  'undo',
]

/** A diary with everything in it, and backups: of before they came, of when they had, of now, and that of the day. */
async function aFullDiary(): Promise<Kept> {
  const kept = aKeptDiary()
  await typed(kept.fu, others)
  kept.backUp('2026-11-22')
  await typed(kept.fu, before)
  kept.backUp('2026-11-23')
  await typed(kept.fu, after)
  kept.backUp('2026-11-24')
  return kept
}

function everyId(file: string): { contacts: number; broken: unknown[] } {
  const db = new Sqlite(file, { readonly: true })
  try {
    return {
      contacts: Number(db.prepare('SELECT count(*) FROM contacts').pluck().get()),
      broken: [
        db.pragma('foreign_key_check'),
        db.pragma('integrity_check', { simple: true }),
        db.pragma('freelist_count', { simple: true }),
      ],
    }
  } finally {
    db.close()
  }
}

describe('forgetting somebody', () => {
  test('leaves no trace of them in the diary, its side files and its backups', async () => {
    const { fu, home, file } = await aFullDiary()
    const seen = new Set(tracesIn(home, marks).map((trace) => trace.replace(/^.*: /, '')))
    expect(marks.filter((mark) => !seen.has(mark))).toEqual([])
    expect(seen).toContain('zyx of Zyxwvut in contact_search')

    expect(await fu('forget zyxwvut --yes --block')).toMatchObject({ status: 0 })
    expect(tracesIn(home, marks)).toEqual([])
    for (const one of filesIn(home)) {
      expect([path.basename(one), everyId(one).broken]).toEqual([path.basename(one), [[], 'ok', 0]])
      expect(fs.statSync(one).mode & 0o777).toBe(0o600)
    }
    expect(filesIn(home)).toHaveLength(5)
    expect(everyId(file).contacts).toBe(2)
    expect((await fu('doctor')).stdout).toMatch(/every row matches the history/)
  })

  test('keeps the others, with their words, and without the links', async () => {
    const { fu } = await aFullDiary()
    await fu('forget zyxwvut --yes')
    expect((await fu('show bob')).stdout).toContain('papers (they owe it) · Fri 27 Nov')
    expect((await fu('show carl')).stdout).not.toContain('from')
    expect((await fu('list')).stdout.match(/papers/g)).toHaveLength(1)
  })

  test('reaches the copy that was made before the diary was brought up to date', async () => {
    const { fu, home, file } = aKeptDiary()
    fs.mkdirSync(path.dirname(file), { recursive: true })
    const old = path.join(import.meta.dirname, '../migrations/old-versions/facts-1.db.gz')
    fs.writeFileSync(file, zlib.gunzipSync(fs.readFileSync(old)), { mode: 0o600 })
    await fu('today')
    // Others have letters in common with them.
    const traces = () =>
      tracesIn(home, ['asks too', '+61412555023']).filter((trace) => !trace.includes(' of '))
    expect(traces().join()).toMatch(/before-migration\.db: asks too/)
    expect((await fu('forget fay --yes')).stdout).toContain('erased from the diary and one backup.')
    expect(traces()).toEqual([])
  })

  test('lets what is older be taken back where it was not about them, and nothing else', async () => {
    const { fu, home, file } = await aFullDiary()
    await fu('forget zyxwvut --yes')
    const statuses = []
    for (let id = 21; id >= 1; id -= 1) statuses.push([id, (await fu(`undo ${id}`)).status])
    // 6 is what Bob owes, 2 is Bob himself, 1 is a setting; 21 is the forgetting.
    expect(statuses.filter(([, status]) => status !== 5)).toEqual([
      [6, 0],
      [2, 0],
      [1, 0],
    ])
    expect(tracesIn(home, marks).filter((trace) => !trace.includes('deleted letters'))).toEqual([])
    expect(everyId(file).broken.slice(0, 2)).toEqual([[], 'ok'])
    expect((await fu('undo')).stderr).toMatch(/cannot be undone: a forgotten person is gone for good/)
  })

  test('is finished later where a backup could not be opened', async () => {
    const { fu, home, file } = await aFullDiary()
    const damaged = path.join(path.dirname(file), 'backups', 'diary-2026-11-20T0900-daily.db')
    fs.writeFileSync(damaged, 'no diary, but Zyxwvut stands in it')
    expect(await fu('forget zyxwvut --yes')).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(
        /Erased, but not from one copy: .*diary-2026-11-20T0900-daily\.db \(file is not a database\)\./,
      ),
    })
    expect(tracesIn(home, marks)).toEqual(['.local/share/fu/backups/diary-2026-11-20T0900-daily.db: Zyxwvut'])
    expect(await fu('forget')).toMatchObject({ status: 1 })
    fs.rmSync(damaged)
    expect(await fu('forget')).toMatchObject({
      status: 0,
      stdout: 'Finished: everybody who was forgotten is erased from the diary and 4 backups.\n',
    })
    expect(await fu('forget')).toMatchObject({ status: 2 })
  })

  test('is never said to have written nothing where it cannot be finished', async () => {
    const { fu, db } = aProgram()
    await typed(fu, ['add Gary --no-next'])
    forgetPerson(db, { id: 1, block: false, at: aMoment('2026-11-25') })
    db.exec('BEGIN')
    expect(() => finishForgetting(db, null, aMoment('2026-11-25'))).toThrow(
      expect.objectContaining({
        kind: 'failed',
        message:
          'Erased, but traces may be left in the file and its backups: cannot VACUUM from within a transaction.',
        hint: 'Once that is fixed, "fu forget" without a name finishes the erasure.',
      }),
    )
    db.exec('ROLLBACK')
    expect(isForgettingUnfinished(db)).toBe(true)
    expect(await fu('forget')).toMatchObject({ status: 0 })
  })

  test('is finished later where it was killed in between', async () => {
    const { fu, home, file } = await aFullDiary()
    const diary = openDiary(file, aMoment('2026-11-25'))
    const [who] = diary.contacts.matching({ rule: 'name', key: 'zyxwvut qwkrtyp' })
    await diary.erasures.forget({ id: who?.id ?? 0, block: false, at: aMoment('2026-11-25') })
    diary.close()
    const backups = path.join(path.dirname(file), 'backups')
    fs.copyFileSync(
      path.join(backups, 'diary-2026-11-24T0900-daily.db'),
      path.join(backups, 'diary.db.1a2b3c4d.unfinished'),
    )
    expect(tracesIn(path.dirname(file), marks).filter((trace) => trace.startsWith('diary.db'))).toEqual([])
    expect(await fu('forget')).toMatchObject({ status: 0 })
    expect(tracesIn(home, marks)).toEqual([])
    expect(filesIn(home)).toHaveLength(5)
  })

  test('never comes back with anything that is taken back later, whatever was written before', async () => {
    await fc.assert(
      fc.asyncProperty(histories(writing, 8), fc.nat(), async (history, choice) => {
        const { fu, setClock, db } = aProgram()
        for (const { at, words } of [...beginning, ...history]) {
          setClock(at)
          await fu(words)
        }
        const ids = db.prepare<[], number>('SELECT id FROM contacts ORDER BY id').pluck().all()
        const forgotten = ids[choice % ids.length]
        expect(await fu(`forget @${forgotten} --yes`)).toMatchObject({ status: 0 })
        const mentions = `SELECT count(*) FROM (
            SELECT contact_id AS id FROM promises UNION ALL SELECT about_id FROM promises
            UNION ALL SELECT contact_id FROM entries UNION ALL SELECT contact_id FROM plan_runs
            UNION ALL SELECT from_id FROM contacts UNION ALL SELECT id FROM contacts
            UNION ALL SELECT value FROM journal_changes, json_each(before)
              WHERE key IN ('contact_id', 'about_id', 'from_id') OR kind = 'contacts' AND key = 'id'
            UNION ALL SELECT value FROM journal_changes, json_each(after)
              WHERE key IN ('contact_id', 'about_id', 'from_id') OR kind = 'contacts' AND key = 'id')
            WHERE id = ?`
        const mentioned = (): unknown => db.prepare(mentions).pluck().get(forgotten)
        expect(mentioned()).toBe(0)
        expect(journalFaults(db)).toEqual([])
        const last = Number(db.prepare('SELECT max(id) FROM journal').pluck().get())
        for (let id = last; id >= 1; id -= 1) expect([0, 5]).toContain((await fu(`undo ${id}`)).status)
        expect(mentioned()).toBe(0)
        expect(db.pragma('foreign_key_check')).toEqual([])
        db.close()
      }),
      runs(15),
    )
  })
})
