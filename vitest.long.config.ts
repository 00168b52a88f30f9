import { defineConfig } from 'vitest/config';

/** Tests of hostile and huge input: they need the built program, Linux, 4 GB of room for temporary files, and minutes. */
export default defineConfig({
  test: {
    include: ['test/**/*.long.test.ts'],
    globalSetup: ['test/support/build.ts'],
    fileParallelism: false,
    maxConcurrency: 1,
    testTimeout: 1_800_000,
    hookTimeout: 600_000,
  },
});
