import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/**/*.long.test.ts'],
    globalSetup: ['test/support/build.ts'],
    // Generous, since a busy machine is no failure.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
