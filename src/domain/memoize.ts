/** The same function, computing the value of each key only once. The cache lives as long as the function. */
export function memoize<Key, Value>(valueOf: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>()
  return (key) => {
    const value = known.get(key) ?? valueOf(key)
    known.set(key, value)
    return value
  }
}

/** Computes a value on the first call, and returns it on every call. */
export function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined
  return () => (made ??= { value: make() }).value
}
