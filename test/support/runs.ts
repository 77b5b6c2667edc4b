/** How many times as many cases the slow script tries as the unit suite. */
const times = Number(process.env['FU_RUNS'] ?? 1)

/** The number of cases of a property, by how many the unit suite tries. */
export function runs(usual: number): { readonly numRuns: number } {
  return { numRuns: usual * times }
}
