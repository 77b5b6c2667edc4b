import { defineConfig } from 'vitest/config'
import usual from './vitest.config.ts'

/** Tests that take minutes: those named slow, and the properties with `FU_RUNS` times as many cases. */
export default defineConfig({
  test: {
    ...usual.test,
    include: ['test/**/*.slow.test.ts', 'test/**/*.property.test.ts'],
    exclude: [],
    testTimeout: 0,
    env: { ...usual.test?.env, FU_RUNS: process.env['FU_RUNS'] ?? '100' },
  },
})
