// What was compared, and what differs.
let checked = 0
let differ = 0

/** Compares what a program found with what the diary has. */
export function same(what, found, expected) {
  checked += 1
  const [a, b] = [JSON.stringify(found), JSON.stringify(expected)]
  if (a === b) return
  differ += 1
  console.log(`  ${what}\n    found     ${a}\n    expected  ${b}`)
}

/** One reader and what it found; `read` gives `null` where the program is not there. */
export function reader(name, read) {
  const before = { checked, differ }
  if (read() === null) console.log(`${name}: not installed, skipped`)
  else console.log(`${name}: ${checked - before.checked} checked, ${differ - before.differ} differ`)
}

/** The last line, and the status. */
export function total() {
  console.log(`${checked} checked, ${differ} differ`)
  return checked > 0 && differ === 0 ? 0 : 1
}
