import { defineConfig } from 'vitest/config'
import usual from './vitest.config.ts'

/** The tests that pin what is due and how phrases are read, for the mutation run: those without a diary. */
export default defineConfig({
  test: { ...usual.test, include: ['test/schedule/**/*.test.ts', 'test/parse/**/*.test.ts'] },
})
