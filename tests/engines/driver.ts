/**
 * One small interface over three engines, so that a law of the site is written once and held in each: Chromium through Playwright, Firefox
 * through WebDriver BiDi, WebKit through WebDriver. An engine that is not installed fails its tests and names the Debian packages to install.
 */
import { afterAll, beforeAll } from 'vitest';
import { serve, type RunningServer } from '../../src/local/serve.ts';
import { launchChromium } from './chromium.ts';
import { launchFirefox } from './firefox.ts';
import type { Engine } from './engine.ts';
import { launchWebKit } from './webkit.ts';

export const ENGINES = [
  { name: 'Chromium', launch: launchChromium },
  { name: 'Firefox', launch: launchFirefox },
  { name: 'WebKit', launch: launchWebKit },
] as const;

/** The built site in an engine, from the first test of the block that calls it to its last. */
export function useEngine(launch: () => Promise<Engine>): { readonly engine: Engine; address(path: string): string } {
  let server: RunningServer;
  let engine: Engine | undefined;
  beforeAll(async () => {
    server = await serve({ dir: 'dist', port: 0 });
    engine = await launch();
  });
  afterAll(async () => {
    await engine?.close();
    await server.close();
  });
  return {
    get engine() {
      if (!engine) throw new Error('the engine has not started');
      return engine;
    },
    address: (path) => server.address + path.slice(1),
  };
}

const POLL = 50;

/** Waits until a function answers true in the page. Rejects, naming what was waited for, after `most` milliseconds. */
export async function waitFor<Argument>(
  engine: Engine,
  what: string,
  holds: (argument: Argument) => boolean,
  argument: Argument,
  most = 20_000,
): Promise<void> {
  const end = Date.now() + most;
  // A page that is just being left answers with an error of its engine; the next one is asked anew.
  let last: unknown;
  const isSo = (): Promise<boolean> =>
    engine.evaluate(holds, argument).catch((error: unknown) => {
      last = error;
      return false;
    });
  while (!(await isSo())) {
    if (Date.now() > end) throw new Error(`${what}: not within ${String(most)} ms`, { cause: last });
    await new Promise((done) => setTimeout(done, POLL));
  }
}
