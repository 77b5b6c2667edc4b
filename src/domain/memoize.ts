/** The same function, which computes the value of each key once and keeps it for as long as it lives itself. */
export function memoize<Key, Value>(valueOf: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>()
  return (key) => {
    const value = known.get(key) ?? valueOf(key)
    known.set(key, value)
    return value
  }
}
