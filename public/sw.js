// Pages that were read open again without a network. While there is one, it always answers: nothing old is shown.
// Files with a hash in their name never change and come from the cache.
(() => {
  const PAGES = 'pages-1';
  const FILES = 'files-1';
  const MOST = { [PAGES]: 100, [FILES]: 400 };
  const base = registration.scope;
  const OFFLINE = `${base}offline/`;
  // The same rule as `cacheControl` in src/headers.ts.
  const IMMUTABLE = /\/_astro\/|\.pf_(?:index|fragment|filter|meta)$|-[0-9a-f]{8,}\.\w+$/;

  // The site is static: what stands after `?` is read by the page's own script.
  const bare = (address) => {
    const { origin, pathname } = new URL(address, base);
    return origin + pathname;
  };

  async function keep(name, address, response) {
    const cache = await caches.open(name);
    await cache.put(bare(address), response);
    const keys = await cache.keys();
    // In the order of their last coming; the page that says so must stay.
    const old = keys.filter(({ url }) => url !== OFFLINE).slice(0, Math.max(0, keys.length - MOST[name]));
    await Promise.all(old.map((key) => cache.delete(key)));
  }

  // A page with its styles, scripts and font, as the browser has them from reading it.
  async function keepPage(address) {
    const response = await fetch(bare(address), { cache: 'force-cache' });
    if (!response.ok || response.redirected) return;
    const html = await response.clone().text();
    await keep(PAGES, address, response);
    await keepFiles(html, /(?:href|src)="([^"?#]+\.(?:css|js|svg))"/g, address);
  }

  async function keepFiles(text, pattern, from) {
    for (const [, path] of text.matchAll(pattern)) {
      const file = new URL(path, from).href;
      if (!file.startsWith(base) || (await caches.match(file))) continue;
      const response = await fetch(file, { cache: 'force-cache' });
      if (!response.ok) continue;
      if (file.endsWith('.css')) await keepFiles(await response.clone().text(), /url\(["']?([^"')]+\.woff2)/g, file);
      await keep(FILES, file, response);
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
      for (const name of await caches.keys()) if (!(name in MOST)) await caches.delete(name);
      await clients.claim();
    };
    event.waitUntil(take());
  });

  async function fromNetwork(event, name) {
    const { request } = event;
    try {
      const response = await fetch(request);
      if (response.ok && !response.redirected) event.waitUntil(keep(name, request.url, response.clone()));
      return response;
    } catch (error) {
      const kept = await (await caches.open(name)).match(bare(request.url));
      if (kept) return kept;
      if (name !== PAGES) throw error;
      const page = await caches.match(OFFLINE);
      if (!page) throw error;
      return new Response(page.body, { status: 503, headers: page.headers });
    }
  }

  async function fromCache(event) {
    return (await caches.match(bare(event.request.url))) ?? fromNetwork(event, FILES);
  }

  addEventListener('fetch', (event) => {
    const { request } = event;
    if (request.method !== 'GET' || !request.url.startsWith(base) || request.headers.has('range')) return;
    if (request.mode === 'navigate') event.respondWith(fromNetwork(event, PAGES));
    else event.respondWith(IMMUTABLE.test(bare(request.url)) ? fromCache(event) : fromNetwork(event, FILES));
  });
})();
