/**
 * Writes `sitemap.xml` from the built pages themselves: every page whose canonical address is its own and that does not ask to be
 * left out, so that no list of pages has to be kept. Writes none while the site has no address: then no page has a canonical one.
 */
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { escapeXml } from '../publish/feed.ts';

/** Writes the site map when all pages are there. */
export function sitemap(): AstroIntegration {
  return {
    name: 'sitemap',
    hooks: {
      'astro:build:done': ({ dir }) => {
        writeSitemap(fileURLToPath(dir));
      },
    },
  };
}

function writeSitemap(dir: string): void {
  const entries = globSync('**/index.html', { cwd: dir })
    .sort()
    .flatMap((path) => {
      const html = readFileSync(join(dir, path), 'utf8');
      const canonical = /<link rel="canonical" href="([^"]+)"/.exec(html)?.[1];
      if (canonical === undefined || /<meta name="robots" content="noindex"/.test(html)) return [];
      const modified = /"dateModified":"(\d{4}-\d{2}-\d{2})"/.exec(html)?.[1];
      return `  <url><loc>${escapeXml(canonical)}</loc>${modified === undefined ? '' : `<lastmod>${modified}</lastmod>`}</url>`;
    });
  if (entries.length === 0) return;
  const lines = [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ...entries,
    '</urlset>',
    '',
  ];
  writeFileSync(join(dir, 'sitemap.xml'), lines.join('\n'));
}
