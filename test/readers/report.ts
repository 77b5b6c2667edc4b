import { needsEveryProgram } from '../support/installed.ts'

// What was compared, and what differs.
let compared = 0
let different = 0

/** Compares what a program read with what the diary has, and prints the difference. */
export function same(what: string, found: unknown, expected: unknown): void {
  compared += 1
  const [a, b] = [JSON.stringify(found), JSON.stringify(expected)]
  if (a === b) return
  different += 1
  console.log(`  ${what}\n    found     ${a}\n    expected  ${b}`)
}

/** Whether a reader ran, or its program is not installed. */
export type Reading = 'read' | 'not installed'

/** Runs a reader and prints what it found. A program that is not installed is skipped; in CI it is a failure. */
export function report(name: string, read: () => Reading): void {
  const before = { compared, different }
  if (read() === 'read') {
    console.log(`${name}: ${compared - before.compared} checked, ${different - before.different} differ`)
  } else if (needsEveryProgram) {
    different += 1
    console.log(`${name}: not installed`)
  } else console.log(`${name}: not installed, skipped`)
}

/** Prints the sum, and returns the exit status. */
export function total(): number {
  console.log(`${compared} checked, ${different} differ`)
  return compared > 0 && different === 0 ? 0 : 1
}
