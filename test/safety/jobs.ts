import fs from 'node:fs'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import { backupsOf } from '../../src/diary/backup/backups.ts'
import { openDiary } from '../../src/diary/diary.ts'
import { copyFolder, newContact } from '../support/diaries.ts'
import { aMoment } from '../support/facts.ts'
import { tracesIn } from '../support/traces.ts'
import { aPlace, diaryIn, fu, mustDo, upTo, usualNow } from './program.ts'
import { heldIn, isSame, nextOne, type Held } from './sound.ts'

/** A command that writes, and the diary it is tried on. */
export type Job = {
  readonly name: string
  readonly words: readonly string[]
  readonly now: string
  /** Whether it makes so few calls to the disk that those that read are tried as well. */
  readonly isShort?: true
  /** Whether it says nothing where it succeeds. */
  readonly isSilent?: true
  /** Makes the diary, in a folder that is there; the folder is missing before the first line of all. */
  readonly begin: ((folder: string) => Promise<void>) | null
  /** What is wrong in a folder after the command, done or cut off, beyond what is wrong with any diary. */
  readonly more?: (folder: string, isDone: boolean, held: Held) => Promise<string[]>
}

const gary = ['add', 'Gary Lee', '--phone', '0412 555 019', '--no-next']

/** A diary with two people, two promises and the backup of its day. */
async function someDiary(folder: string, now = usualNow): Promise<void> {
  await mustDo(folder, gary, now)
  await mustDo(folder, ['add', 'Ada Müller', '--promise', 'send the list', '--due', 'fri'], now)
  await mustDo(folder, ['promise', 'gary', 'call back', '--due', 'mon'], now)
}

const nextDay = '2026-11-26T09:00'

/** Why what stood before a restore is kept. */
const keptBefore: ReadonlySet<string> = new Set(['before-restore', 'damaged'])

export const jobs: readonly Job[] = [
  {
    name: 'a write',
    isShort: true,
    words: ['promise', 'gary', 'send the quote', '--due', 'fri'],
    now: usualNow,
    begin: someDiary,
  },
  { name: 'the first line of all', isShort: true, words: gary, now: usualNow, begin: null },
  {
    name: 'the first write of a day, with its backup',
    words: ['promise', 'gary', 'send the quote', '--due', 'fri'],
    now: nextDay,
    begin: someDiary,
  },
  {
    name: 'the backup of a day',
    isSilent: true,
    words: ['dailybackup', '--diary', './d.db'],
    now: nextDay,
    begin: someDiary,
    more: async (folder) => {
      // Where it was cut off, the next write makes it.
      await mustDo(folder, ['log', 'gary', 'lunch'], nextDay)
      const names = fs.readdirSync(path.join(folder, 'backups'))
      // The lock may stay where the process was ended just after its work; it is empty.
      const left = names.filter((name) => !name.endsWith('.db') && !name.endsWith('.daily-lock'))
      return [
        ...(names.includes('d-2026-11-26T0900-daily.db') ? [] : ['the next write made no backup']),
        ...left.map((name) => `${name} is left`),
      ]
    },
  },
  {
    name: 'a migration from version 1',
    words: ['promise', 'ada', 'send the quote', '--due', '2027-01-08'],
    now: nextDay,
    begin: async (folder) => {
      const old = path.join(import.meta.dirname, '../diary/migrations/old-versions/version-1.db.gz')
      fs.writeFileSync(diaryIn(folder), gunzipSync(fs.readFileSync(old)), { mode: 0o600 })
    },
  },
  {
    name: 'an import of 50',
    words: ['import', 'people.csv', '--map', 'name=who', 'phone=number'],
    now: usualNow,
    begin: async (folder) => {
      await someDiary(folder)
      const rows = upTo(50).map((row) => `Person ${row},+61 2 9374 40${String(row).padStart(2, '0')}`)
      fs.writeFileSync(path.join(folder, 'people.csv'), ['who,number', ...rows, ''].join('\r\n'))
    },
  },
  {
    name: 'a backup',
    isShort: true,
    words: ['backup'],
    now: usualNow,
    begin: someDiary,
    more: async (folder, isDone) =>
      !isDone || backupsOf(diaryIn(folder)).some(({ reason }) => reason === 'by-hand')
        ? []
        : ['the backup that was said is not there'],
  },
  {
    name: 'a restore',
    isShort: true,
    words: ['restore', 'd-2026-11-25T1420-daily.db', '--yes'],
    now: nextDay,
    begin: someDiary,
    more: async (folder, isDone) =>
      // What the disk could not read to its end is kept as it is.
      !isDone || backupsOf(diaryIn(folder)).some(({ reason }) => keptBefore.has(reason))
        ? []
        : ['what stood before is not kept'],
  },
  {
    name: 'a restore after a forgetting that was cut off',
    isShort: true,
    words: ['restore', 'd-2026-11-25T1420-daily.db', '--yes'],
    now: nextDay,
    begin: async (folder) => {
      await someDiary(folder)
      const at = aMoment(usualNow.replace('T', ' '))
      const diary = openDiary(diaryIn(folder), at)
      await diary.erasures.forget({ id: 1, block: true, at })
      diary.close()
    },
    more: async (folder, _isDone, { contacts }) => {
      const diary = openDiary(diaryIn(folder), aMoment(nextDay.replace('T', ' ')))
      const isBlocked = await diary.erasures.suppressionCheck()
      const finished = await diary.erasures.finish(aMoment(nextDay.replace('T', ' ')))
      diary.close()
      const person = { name: 'Gary Lee', company: null, emails: [], phones: [] }
      return [
        ...(contacts.includes('Gary Lee') ? ['who was forgotten is back'] : []),
        ...(finished === null ? ['it is not known any more that the forgetting is not finished'] : []),
        ...(isBlocked(person) ? [] : ['who was forgotten may come back']),
      ]
    },
  },
  {
    name: 'a forgetting',
    words: ['forget', 'gary', '--yes'],
    now: usualNow,
    begin: async (folder) => {
      await someDiary(folder)
      await mustDo(folder, ['backup'])
    },
    more: async (folder, isDone, { contacts }) => {
      if (contacts.includes('Gary Lee')) return []
      const finished = isDone ? null : await fu(folder, ['forget'])
      const isFinished =
        finished === null || finished.status === 0 || finished.stderr.includes('takes a name')
      // Long enough that no number drawn by lot has it.
      const traces = tracesIn(folder, ['gary', '0412 555 019', '412555019'])
      return [...(isFinished ? [] : [`it cannot be finished: ${finished.stderr}`]), ...traces]
    },
  },
]

