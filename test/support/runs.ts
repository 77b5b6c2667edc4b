/** The factor for the number of cases: lower in the unit tests, higher in the slow ones. */
const factor = Number(process.env['FU_RUNS'] ?? 1)

/** The number of cases of a property, at least one, from the number for `npm test`. */
export function runs(usual: number): { readonly numRuns: number } {
  return { numRuns: Math.max(1, Math.round(usual * factor)) }
}
