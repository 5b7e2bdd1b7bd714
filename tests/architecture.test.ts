import { globSync, readFileSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { expect, test } from 'vitest';

/** Which folders of `src/` a folder may import from, itself always. The data flows from top to bottom. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  korean: [],
  case: ['korean'],
  chart: ['korean'],
  search: ['korean'],
  // What lists do in the browser: narrowing, ordering, copying, comparing.
  browse: ['korean'],
  styles: [],
  // Files of src/ itself: the site's name, addresses and headers, and the binding of collections to schemas.
  '.': ['case'],
  components: ['.', 'case', 'chart', 'search', 'browse', 'korean'],
  layouts: ['.', 'components', 'styles'],
  pages: ['.', 'case', 'chart', 'search', 'browse', 'korean', 'components', 'layouts'],
};

const folderOf = (file: string): string => (file.includes('/') ? (file.split('/')[0] ?? '') : '.');

test('imports go one way', () => {
  const wrong = globSync('src/**/*.{ts,astro}').flatMap((file) => {
    const from = folderOf(relative('src', file));
    const imports = [...readFileSync(file, 'utf8').matchAll(/(?:\bfrom|\bimport)\s*\(?\s*'(\.[^']+)'/g)];
    return imports
      .map(([, path = '']) => folderOf(relative('src', resolve(dirname(file), path))))
      .filter((to) => to !== from && MAY_IMPORT[from]?.includes(to) !== true)
      .map((to) => `${file} imports from ${to}`);
  });
  expect(wrong).toEqual([]);
});
