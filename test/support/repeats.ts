import * as fc from 'fast-check'
import type { Every } from '../../src/domain/repeat.ts'

/** Any way in which a promise may repeat. */
export const anEvery: fc.Arbitrary<Every> = fc.oneof(
  fc.record({
    count: fc.integer({ min: 1, max: 1000 }),
    unit: fc.constantFrom('d' as const, 'w' as const, 'mo' as const, 'y' as const),
  }),
  fc.record({
    weekday: fc.constantFrom(
      1 as const,
      2 as const,
      3 as const,
      4 as const,
      5 as const,
      6 as const,
      7 as const,
    ),
  }),
  fc.record({ dayOfMonth: fc.integer({ min: 1, max: 31 }) }),
)
