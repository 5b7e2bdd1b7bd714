import { copyFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

/** The module by which Astro's pages get at the collections (Astro 7). Under another name it would be bundled as ever. */
const MODULE = /^\0astro:data-layer-content$/;

/**
 * The pages of a build read the data of the collections from a file when they are drawn. Astro would make a module of it: one text of all cases
 * that the bundler parses, maps and writes down again, in many copies at a time.
 */
export function unbundledData(): AstroIntegration {
  let store = '';
  /** A copy of this build's own, until its pages are drawn. */
  let copy = '';
  return {
    name: 'unbundled-data',
    hooks: {
      'astro:config:setup': ({ command, updateConfig }) => {
        if (command !== 'build') return;
        updateConfig({
          vite: {
            plugins: [
              {
                name: 'unbundled-data',
                enforce: 'pre',
                load: {
                  order: 'pre',
                  filter: { id: MODULE },
                  handler: () => {
                    copyFileSync(store, copy);
                    return `import { readFileSync } from 'node:fs';\nexport default JSON.parse(readFileSync(${JSON.stringify(copy)}, 'utf8'));`;
                  },
                },
              },
            ],
          },
        });
      },
      'astro:config:done': ({ config }) => {
        store = fileURLToPath(new URL('data-store.json', config.cacheDir));
        copy = fileURLToPath(new URL('.astro/build-data.json', config.root));
      },
      'astro:build:done': () => {
        rmSync(copy, { force: true });
      },
    },
  };
}
