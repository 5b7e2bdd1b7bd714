import { relative } from 'node:path';
import type { AstroIntegration } from 'astro';

/** Pages that readers go back and forth between share a style sheet; every other page has its own. */
const FAMILIES: readonly (readonly [pages: RegExp, sheet: string])[] = [
  [/^cases\//, 'case'],
  [/^(?:index\.|pages\/|figures\/|organisations\/|timeline\/|instruments\/|\[facet\]\/)/, 'list'],
];

/** What a module graph tells of a module. */
interface Graph {
  getModuleInfo(id: string): { readonly importers: readonly string[]; readonly dynamicImporters: readonly string[] } | null;
}

/**
 * Two style sheets a page: one of the whole site and one of the page's family. A component's styles belong to the family that uses it,
 * and to the site where several do. Without this every component that two pages share is a file of its own, a request each: 10 instead of 6 for the
 * index, whose budget is 6.
 */
export function bundleStyles(): AstroIntegration {
  return {
    name: 'bundle-styles',
    hooks: {
      'astro:config:setup': ({ command, updateConfig }) => {
        if (command !== 'build') return;
        const test = (id: string) => id.endsWith('.css');
        const codeSplitting = { groups: [{ test, name: sheetOf }] };
        updateConfig({ vite: { environments: { prerender: { build: { rolldownOptions: { output: { codeSplitting } } } } } } });
      },
    },
  };
}

/** Name of the sheet that a module of styles goes into. */
function sheetOf(id: string, graph: Graph): string {
  const sheets = new Set(pagesUsing(id, graph).map(familyOf));
  const [only] = sheets;
  return sheets.size === 1 && only !== undefined ? only : 'site';
}

function familyOf(page: string): string {
  return FAMILIES.find(([pages]) => pages.test(page))?.[1] ?? page.replaceAll(/\.astro$|[^\w/.-]/g, '').replaceAll('/', '-');
}

/** Pages below `src/pages/` that import a module, themselves or through others. */
function pagesUsing(id: string, graph: Graph): string[] {
  const seen = new Set<string>();
  const pages: string[] = [];
  const walk = (one: string) => {
    if (seen.has(one)) return;
    seen.add(one);
    const path = relative('src/pages', one).replaceAll('\\', '/');
    if (!path.startsWith('.') && path.endsWith('.astro')) {
      pages.push(path);
      return;
    }
    const info = graph.getModuleInfo(one);
    for (const importer of [...(info?.importers ?? []), ...(info?.dynamicImporters ?? [])]) walk(importer);
  };
  walk(id);
  return pages;
}
