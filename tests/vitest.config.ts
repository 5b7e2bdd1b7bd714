import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { isAudit } from './audit.ts';

export default defineConfig({
  test: {
    include: isAudit ? ['tests/**/*.{test,audit}.ts'] : ['tests/**/*.test.ts'],
    root: fileURLToPath(new URL('..', import.meta.url)),
    globalSetup: 'tests/setup.ts',
    // Half of the tests wait for a browser: three files at a time keep two cores at work, where vitest's own choice is one.
    maxWorkers: 3,
    // Limits against what hangs, never a measure: on a busy machine of two cores a test takes three times as long.
    testTimeout: 90_000,
    hookTimeout: 120_000,
    // A browser starved by the machine loses events: what waited for one in vain, and nothing else, is asked again, and the report says
    // ‘retry x1’. An expectation that fails is never asked twice.
    retry: { count: 2, condition: /: Timeout \d+ms exceeded/ },
    // The same on every machine, wherever a test forgets to say which time it means.
    env: { TZ: 'Asia/Seoul' },
  },
});
