// Pages that were read open again without a network. While there is one, it always answers: nothing old is shown.
// Files whose names follow their bytes never change and come from the cache.
(() => {
  const base = registration.scope;
  // One origin may hold several sites: caches are named after this one's path, and no other is ever touched.
  const own = `${new URL(base).pathname}:`;
  const PAGES = `${own}pages`;
  // What pages are shown with, and what searches and comparisons ask for. Apart, because the second grows with every search.
  const FILES = `${own}files`;
  const DATA = `${own}data`;
  const MOST = { [PAGES]: 100, [FILES]: 300, [DATA]: 400 };
  const OFFLINE = `${base}offline/`;
  // `IMMUTABLE` of src/headers.ts, filled in by the build.
  const UNCHANGING = /IMMUTABLE/;

  // The site is static: what stands after `?` is read by the page's own script.
  const bare = (address) => {
    const { origin, pathname } = new URL(address, base);
    return origin + pathname;
  };
  const pathOf = (address) => `/${bare(address).slice(base.length)}`;

  // The cache that an address belongs to; none for downloads, which would drive out what is needed.
  function cacheFor(address) {
    const path = pathOf(address);
    if (path.endsWith('/')) return PAGES;
    if (/^\/(?:search|pagefind|data\/compare)\//.test(path)) return DATA;
    return /\.(?:css|js|svg|woff2)$/.test(path) ? FILES : undefined;
  }

  // A host that answers everything with a page must not have its page kept for a script.
  function isRight(name, response) {
    const html = (response.headers.get('content-type') ?? '').startsWith('text/html');
    return response.ok && !response.redirected && html === (name === PAGES);
  }

  async function find(address) {
    const name = cacheFor(address);
    return name && (await caches.open(name)).match(bare(address));
  }

  async function keep(address, response) {
    const name = cacheFor(address);
    if (!name || !isRight(name, response)) return;
    const cache = await caches.open(name);
    await cache.put(bare(address), response);
    const keys = await cache.keys();
    // In the order of their last coming, but what every page needs goes last: the style sheets, the font, the page that says so.
    const last = ({ url }) => Number(url === OFFLINE || /\.(?:css|woff2)$/.test(url));
    const old = keys.toSorted((a, b) => last(a) - last(b)).slice(0, Math.max(0, keys.length - MOST[name]));
    await Promise.all(old.map((key) => cache.delete(key)));
  }

  // A page with its styles, scripts and font, as the browser has them from reading it.
  async function keepPage(address) {
    const response = await fetch(bare(address), { cache: 'force-cache' });
    if (!isRight(PAGES, response)) return;
    const html = await response.clone().text();
    await keep(address, response);
    await keepFiles(html, /(?:href|src)="([^"?#]+\.(?:css|js|svg))"/g, address);
  }

  async function keepFiles(text, pattern, from) {
    for (const [, path] of text.matchAll(pattern)) {
      const file = new URL(path, from).href;
      if (!file.startsWith(base) || (await find(file))) continue;
      const response = await fetch(file, { cache: 'force-cache' });
      if (!isRight(FILES, response)) continue;
      if (file.endsWith('.css')) await keepFiles(await response.clone().text(), /url\(["']?([^"')]+\.woff2)/g, file);
      await keep(file, response);
    }
  }

  addEventListener('install', (event) => {
    const read = async () => {
      await keepPage(OFFLINE);
      const open = await clients.matchAll({ type: 'window', includeUncontrolled: true });
      await Promise.all(open.filter(({ url }) => url.startsWith(base)).map(({ url }) => keepPage(url).catch(() => undefined)));
      await skipWaiting();
    };
    event.waitUntil(read());
  });

  addEventListener('activate', (event) => {
    const take = async () => {
      const old = (await caches.keys()).filter((name) => name.startsWith(own) && !(name in MOST));
      await Promise.all(old.map((name) => caches.delete(name)));
      await clients.claim();
    };
    event.waitUntil(take());
  });

  async function fromNetwork(event) {
    const { request } = event;
    try {
      const response = await fetch(request);
      event.waitUntil(keep(request.url, response.clone()));
      return response;
    } catch (error) {
      const kept = await find(request.url);
      if (kept) return kept;
      const page = request.mode === 'navigate' && (await find(OFFLINE));
      if (!page) throw error;
      return new Response(page.body, { status: 503, headers: page.headers });
    }
  }

  async function fromCache(event) {
    return (await find(event.request.url)) ?? fromNetwork(event);
  }

  addEventListener('fetch', (event) => {
    const { request } = event;
    if (request.method !== 'GET' || !request.url.startsWith(base) || request.headers.has('range')) return;
    if (request.mode !== 'navigate' && !cacheFor(request.url)) return;
    event.respondWith(UNCHANGING.test(pathOf(request.url)) ? fromCache(event) : fromNetwork(event));
  });
})();
