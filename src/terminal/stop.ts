import { FuError } from '../domain/errors.ts'

/** Call it between two steps of a long job, so that Ctrl-C is noticed. */
export type Pause = () => Promise<void>

/** In milliseconds: how long a job runs between two checks. */
const checkInterval = 50

/**
 * Runs a long job that the user can interrupt while it pauses: after Ctrl-C, its next pause throws a `FuError` of kind
 * `interrupted`, and the job must then leave everything unchanged. Before its first pause and after its end, Ctrl-C
 * ends the program as usual.
 */
export async function stoppable<Value>(work: (pause: Pause) => Promise<Value>): Promise<Value> {
  let isStopped = false
  let looked: number | null = null
  const stop = (): void => {
    isStopped = true
  }
  const pause: Pause = async () => {
    if (looked === null) process.on('SIGINT', stop)
    else if (performance.now() - looked < checkInterval) return
    // Node delivers a signal only when it is idle.
    await new Promise((resolve) => setImmediate(resolve))
    looked = performance.now()
    if (isStopped) throw new FuError('interrupted', 'Stopped; nothing was written.')
  }
  try {
    return await work(pause)
  } finally {
    process.off('SIGINT', stop)
  }
}

/** Passes rows on, with a pause before each. */
export async function* pausing<Row>(
  rows: Iterable<Row> | AsyncIterable<Row>,
  pause: Pause,
): AsyncGenerator<Row> {
  for await (const row of rows) {
    await pause()
    yield row
  }
}
