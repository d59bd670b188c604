/** Two tiers: `npm test` runs the fast one, `npm run test:all` both. What is slow has the ending `.slow.test.ts`. */
import {configDefaults, defineConfig} from 'vitest/config'

const slow = 'test/**/*.slow.test.ts'

export default defineConfig({
  test: {
    testTimeout: 60_000,
    hookTimeout: 120_000,
    env: {TZ: 'UTC'},
    projects: [
      {
        extends: true,
        test: {
          name: 'fast',
          include: ['test/**/*.test.ts'],
          exclude: [...configDefaults.exclude, slow],
          isolate: false,
        },
      },
      {extends: true, test: {name: 'slow', include: [slow]}},
    ],
  },
})
