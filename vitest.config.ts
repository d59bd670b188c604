import {defineConfig} from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // They ask for the command itself and for the hint on regulations, that are not built yet (CHANGELOG.md, Not there yet).
    exclude: [
      'test/simulation/**',
      'test/reasons/**',
      'test/contract/regulation.test.ts',
      'test/commands/**',
      'test/plugin.test.ts',
      'test/program.test.ts',
    ],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    env: {TZ: 'UTC'},
  },
})
