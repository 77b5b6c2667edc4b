import { FuError } from '../domain/errors.ts'

/** Called between two pieces of a long work, for Ctrl-C to be noticed. */
export type Pause = () => Promise<void>

/** How long a work goes on between two looks, in milliseconds. */
const checkInterval = 50

/**
 * Does a long work that can be given up as long as it pauses: once Ctrl-C was pressed, its next pause is a `FuError` of
 * kind `interrupted`, for the work to leave all as it was. Before its first pause and after its end Ctrl-C ends the
 * program, as ever.
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
    // A signal is only told of when Node has nothing else to do.
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

/** Rows as they come, with a pause before each. */
export async function* pausing<Row>(
  rows: Iterable<Row> | AsyncIterable<Row>,
  pause: Pause,
): AsyncGenerator<Row> {
  for await (const row of rows) {
    await pause()
    yield row
  }
}
