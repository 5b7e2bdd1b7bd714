/**
 * On a page that only leads to the search: fetches what a search needs while the reader types, so that the next page finds it in the
 * browser's cache. The files carry hashes or the build in their names and are kept; nothing is held here.
 */
import { MANIFEST_PATH, firstPaths, isManifest } from '../runtime/assets.ts';
import worker from '../runtime/worker.ts?worker&url';

/** Never rejects: a search without it is only slower. `site` is the address of the site's root, with a slash at its end. */
export async function warmUp(site: string): Promise<void> {
  try {
    const [response] = await Promise.all([fetch(site + MANIFEST_PATH), load(worker)]);
    const manifest: unknown = await response.json();
    if (!isManifest(manifest)) return;
    await Promise.all(firstPaths(manifest).map((path) => load(site + path)));
  } catch {
    // Offline, or blocked: the search page says so when it is asked.
  }
}

async function load(address: string): Promise<void> {
  await (await fetch(address)).arrayBuffer();
}
