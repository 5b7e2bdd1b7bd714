/** The list of `/offline/`: the pages that this browser has kept, by their own titles. Nothing where nothing is kept. */
const list = document.querySelector<HTMLElement>('[data-kept]');
if (list && 'caches' in window) void show(list);

async function show(list: HTMLElement): Promise<void> {
  const base = new URL(import.meta.env.BASE_URL, location.href).href;
  // Named as in `public/sw.js`.
  const cache = await caches.open(`${new URL(base).pathname}:pages`);
  const items: HTMLLIElement[] = [];
  for (const { url } of (await cache.keys()).toReversed()) {
    const page = await cache.match(url);
    if (!page || !url.startsWith(base) || url === `${base}offline/`) continue;
    const title = new DOMParser().parseFromString(await page.text(), 'text/html').title;
    const link = document.createElement('a');
    link.href = url;
    link.textContent = title.split(' | ')[0] ?? title;
    const item = document.createElement('li');
    item.append(link);
    items.push(item);
  }
  list.querySelector('ul')?.replaceChildren(...items);
  list.hidden = items.length === 0;
}
