/** Where code may live and what it may know: the laws of the rooms. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

/**
 * Which rooms of `src/` a room may import from, itself always. The data flows from top to bottom. A single file of a room is named with its
 * folder; files of `src/` itself (`site.ts`, `url.ts`, `env.ts`) stand for themselves.
 */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  korean: [],
  // A `UserError` imports nothing; it is how any room says what a person has to do.
  content: ['korean', 'user-error.ts'],
  case: ['korean', 'content', '.'],
  publish: ['korean', 'content', 'case', '.'],
  chart: ['korean'],
  search: ['korean'],
  // Lists in the browser: narrowing, ordering, comparing, copying. Only files that a browser can run.
  browse: ['korean', 'publish', 'content/anchors.ts', '.'],
  styles: [],
  // The site's name, addresses, headers and environment, and the binding of collections to schemas.
  '.': ['content'],
  // What the server on a maintainer's machine needs.
  local: ['.'],
  integrations: ['korean', 'content', 'case', 'publish', 'search', '.'],
  components: ['.', 'korean', 'content', 'case', 'publish', 'chart', 'search', 'browse', 'styles'],
  layouts: ['.', 'korean', 'content', 'case', 'publish', 'components', 'styles'],
  pages: ['.', 'korean', 'content', 'case', 'publish', 'chart', 'search', 'browse', 'components', 'layouts', 'styles'],
};

const CODE = 'src/**/*.{ts,astro}';
/** All code, and nothing that a build or a test run leaves behind. */
const files = [...globSync(CODE), ...globSync('scripts/**/*.{ts,js}'), ...globSync('tests/**/*.ts'), 'astro.config.mjs'].sort();
const textOf = new Map(files.map((file) => [file, readFileSync(file, 'utf8')]));

/** Text without remarks and without what stands in quotes of templates, where code is only spoken of. */
const withoutRemarks = (text: string): string => text.replaceAll(/\/\*[^]*?\*\//g, '').replaceAll(/(^|\s)\/\/.*$/gm, '$1');

const TYPES = /\b(?:import|export) type\b[^;]*;/g;

/** Files that each file imports by the text that is given of it. */
const readImports = (read: (text: string) => string) =>
  new Map(
    [...textOf].map(([file, text]) => [
      file,
      [...read(withoutRemarks(text)).matchAll(/(?:\bfrom|\bimport)\s*\(?\s*'(\.[^'?]+)(?:\?[^']*)?'/g)]
        .map(([, path = '']) => relative('.', resolve(dirname(file), path)))
        .filter((path) => existsSync(path)),
    ]),
  );

/** Types too: what is needed to read a file. */
const importsOf = readImports((text) => text);
/** What is left of them when it runs. */
const runtimeImportsOf = readImports((text) => text.replaceAll(TYPES, ''));

const roomOf = (file: string): string => {
  const path = relative('src', file);
  return path.includes('/') ? (path.split('/')[0] ?? '') : '.';
};

describe('imports', () => {
  test('go one way', () => {
    const wrong = [...importsOf].flatMap(([file, imports]) => {
      if (!file.startsWith('src/')) return [];
      const room = roomOf(file);
      const allowed = MAY_IMPORT[room] ?? [];
      return imports
        .filter(
          (to) =>
            !to.startsWith('src/') || (roomOf(to) !== room && !allowed.includes(roomOf(to)) && !allowed.includes(relative('src', to))),
        )
        .map((to) => `${file} imports ${to}`);
    });
    expect(wrong).toEqual([]);
  });

  test('of every room are known', () => {
    const rooms = new Set(files.filter((file) => file.startsWith('src/')).map(roomOf));
    expect([...rooms].filter((room) => !(room in MAY_IMPORT))).toEqual([]);
  });

  test('never reach tests from the code that is shipped or run', () => {
    const wrong = [...importsOf].flatMap(([file, imports]) =>
      file.startsWith('tests/') ? [] : imports.filter((to) => to.startsWith('tests/')).map((to) => `${file} imports ${to}`),
    );
    expect(wrong).toEqual([]);
  });

  test('never reach scripts from src', () => {
    const wrong = [...importsOf].flatMap(([file, imports]) =>
      file.startsWith('src/') ? imports.filter((to) => to.startsWith('scripts/')).map((to) => `${file} imports ${to}`) : [],
    );
    expect(wrong).toEqual([]);
  });

  test('of what a browser runs need neither Node nor Astro', () => {
    const reached = new Set(files.filter((file) => /^src\/(?:browse|search\/(?:query|runtime|ui))\//.test(file)));
    for (const file of reached) for (const to of runtimeImportsOf.get(file) ?? []) reached.add(to);
    const isForServers = (file: string) => /'(?:node|astro):/.test(withoutRemarks(textOf.get(file) ?? '').replaceAll(TYPES, ''));
    expect([...reached].filter(isForServers)).toEqual([]);
  });

  test('form no circle', () => {
    expect(findCircles(importsOf)).toEqual([]);
  });

  test('that form a circle are found', () => {
    const graph = new Map([
      ['a', ['b']],
      ['b', ['c', 'd']],
      ['c', ['b']],
      ['d', ['a', 'e']],
      ['e', []],
      ['f', ['f']],
    ]);
    expect(findCircles(graph)).toEqual(['a → b → d → a', 'b → c → b', 'f → f']);
  });
});

/** One shortest circle through each file that stands in one and begins it by name, as `a → b → a`. */
function findCircles(graph: ReadonlyMap<string, readonly string[]>): string[] {
  const circles = [...graph.keys()].flatMap((start) => {
    const cameFrom = new Map<string, string>();
    const queue = [start];
    for (const file of queue)
      for (const to of graph.get(file) ?? []) {
        if (cameFrom.has(to)) continue;
        cameFrom.set(to, file);
        queue.push(to);
      }
    if (!cameFrom.has(start)) return [];
    const path = [start];
    for (let file = cameFrom.get(start); file !== undefined && file !== start; file = cameFrom.get(file)) path.unshift(file);
    return path.slice(0, -1).some((file) => file < start) ? [] : [[start, ...path].join(' → ')];
  });
  return [...new Set(circles)].sort();
}

/** Lines that a reader takes in at one sitting. */
const LONGEST = 300;

describe('files', () => {
  test('are short, or say in their opening comment why they are not ("Over 300 lines: …")', () => {
    const long = [...textOf].filter(([, text]) => text.trimEnd().split('\n').length > LONGEST);
    const unexplained = long.filter(([, text]) => !/^(?:---\n)?\/\*\*(?:(?!\*\/)[^])*\bOver 300 lines: /.test(text));
    expect(unexplained.map(([file, text]) => `${file}: ${String(text.trimEnd().split('\n').length)}`)).toEqual([]);
  });

  test('are named after what they do', () => {
    expect(files.filter((file) => /\b(?:utils?|helpers?|shared|common)\b/.test(file))).toEqual([]);
  });

  test('read the environment in one place', () => {
    const readers = [...textOf]
      .filter(([file, text]) => (file.startsWith('src/') || file.startsWith('scripts/')) && withoutRemarks(text).includes('process.env'))
      .map(([file]) => file);
    expect(readers.filter((file) => file !== join('src', 'env.ts'))).toEqual([]);
  });
});
