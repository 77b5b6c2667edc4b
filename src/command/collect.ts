/** Collects the values of a repeatable option, which an earlier `--no-` option may have cleared. */
export function collect(value: string, before: string[] | false | undefined): string[] {
  const collected = [...(before || []), value]
  if (before === false || (before !== undefined && replacesAll(before))) afterClearing.add(collected)
  return collected
}

/** Whether the collected values replace the existing ones: `--no-phone --phone …`. */
export function replacesAll(collected: readonly string[]): boolean {
  return afterClearing.has(collected)
}

const afterClearing = new WeakSet<readonly string[]>()
