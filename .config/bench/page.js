// How long the page function takes by itself with 100,000 open promises: `node .config/bench/page.js [--json]`.
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { busyDiary } from './busy-diary.js'

const root = fileURLToPath(new URL('../..', import.meta.url))
const runs = 15
const warmUp = 5
const cases = [
  { job: 'page of 100,000 open promises, a tenth of them due', due: 0.1 },
  { job: 'page of 100,000 open promises, all of them due', due: 1 },
]

/** The rows `{ job, median, bar }`, in milliseconds. */
export async function pageRows() {
  const source = await bundled()
  const rows = []
  for (const { job, due } of cases) {
    const { now, facts, settings } = busyDiary(source, { promises: 100_000, contacts: 20_000, due })
    const times = Array.from({ length: warmUp + runs }, () => {
      const start = performance.now()
      source.agendaFor(now, facts, settings)
      return performance.now() - start
    }).slice(warmUp)
    const median = times.toSorted((a, b) => a - b)[Math.floor(runs / 2)]
    rows.push({ job, median: Math.round(median * 10) / 10, bar: 100 })
  }
  return rows
}

/** The page function as it is shipped, and the builders of the tests, as one module. */
async function bundled() {
  const { outputFiles } = await build({
    absWorkingDir: root,
    stdin: {
      contents: `
        export { agendaFor } from './src/schedule/page/page.ts'
        export { addDays } from './src/domain/day.ts'
        export * from './test/support/facts.ts'`,
      resolveDir: root,
    },
    bundle: true,
    write: false,
    platform: 'node',
    format: 'esm',
    target: 'node20.17',
    logLevel: 'warning',
  })
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`)
}

if (process.argv[1] !== undefined && path.resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const rows = await pageRows()
  if (process.argv.includes('--json')) console.log(JSON.stringify(rows))
  else
    console.table(Object.fromEntries(rows.map(({ job, median, bar }) => [job, { 'median ms': median, bar }])))
}
