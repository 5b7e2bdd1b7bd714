import type { AstroIntegration } from 'astro';

const PRELOAD_HELPER = '\0vite/preload-helper.js';
const OWN = '?own=';

const shortName = ({ name }: { name: string }) => name.split('.')[0] ?? name;

/**
 * One file a page script. Bundlers cut what two entries import into files of its own; a few hundred bytes each would cost a page a
 * request each: without this the index is 9 requests where its budget is 6, and 5.8 KB of script instead of 4.4 where its budget is 5. So every `<script>` of a page gets its own copy of what it imports at once. What is imported later (`import()`) is
 * shared by all.
 *
 * Vite's helper for such imports preloads the files that they import in turn; there are none worth its 760 bytes.
 */
export function bundleScripts(): AstroIntegration {
  const isScript = (id: string) => id.includes('astro&type=script');
  const entries: string[] = [];
  const ownerOf = (importer: string): string | undefined => {
    if (importer.includes(OWN)) return importer.split(OWN)[1];
    if (!isScript(importer)) return undefined;
    if (!entries.includes(importer)) entries.push(importer);
    return String(entries.indexOf(importer));
  };
  return {
    name: 'bundle-scripts',
    hooks: {
      'astro:config:setup': ({ command, updateConfig }) => {
        if (command !== 'build') return;
        updateConfig({
          vite: {
            build: { modulePreload: false },
            // Named after the component that the script stands in; Astro would name it after its whole address.
            environments: {
              client: { build: { rolldownOptions: { output: { entryFileNames: (entry) => `_astro/${shortName(entry)}.[hash].js` } } } },
            },
            plugins: [
              {
                name: 'one-file-a-script',
                enforce: 'pre',
                applyToEnvironment: ({ name }) => name === 'client',
                async resolveId(source, importer, options) {
                  const owner = importer === undefined ? undefined : ownerOf(importer);
                  if (owner === undefined) return null;
                  if (source === PRELOAD_HELPER) return `${source}${OWN}${owner}`;
                  const { kind } = options as { kind?: string };
                  const found = await this.resolve(source, importer?.split(OWN)[0], { ...options, skipSelf: true });
                  // What is imported by its address (`worker.ts?worker&url`) is a file of its own.
                  if (!found || kind !== 'import-statement' || found.external || /[?&]url\b/.test(found.id)) return found;
                  return { ...found, id: `${found.id}${OWN}${owner}` };
                },
                load(id) {
                  return id.startsWith(PRELOAD_HELPER) ? 'export const __vitePreload = (load) => load();' : null;
                },
              },
            ],
          },
        });
      },
    },
  };
}
