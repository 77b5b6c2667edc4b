import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { copyFolder } from '../support/diaries.ts'
import { disk, recorded } from './disk.ts'
import { faultsOfHeld, jobs, readied, type Job, type ReadyJob } from './jobs.ts'
import { lay, platterOf, readCalls, type Lying, type Reached } from './power.ts'
import { figure, isFull, sampled } from './program.ts'
import { faultsIn, heldIn, openOnce } from './sound.ts'

/** After how many calls of a job the power is cut in the short form. */
const fewCuts = 10

describe.skipIf(disk === null)('a power cut (needs a C compiler on Linux)', () => {
  it.each(jobs)('$name', async (job) => {
    const ready = await readied(job)
    const folder = ready.anew()
    const was = `${folder}.was`
    if (fs.existsSync(folder)) copyFolder(folder, was)
    const calls = readCalls(await recorded(folder, job.words, job.now))
    const isCut = new Set(sampled([...calls.keys()], fewCuts))
    const platter = platterOf(was, folder)
    const seen = new Set<string>()
    const faults: string[] = []
    let isSaid = false
    let cuts = 0
    for (const [index, call] of calls.entries()) {
      platter.take(call)
      isSaid ||= call.call === 'said'
      if (!isCut.has(index)) continue
      for (const [way, reached] of ways(index, job.isShort === true)) {
        const lying = platter.afterCut(reached)
        cuts += 1
        if (isKnown(lying, isSaid, seen)) continue
        const target = `${folder}.cut-${cuts}`
        lay(lying, target)
        const found = await faultsAfterCut(ready, path.join(target, path.basename(folder)), isSaid)
        faults.push(...found.map((fault) => `after call ${index + 1} of ${calls.length}, ${way}: ${fault}`))
        fs.rmSync(target, { recursive: true })
      }
    }
    // What was written down is all that was done, or nothing that is played from it says anything.
    const done = (lying: Lying): unknown => digests(lying).filter(([name]) => !isOfAnother(job, name))
    expect(done(platter.afterCut(all))).toEqual(done(lyingIn(folder)))
    figure(
      `power cut in ${job.name}: ${calls.length} calls, ${cuts} cuts, ${seen.size} different diaries opened, ${faults.length} faults`,
    )
    expect(faults).toEqual([])
  })
})

/** Whether a file is one of the process that makes the day's backup beside a job; what that did was not written down. */
function isOfAnother({ isSilent }: Job, name: string): boolean {
  return isSilent !== true && /\/backups\/d(?:-[^/]*-daily(?:-\d+)?\.db|\.db\.daily-lock)$/.test(name)
}

const all: Reached = { name: () => true, sector: () => true }

/** What of the rest reaches the disk: nothing, all, names without what is in the files, the reverse, and by lot. */
function ways(cut: number, isShort: boolean): [string, Reached][] {
  const lot = lots(cut)
  const half = (): boolean => lot() < 0.5
  const byLot: Reached = { name: half, sector: half }
  const times = !isFull ? 1 : isShort ? 6 : 2
  return [
    ['nothing else', { name: () => false, sector: () => false }],
    ['all', all],
    ['names only', { name: () => true, sector: () => false }],
    ['no names', { name: () => false, sector: () => true }],
    ['names and some sectors', { name: () => true, sector: half }],
    ...Array.from({ length: times }, (_, index): [string, Reached] => [`by lot ${index + 1}`, byLot]),
  ]
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function lots(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** Whether the same lay on the disk after an earlier cut. */
function isKnown(lying: Lying, isSaid: boolean, seen: Set<string>): boolean {
  const mark = createHash('sha1')
    .update(JSON.stringify([isSaid, ...digests(lying)]))
    .digest('hex')
  if (seen.has(mark)) return true
  seen.add(mark)
  return false
}

function digests(lying: Lying): [string, string | null][] {
  return [...lying]
    .map(([place, bytes]): [string, string | null] => [
      place,
      bytes === null ? null : createHash('sha1').update(bytes).digest('hex'),
    ])
    .sort(([one], [other]) => (one < other ? -1 : 1))
}

/** What lies in a folder, the folder itself first. */
function lyingIn(folder: string): Lying {
  const parent = path.dirname(folder)
  const places = [
    folder,
    ...fs.readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => path.join(folder, name)),
  ]
  return new Map(
    places.map((place) => [
      path.relative(parent, place),
      fs.statSync(place).isFile() ? fs.readFileSync(place) : null,
    ]),
  )
}

async function faultsAfterCut(job: ReadyJob, folder: string, isSaid: boolean): Promise<string[]> {
  try {
    openOnce(folder)
    const held = heldIn(folder)
    const more = isSaid && job.more !== undefined ? await job.more(folder, true, held) : []
    return [...faultsOfHeld(job, held, isSaid), ...faultsIn(folder), ...more]
  } catch (error) {
    return [String(error)]
  }
}
