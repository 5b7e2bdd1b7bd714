/** The cases that a reader has kept for the comparison, in this browser and for the next visit too. */
import { MOST_COMPARED } from './chosen.ts';

const KEY = 'compare';

/** Slugs in the order of keeping; none where nothing was kept, where storage is forbidden or holds something else. */
export function readPicks(): string[] {
  try {
    return (localStorage.getItem(KEY) ?? '')
      .split(',')
      .filter((slug) => /^[a-z][a-z0-9-]*$/.test(slug))
      .slice(0, MOST_COMPARED);
  } catch {
    return [];
  }
}

export function writePicks(slugs: readonly string[]): void {
  try {
    if (slugs.length === 0) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, slugs.join(','));
  } catch {
    // The choice then lasts as long as the page.
  }
}
