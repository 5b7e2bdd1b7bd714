/** How the data of the cases reaches their pages in a build. */
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { unbundledData } from '../../src/integrations/unbundled-data.ts';

interface Settings {
  vite: { plugins: [{ load: { filter: { id: RegExp }; handler: () => string } }] };
}

const dir = mkdtempSync(join(tmpdir(), 'unbundled-'));
mkdirSync(join(dir, '.astro'));
afterAll(() => {
  rmSync(dir, { recursive: true });
});

/** Runs a hook with as much of what Astro gives it as it reads. */
function run(hooks: object, name: string, given: object): void {
  (hooks as Record<string, (given: object) => void>)[name]?.(given);
}

test('the module that stands for it does not grow with it, and the build leaves nothing behind', async () => {
  const { hooks } = unbundledData();
  let settings: Settings | undefined;
  run(hooks, 'astro:config:setup', { command: 'build', updateConfig: (given: Settings) => (settings = given) });
  run(hooks, 'astro:config:done', { config: { cacheDir: pathToFileURL(`${dir}/`), root: pathToFileURL(`${dir}/`) } });
  const { filter, handler } = settings?.vite.plugins[0].load ?? {};
  expect(filter?.id.test('\0astro:data-layer-content')).toBe(true);

  const sizes = [10, 1000].map((cases) => {
    writeFileSync(join(dir, 'data-store.json'), JSON.stringify(Array.from({ length: cases }, () => '사례')));
    return handler?.().length;
  });
  expect(sizes[0]).toBe(sizes[1]);
  writeFileSync(join(dir, 'module.mjs'), handler?.() ?? '');
  // What other builds make of the store meanwhile is not ours.
  writeFileSync(join(dir, 'data-store.json'), '[]');
  expect(((await import(join(dir, 'module.mjs'))) as { default: unknown[] }).default).toHaveLength(1000);

  run(hooks, 'astro:build:done', {});
  expect(existsSync(join(dir, '.astro/build-data.json'))).toBe(false);
});

test('while developing, Astro does as it does', () => {
  let called = false;
  run(unbundledData().hooks, 'astro:config:setup', { command: 'dev', updateConfig: () => (called = true) });
  expect(called).toBe(false);
});
