import { describe, expect, it } from 'vitest'
import { callsOf, disk, fuOn } from './disk.ts'
import { jobs, readied, type Job, type ReadyJob } from './jobs.ts'
import { figure, isFull, sampled, upTo, withEach, type Ran } from './program.ts'
import { heldIn, isSame } from './sound.ts'
import { faultsAfter, isSaid } from './trials.ts'

type Failure = {
  readonly name: string
  readonly what: 'ENOSPC' | 'EIO'
  readonly reads: boolean
  readonly isTried: (job: Job) => boolean
}

const failures: readonly Failure[] = [
  { name: 'ENOSPC at each call that needs room', what: 'ENOSPC', reads: false, isTried: () => true },
  { name: 'EIO at each call that changes something', what: 'EIO', reads: false, isTried: () => true },
  {
    name: 'EIO at each call, those that read among them',
    what: 'EIO',
    reads: true,
    isTried: ({ isShort }) => isFull && isShort === true,
  },
]

describe.skipIf(disk === null)('a disk that is full or fails (needs a C compiler on Linux)', () => {
  it.each(jobs)('$name', async (job) => {
    const ready = await readied(job)
    const faults: string[] = []
    for (const failure of failures.filter(({ isTried }) => isTried(job))) {
      faults.push(...(await faultsUnder(failure, ready)))
    }
    expect(faults).toEqual([])
  })
})

async function faultsUnder({ name, what, reads }: Failure, job: ReadyJob): Promise<string[]> {
  const calls = await callsOf(job.anew(), job.words, job.now, { what, reads })
  const faults: string[] = []
  const count = { tried: 0, failed: 0 }
  await withEach(sampled(upTo(calls), 4), async (at) => {
    const folder = job.anew()
    const ran = await fuOn(folder, job.words, job.now, { what, at, reads })
    const found = [...faultsOfReport(job, folder, ran), ...(await faultsAfter(job, folder, ran))]
    faults.push(...found.map((fault) => `${what} at call ${at} (${folder}): ${fault}`))
    count.tried += 1
    if (ran.status !== 0) count.failed += 1
  })
  figure(
    `${name}, ${job.name}: ${count.tried} of ${calls} tried, ${count.failed} ended with status 1 and a sentence, ${faults.length} faults`,
  )
  return faults
}

/** What is wrong with how a failure is said. */
function faultsOfReport(job: ReadyJob, folder: string, ran: Ran): string[] {
  const { status, signal, stderr } = ran
  if (status === 0) return isSaid(ran) || job.isSilent === true ? [] : ['it ended well and said nothing']
  const isSentence = /^\S.*[.!]\n/.test(stderr) && !/bug in fu|\n\s+at |Error:/.test(stderr)
  const claimsNothing = /Nothing was (?:written|changed|brought back)|is as it was/.test(stderr)
  // Looked at as it lies: whoever opens it may take back what a journal beside it says.
  const isWritten = claimsNothing && !isSame(heldIn(folder), job.before)
  return [
    ...(status === 1 ? [] : [`it ended with ${status ?? signal}`]),
    ...(isSentence ? [] : [`no sentence: ${stderr}`]),
    ...(isSaid(ran) && job.name !== 'a forgetting' ? [`it failed, and said: ${ran.stdout}`] : []),
    ...(isWritten ? [`it says that nothing was written: ${stderr}`] : []),
  ]
}
