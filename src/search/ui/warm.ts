/**
 * On a page that only leads to the search: fetches what a search needs while the reader types, so that the next page finds it in the
 * browser's cache. The files carry hashes or the build in their names and are kept; nothing is held here.
 */
import { MANIFEST_PATH, firstPaths, isManifest } from '../runtime/assets.ts';

/** Never rejects: a search without it is only slower. `site` is the address of the site's root, with a slash at its end. */
export async function warmUp(site: string): Promise<void> {
  try {
    const response = await fetch(site + MANIFEST_PATH);
    const manifest: unknown = await response.json();
    if (!isManifest(manifest)) return;
    const { worker } = manifest;
    await Promise.all([...(worker === undefined ? [] : [worker]), ...firstPaths(manifest)].map((path) => load(site + path)));
  } catch {
    // Offline, or blocked: the search page says so when it is asked.
  }
}

async function load(address: string): Promise<void> {
  await (await fetch(address)).arrayBuffer();
}
