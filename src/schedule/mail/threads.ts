/** A message by its own id and those that it names. */
export type Linked = { readonly id: string; readonly answers: readonly string[] }

/** Which messages belong together. */
export type Threads = {
  /** What all messages of a thread have in common, by the id of one of them; the id itself where it stands alone. */
  of(id: string): string
}

/** Joins messages into threads by their ids alone: a subject decides nothing. */
export function threadsOf(messages: Iterable<Linked>): Threads {
  const parents = new Map<string, string>()
  const rootOf = (id: string): string => {
    let root = id
    for (let next = parents.get(root); next !== undefined; next = parents.get(root)) root = next
    // Later look-ups take one step.
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
