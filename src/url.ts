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

/** The same address with the site's origin, for canonical links and citations. */
export function absoluteUrl(path: `/${string}`, anchor?: string): string {
  return new URL(url(path, anchor), import.meta.env.SITE).href;
}
