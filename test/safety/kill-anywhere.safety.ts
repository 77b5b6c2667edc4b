import { describe, expect, it } from 'vitest'
import { callsOf, disk, fuOn } from './disk.ts'
import { jobs, readied } from './jobs.ts'
import { figure, sampled, upTo, withEach } from './program.ts'
import { faultsAfter, isSaid } from './trials.ts'

describe.skipIf(disk === null)('kill -9 at every call to the disk (needs a C compiler on Linux)', () => {
  it.each(jobs)('$name', async (job) => {
    const ready = await readied(job)
    const calls = await callsOf(ready.anew(), job.words, job.now, { what: 'kill' })
    const faults: string[] = []
    const count = { kills: 0, said: 0 }
    await withEach(sampled(upTo(calls), 6), async (at) => {
      const folder = ready.anew()
      const ran = await fuOn(folder, job.words, job.now, { what: 'kill', at })
      if (ran.signal !== 'SIGKILL') faults.push(`call ${at}: it was not ended: ${ran.stderr}`)
      const found = await faultsAfter(ready, folder, ran)
      faults.push(...found.map((fault) => `call ${at} (${folder}): ${fault}`))
      count.kills += 1
      if (isSaid(ran)) count.said += 1
    })
    figure(
      `kill -9 at each call to the disk, ${job.name}: killed at ${count.kills} of ${calls} calls, ${count.said} acknowledged by then, ${faults.length} faults`,
    )
    expect(faults).toEqual([])
  })
})
