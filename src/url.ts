/**
 * The base path of the build with a slash at its end: `/`, or `/some/path/` when BASE_PATH is set.
 * Vite fills in `import.meta.env.BASE_URL` from the Astro config.
 */
const base = import.meta.env.BASE_URL.replace(/\/*$/, '/');

/**
 * The address of a page or file of this site. Every link goes through here, because `base` rewrites none.
 * @param path begins with `/`: `/cases/busan-yeonje/`, `/search/?q=…`
 * @param anchor an id on that page, without `#`
 */
export function url(path: `/${string}`, anchor?: string): string {
  return base + path.slice(1) + (anchor === undefined ? '' : `#${anchor}`);
}

/** Astro leaves it undefined while the site has no address (`site.origin` is null), whatever its types say. */
const origin = import.meta.env.SITE as string | undefined;

/** Whether the site has an address. Without one, what only works with a whole address is left out: none is invented. */
export const hasOrigin = origin !== undefined;

/** The same address with the site's origin, for canonical links and citations; as `url()` gives it while the site has none. */
export function absoluteUrl(path: `/${string}`, anchor?: string): string {
  const address = url(path, anchor);
  return origin === undefined ? address : new URL(address, origin).href;
}
