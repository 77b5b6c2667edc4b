/** So many rows are read and printed at once. */
const batchSize = 1000

/**
 * Keys in batches, whose rows are read one batch after the other. Each batch is a statement of its own that runs to its
 * end: no cursor stays open while whoever reads the output lets the program wait, so another terminal can write. All keys
 * are read at once, so none comes twice or is left out; a row that changed meanwhile is shown as it is now, and one that
 * is gone is passed over.
 */
export function* inBatches<Key>(keys: readonly Key[]): Generator<readonly Key[]> {
  for (let start = 0; start < keys.length; start += batchSize) yield keys.slice(start, start + batchSize)
}
