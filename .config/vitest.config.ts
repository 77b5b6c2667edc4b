import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    include: ['test/**/*.test.ts'],
    exclude: ['test/**/*.slow.test.ts'],
    globalSetup: 'test/support/code-cache.ts',
    // All cores: the default of one less would halve a machine with two.
    maxWorkers: '100%',
    // The program is loaded once for all files; no test leaves state in it.
    isolate: false,
    // A slow machine is not a failure.
    testTimeout: 600_000,
    hookTimeout: 600_000,
    // Dates and phrases must not depend on the machine.
    env: { TZ: 'UTC', LC_ALL: 'C', NO_COLOR: '', FORCE_COLOR: '' },
  },
})
