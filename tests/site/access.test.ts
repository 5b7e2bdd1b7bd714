import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serve, type RunningServer } from '../../scripts/serve.ts';
import { launchBrowser } from '../browser.ts';

/** Evaluated in the page, because the policy forbids a script element of another origin. */
const AXE = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');

let server: RunningServer;
let browser: Browser;

beforeAll(async () => {
  server = await serve({ dir: 'dist', port: 0 });
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
  await server.close();
});

describe('axe finds nothing', () => {
  test.for([
    [1280, 'light'],
    [360, 'dark'],
  ] as const)('at %d px, %s', { timeout: 120_000 }, async ([width, colorScheme]) => {
    const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme });
    for (const path of ['', 'cases/busan-yeonje/', 'search/', 'topics/', 'about/', '404.html']) {
      await page.goto(server.address + path);
      await page.evaluate(AXE);
      const violations = await page.evaluate(async () => {
        const { axe } = window as unknown as { axe: { run(): Promise<{ violations: { id: string; nodes: { target: string[] }[] }[] }> } };
        return (await axe.run()).violations.map(({ id, nodes }) => `${id} ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
      });
      expect(violations, path).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), path).toBe(true);
    }
    await page.close();
  });
});
