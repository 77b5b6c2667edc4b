/** Collects an option that may be given several times, and may have been cleared before with its `--no-`. */
export function collect(value: string, before: string[] | false | undefined): string[] {
  const collected = [...(before || []), value]
  if (before === false || (before !== undefined && replacesAll(before))) afterClearing.add(collected)
  return collected
}

/** Whether the collected values replace everything there was: `--no-phone --phone …`. */
export function replacesAll(collected: readonly string[]): boolean {
  return afterClearing.has(collected)
}

const afterClearing = new WeakSet<readonly string[]>()
