/** `npm test`: builds the site and tests it. Further arguments go to vitest: `npm test -- tests/case`. */
import { spawn } from 'node:child_process';
import { childEnvironment } from '../src/env.ts';
import { runMain } from '../src/local/console.ts';
import { build } from './build.ts';

/**
 * Runs vitest on the built site and returns its exit status.
 * @param added variables besides those that every process of this project gets
 */
export function runVitest(args: readonly string[], added: Readonly<Record<string, string>> = {}): Promise<number> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', '--config', 'tests/vitest.config.ts', ...args], {
      env: childEnvironment(added),
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
