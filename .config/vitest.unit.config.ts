import { defineConfig } from 'vitest/config'
import usual from './vitest.config.ts'

/**
 * The inner loop: pure and in-process tests, without those that start the program; properties run a tenth of their
 * cases.
 */
export default defineConfig({
  test: {
    ...usual.test,
    // Those of the program itself, those with a mail server, and one that prints every page of every hostile text.
    exclude: [
      'test/**/*.slow.test.ts',
      'test/cli/**',
      'test/readme/**',
      'test/mailboxes/imap.test.ts',
      'test/hostile-text.test.ts',
    ],
    setupFiles: ['test/support/few-cases.ts'],
    env: { ...usual.test?.env, FU_RUNS: process.env['FU_RUNS'] ?? '0.1' },
  },
})
