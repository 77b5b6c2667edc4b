/**
 * The items by what they have in common, the groups and the items in each in the order they came in. A long page asks
 * for many groups, and `for … of` makes a thing for each step.
 */
export function groupBy<Key, Item>(items: readonly Item[], keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>()
  items.forEach((item) => {
    const key = keyOf(item)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [item])
    else group.push(item)
  })
  return groups
}