/** A job with the diary that it is tried on, and what that holds before it and after it. */
export type ReadyJob = Job & {
  readonly before: Held
  readonly after: Held
  /** Makes another folder with the same diary. */
  readonly anew: () => string
}

/** Makes the diary of a job ready, and does it once with nothing in its way. */
export async function readied(job: Job): Promise<ReadyJob> {
  const place = aPlace()
  const first = path.join(place, 'first')
  if (job.begin !== null) {
    fs.mkdirSync(first, { mode: 0o700 })
    await job.begin(first)
  }
  let count = 0
  const anew = (): string => {
    count += 1
    const folder = path.join(place, `case-${count}`)
    if (job.begin !== null) copyFolder(first, folder)
    return folder
  }
  const done = anew()
  await mustDo(done, job.words, job.now)
  return { ...job, before: heldIn(first), after: heldIn(done), anew }
}

/** What is wrong with what a diary holds after a command that was cut off: it is neither done nor left. */
export function faultsOfHeld(job: ReadyJob, held: Held, isSaid: boolean): string[] {
  if (isSame(held, job.after)) return []
  if (!isSame(held, job.before)) return [`half of it is written: ${JSON.stringify(held)}`]
  return isSaid ? ['what was said is not there'] : []
}

/** What is wrong where the next write does not work, by the program or, which is quicker, through its door to the diary. */
export async function faultsOfNext(job: ReadyJob, folder: string, byProgram: boolean): Promise<string[]> {
  if (!byProgram) return faultsOfNextHere(job, folder)
  const { status, stderr, stdout } = await fu(folder, ['add', nextOne, '--no-next'], { now: job.now })
  return status === 0 && stdout.startsWith(`Added ${nextOne}`)
    ? []
    : [`the next command ended with ${status}: ${stderr}`]
}

function faultsOfNextHere(job: ReadyJob, folder: string): string[] {
  try {
    const at = aMoment(job.now.replace('T', ' '))
    const diary = openDiary(diaryIn(folder), at)
    try {
      diary.write({ command: 'add', at }, (tx) => {
        tx.title(`add ${nextOne}`)
        return tx.addContact(newContact(nextOne))
      })
    } finally {
      diary.close()
    }
    return []
  } catch (error) {
    return [`the next write failed: ${String(error)}`]
  }
}
