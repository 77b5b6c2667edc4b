/**
 * The number of letters missing, added, wrong or swapped with their neighbour between two words; `Infinity` if more
 * than `limit`, which is quick to find for most words.
 */
export function slipsBetween(typed: string, meant: string, limit = Infinity): number {
  if (Math.abs(typed.length - meant.length) > limit) return Infinity
  let beforeLast: number[] = []
  let last = Array.from({ length: meant.length + 1 }, (_, column) => column)
  for (let row = 1; row <= typed.length; row += 1) {
    const current = [row]
    for (let column = 1; column <= meant.length; column += 1) {
      const wrong = typed[row - 1] === meant[column - 1] ? 0 : 1
      const swapped = typed[row - 1] === meant[column - 2] && typed[row - 2] === meant[column - 1]
      current[column] = Math.min(
        at(last, column) + 1,
        at(current, column - 1) + 1,
        at(last, column - 1) + wrong,
        swapped ? at(beforeLast, column - 2) + 1 : Infinity,
      )
    }
    if (Math.min(...current) > limit) return Infinity
    ;[beforeLast, last] = [last, current]
  }
  const slips = at(last, meant.length)
  return slips > limit ? Infinity : slips
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? Infinity
}
