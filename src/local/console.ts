import { readEnvironment } from '../env.ts';
import { UserError } from '../user-error.ts';

/** Runs one step and prints its name and how long it took: one moving line on a terminal, plain lines elsewhere (CI, files). Errors pass through. */
export async function step<T>(name: string, run: () => T | Promise<T>): Promise<T> {
  const interactive = process.stdout.isTTY && !readEnvironment().ci;
  const begin = performance.now();
  if (interactive) process.stdout.write(`… ${name}`);
  try {
    const result = await run();
    const line = `✓ ${name} (${((performance.now() - begin) / 1000).toFixed(1)}초)`;
    console.log(interactive ? `\r\u001b[2K${line}` : line);
    return result;
  } catch (error) {
    console.log(interactive ? `\r\u001b[2K✗ ${name}` : `✗ ${name}`);
    throw error;
  }
}

/** Runs a command's main function; a UserError becomes its message and exit status 1. */
export async function runMain(main: () => Promise<void>): Promise<void> {
  try {
    await main();
  } catch (error) {
    console.error(error instanceof UserError ? `\n${error.message}` : error);
    process.exitCode = 1;
  }
}
