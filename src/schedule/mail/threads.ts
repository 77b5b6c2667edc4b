/** A message by its own id and those that it names. */
export type Linked = { readonly id: string; readonly answers: readonly string[] }

/** Which messages belong together. */
export type Threads = {
  /** The key that all messages of a thread share, by the id of one of them; the id itself if it is alone. */
  of(id: string): string
}

/** Joins messages into threads by their ids alone: subjects decide nothing. */
export function threadsOf(messages: Iterable<Linked>): Threads {
  const parents = new Map<string, string>()
  const rootOf = (id: string): string => {
    let root = id
    for (let next = parents.get(root); next !== undefined; next = parents.get(root)) root = next
    // Shortens the path, so that later look-ups take one step.
    for (let step = id; step !== root;) {
      const next = parents.get(step) ?? root
      parents.set(step, root)
      step = next
    }
    return root
  }
  for (const { id, answers } of messages) {
    for (const answered of answers) {
      const [one, other] = [rootOf(id), rootOf(answered)]
      if (one !== other) parents.set(one, other)
    }
  }
  return { of: rootOf }
}
