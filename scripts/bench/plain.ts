/** Pagefind as it comes, on the case pages of a built site: its own index, its own script, a field and a list. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { close, createIndex } from 'pagefind';

const PAGE = `<!doctype html>
<html lang="ko">
<meta charset="utf-8">
<title>검색</title>
<link rel="icon" href="data:,">
<form><input id="q" name="q"></form>
<ol></ol>
<script type="module" src="page.js"></script>
`;

/** Opened on focus and five results at first, as Pagefind's documentation and its own interface have it. */
const SCRIPT = `const form = document.querySelector('form');
const input = form.elements.q;
const list = document.querySelector('ol');
let opened;
const open = () => (opened ??= import('./pagefind/pagefind.js').then(async (pagefind) => (await pagefind.init(), pagefind)));
input.addEventListener('focus', open, { once: true });
form.addEventListener('submit', async (event) => {
  event.preventDefault();
  const { results } = await (await open()).search(input.value);
  const shown = await Promise.all(results.slice(0, 5).map((result) => result.data()));
  list.replaceChildren(
    ...shown.map(({ url, meta, excerpt }) => {
      const item = document.createElement('li');
      item.dataset.case = url.split('/').at(-2);
      item.innerHTML = '<a href="' + url + '">' + meta.title + '</a><p>' + excerpt + '</p>';
      return item;
    }),
  );
  list.dataset.state = 'done';
});
`;

/** Writes the page and its index into `directory`. Throws what Pagefind reports. */
export async function writePlain(dist: string, directory: string): Promise<void> {
  mkdirSync(directory, { recursive: true });
  writeFileSync(join(directory, 'index.html'), PAGE);
  writeFileSync(join(directory, 'page.js'), SCRIPT);
  try {
    const { index, errors } = await createIndex({});
    if (!index) throw new Error(errors.join('; '));
    const added = await index.addDirectory({ path: dist, glob: 'cases/*/index.html' });
    const written = await index.writeFiles({ outputPath: join(directory, 'pagefind') });
    const faults = [...added.errors, ...written.errors];
    if (faults.length > 0) throw new Error(faults.join('; '));
  } finally {
    await close();
  }
}
