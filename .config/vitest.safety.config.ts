import { defineConfig } from 'vitest/config'
import usual from './vitest.config.ts'

/**
 * Data safety when the program is killed, the disk fails or the power is cut: a sample, or everything
 * (`FU_SAFETY=full`).
 */
export default defineConfig({
  test: {
    ...usual.test,
    include: ['test/safety/*.safety.ts'],
    exclude: [],
    // Each test starts as many programs as the machine has processors. Two run at a time, because one mostly waits.
    maxWorkers: process.env['FU_SAFETY'] === 'full' ? 1 : 2,
    testTimeout: 0,
    // Prints the figures on lines of their own.
    disableConsoleIntercept: true,
  },
})
