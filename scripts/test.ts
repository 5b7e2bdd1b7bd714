/** `npm test`: builds the site and tests it. Further arguments go to vitest: `npm test -- tests/case`. */
import { spawn } from 'node:child_process';
import { build } from './build.ts';
import { runMain } from './console.ts';

/** Runs vitest on the built site and returns its exit status. */
export function runVitest(args: readonly string[]): Promise<number> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', '--config', 'tests/vitest.config.ts', ...args], {
      stdio: 'inherit',
    });
    child.on('error', fail);
    child.on('close', (code) => {
      done(code ?? 1);
    });
  });
}

if (import.meta.main) {
  await runMain(async () => {
    await build();
    process.exitCode = await runVitest(process.argv.slice(2));
  });
}
