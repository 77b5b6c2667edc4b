import { defineConfig } from 'vitest/config'
import usual from './vitest.config.ts'

/** What must not be lost when the program is ended, the disk fails or the power is cut: sampled, or all (`FU_SAFETY=full`). */
export default defineConfig({
  test: {
    ...usual.test,
    include: ['test/safety/*.safety.ts'],
    exclude: [],
    // Each row starts as many programs as the machine has processors. Two at a time, since one of them only waits.
    maxWorkers: process.env['FU_SAFETY'] === 'full' ? 1 : 2,
    testTimeout: 0,
    // The figures stand in lines of their own.
    disableConsoleIntercept: true,
  },
})
