import { defineConfig } from 'vitest/config'
import usual from './vitest.config.ts'

/** The mutation run: only table tests of what is due and how phrases are read; property tests would take hours. */
export default defineConfig({
  test: {
    ...usual.test,
    include: ['test/schedule/**/*.test.ts', 'test/parse/**/*.test.ts'],
    exclude: ['test/**/*.property.test.ts'],
  },
})
