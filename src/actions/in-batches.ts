/** The number of rows that are read and printed at once. */
const batchSize = 1000

/**
 * Yields keys in batches; the caller reads the rows of one batch after the other. Each batch is a complete statement:
 * no cursor stays open while a slow reader of the output blocks the program, so another terminal can write. All keys
 * are read first, so no row is repeated or skipped. A row that changed meanwhile is shown as it is now; a deleted row
 * is left out.
 */
export function* inBatches<Key>(keys: readonly Key[]): Generator<readonly Key[]> {
  for (let start = 0; start < keys.length; start += batchSize) yield keys.slice(start, start + batchSize)
}
