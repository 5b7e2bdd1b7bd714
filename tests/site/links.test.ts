import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { elements, property, readPages, SITE } from './pages.ts';

const pages = readPages();
const ids = new Map(
  pages.map(({ path, tree }) => [
    path,
    elements(tree).flatMap((element) => {
      const id = property(element, 'id');
      return id === undefined ? [] : [id];
    }),
  ]),
);

/** Everything that a page refers to: links, files, forms. */
const references = pages.flatMap(({ path, tree }) =>
  elements(tree).flatMap((element) =>
    ['href', 'src', 'action', 'poster', 'dataSrc'].flatMap((name) => {
      const value = property(element, name);
      return value === undefined ? [] : [{ page: path, tag: element.tagName, value }];
    }),
  ),
);

const ORIGIN = 'https://site.test';

test('pages and references were found', () => {
  expect(pages.length).toBeGreaterThan(50);
  expect(references.length).toBeGreaterThan(2000);
});

test('every internal address leads to a file, every fragment to an id', () => {
  const dead = references.flatMap(({ page, value }) => {
    const target = new URL(value, ORIGIN + page);
    if (target.origin !== ORIGIN) return [];
    const path = decodeURIComponent(target.pathname);
    const known = ids.get(path);
    if (known === undefined) return existsSync(join(SITE, path)) && !path.endsWith('/') ? [] : [`${page} → ${value}`];
    const id = decodeURIComponent(target.hash.slice(1)).split(':~:')[0] ?? '';
    return id === '' || known.includes(id) ? [] : [`${page} → ${value}`];
  });
  expect(dead).toEqual([]);
});

test('addresses of pages end with a slash, so that no link is redirected', () => {
  const redirected = references.filter(({ page, tag, value }) => {
    const { origin, pathname } = new URL(value, ORIGIN + page);
    return origin === ORIGIN && ['a', 'form'].includes(tag) && !pathname.endsWith('/') && !/\.\w+$/.test(pathname);
  });
  expect(redirected).toEqual([]);
});

test('nothing is fetched from elsewhere, and links that lead out are few and known', () => {
  const outside = references.filter(({ page, value }) => new URL(value, ORIGIN + page).origin !== ORIGIN);
  expect(outside.filter(({ tag }) => tag !== 'a' && tag !== 'link')).toEqual([]);
  // The site's own address, and the name of the vocabulary of the citation data, which nothing fetches.
  expect([...new Set(outside.map(({ tag, value }) => `${tag} ${new URL(value).origin}`))].sort()).toEqual([
    'link http://purl.org',
    'link https://cases.example.kr',
  ]);
});

test('ids are unique on their page and can be typed', () => {
  for (const [path, list] of ids) {
    expect(
      list.filter((id, index) => list.indexOf(id) !== index),
      path,
    ).toEqual([]);
    expect(
      list.filter((id) => !/^[a-z][a-z0-9-]*$/.test(id)),
      path,
    ).toEqual([]);
  }
});

test('every page but the empty lists can be reached from the index by links', () => {
  const reached = new Set(['/']);
  const queue = ['/'];
  for (let page = queue.shift(); page !== undefined; page = queue.shift()) {
    for (const { value } of references.filter((reference) => reference.page === page && reference.tag === 'a')) {
      const { origin, pathname } = new URL(value, ORIGIN + page);
      if (origin !== ORIGIN || reached.has(pathname) || !ids.has(pathname)) continue;
      reached.add(pathname);
      queue.push(pathname);
    }
  }
  // The page for an unknown address and the one without a network come by themselves.
  const lost = pages.filter(({ path }) => !reached.has(path) && !['/404.html', '/offline/'].includes(path));
  // A value of a facet without cases has its address, but nothing leads there yet; only old links lead to what was withdrawn or moved.
  const full = lost.filter(({ tree }) => elements(tree, ({ properties }) => 'dataCase' in properties).length > 0);
  expect(full.map(({ path }) => path)).toEqual([]);
  const others = lost.filter(
    ({ path, html }) =>
      !/^\/(?:regions|sectors|tiers|topics|organisations)\//.test(path) && !/ data-(?:withdrawn|moved-to)[\s=>]/.test(html),
  );
  expect(others.map(({ path }) => path)).toEqual([]);
});
