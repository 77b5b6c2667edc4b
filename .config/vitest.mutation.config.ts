import { defineConfig } from 'vitest/config'
import usual from './vitest.config.ts'

/** The tables that pin what is due and how phrases are read, for the mutation run; properties would take hours. */
export default defineConfig({
  test: {
    ...usual.test,
    include: ['test/schedule/**/*.test.ts', 'test/parse/**/*.test.ts'],
    exclude: ['test/**/*.property.test.ts'],
  },
})
