/** How many times as many cases are tried as usual: fewer in the unit tests, more in the slow ones. */
const factor = Number(process.env['FU_RUNS'] ?? 1)

/** The number of cases of a property, at least one, given how many `npm test` tries. */
export function runs(usual: number): { readonly numRuns: number } {
  return { numRuns: Math.max(1, Math.round(usual * factor)) }
}
