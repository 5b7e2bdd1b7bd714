import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { site } from '../../src/site.ts';

test('printed sheets carry the name of the site', () => {
  expect(readFileSync('src/styles/print.css', 'utf8')).toContain(`content: '${site.name}';`);
});
