type Store<Key, Value> = {
  readonly get: (key: Key) => Value | undefined
  readonly set: (key: Key, value: Value) => unknown
}

/**
 * The same function, which works out the value of each key once. A long page asks the calendar about few days
 * many times, and the calendar is what costs.
 *
 * @param store where the values are kept; a `WeakMap` lets go of them with their keys
 */
export function memoize<Key, Value>(
  valueOf: (key: Key) => Value,
  store: Store<Key, Value> = new Map<Key, Value>(),
): (key: Key) => Value {
  return (key) => {
    const known = store.get(key)
    if (known !== undefined) return known
    const value = valueOf(key)
    store.set(key, value)
    return value
  }
}
