import { extraKey, type ExtraField } from './contact-details.ts'

/**
 * Adds the extra fields that only another contact has. Groups stay together: a group whose name is taken is renamed.
 */
export function mergeExtra(kept: readonly ExtraField[], others: readonly ExtraField[]): ExtraField[] {
  const added = extraMissing(kept, others)
  const taken = new Set(kept.map(({ group }) => group))
  const names = new Map<string, string>()
  const groupOf = (group: string): string => {
    const known = names.get(group)
    if (known !== undefined) return known
    let name = group
    for (let number = 2; taken.has(name); number += 1) name = `${group}-${number}`
    taken.add(name)
    names.set(group, name)
    return name
  }
  return [
    ...kept,
    ...added.map((field) => ({ ...field, group: field.group === null ? null : groupOf(field.group) })),
  ]
}

/** The extra fields that only the other contact has; a field in a group is compared with its whole group. */
export function extraMissing(kept: readonly ExtraField[], others: readonly ExtraField[]): ExtraField[] {
  const known = new Set(kept.map((field) => keyIn(kept, field)))
  return others.filter((field) => !known.has(keyIn(others, field)))
}

function keyIn(fields: readonly ExtraField[], field: ExtraField): string {
  if (field.group === null) return extraKey(field)
  const group = fields.filter((other) => other.group === field.group).map(extraKey)
  return JSON.stringify([extraKey(field), group])
}
