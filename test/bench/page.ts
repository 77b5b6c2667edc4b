// How long the page function takes by itself with 100,000 open promises.
import { pathToFileURL } from 'node:url'
import { compile } from './compile.ts'
import { median } from './measure.ts'

const runs = 15
const warmUp = 5
const cases = [
  { job: 'page of 100,000 open promises, a tenth of them due', due: 0.1 },
  { job: 'page of 100,000 open promises, all of them due', due: 1 },
]

/** Measures the page function for each wanted job, in milliseconds. */
export async function pageRows(
  isWanted: (job: string) => boolean,
): Promise<{ job: string; milliseconds: number; bar: number }[]> {
  const wanted = cases.filter(({ job }) => isWanted(job))
  if (wanted.length === 0) return []
  const { agendaFor, busyPage } = (await import(
    pathToFileURL(compile('busy-page.ts', 'esm')).href
  )) as typeof import('./busy-page.ts')
  return wanted.map(({ job, due }) => {
    const { now, facts, settings } = busyPage({ promises: 100_000, contacts: 20_000, due })
    const times = Array.from({ length: warmUp + runs }, () => {
      const start = performance.now()
      agendaFor(now, facts, settings)
      return performance.now() - start
    })
    return { job, milliseconds: Math.round(median(times.slice(warmUp)) * 10) / 10, bar: 100 }
  })
}
