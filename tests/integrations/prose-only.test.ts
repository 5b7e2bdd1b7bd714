/** What MDX is given of a case file. */
import { readdirSync, readFileSync } from 'node:fs';
import type { AstroIntegration } from 'astro';
import { expect, test } from 'vitest';
import { proseOnly } from '../../src/integrations/prose-only.ts';
import { parseCaseSource } from '../../src/content/source.ts';

interface Settings {
  vite: { plugins: [{ load: { handler: (id: string) => Promise<string | null> } }] };
}

/** What the integration sets for a command of Astro. */
function settingsFor(command: 'build' | 'dev'): Settings | undefined {
  let settings: Settings | undefined;
  const setUp = proseOnly().hooks['astro:config:setup'] as NonNullable<AstroIntegration['hooks']['astro:config:setup']>;
  const options = { command, updateConfig: (given: unknown) => (settings = given as Settings) };
  void setUp(options as unknown as Parameters<typeof setUp>[0]);
  return settings;
}

test('a build gives it the prose of a case and nothing else', async () => {
  const load = settingsFor('build')?.vite.plugins[0].load.handler;
  for (const name of readdirSync('content/cases')) {
    const path = `content/cases/${name}`;
    expect(await load?.(path)).toBe(parseCaseSource(readFileSync(path, 'utf8')).body);
  }
});

test('while developing, the lines of an error are those of the file', () => {
  expect(settingsFor('dev')).toBeUndefined();
});
