import { existsSync, readFileSync, statSync } from 'node:fs';
import { join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { contentType } from '../headers.ts';
import { indexSite } from './index-search.ts';

/**
 * Indexes the pages of a build. While developing, requests below `/pagefind/` and `/search/` that name a file are answered from the last build
 * in `dist/`.
 */
export function searchIndex(): AstroIntegration {
  return {
    name: 'search-index',
    hooks: {
      'astro:build:done': ({ dir }) => indexSite(fileURLToPath(dir)),
      'astro:server:setup': ({ server }) => {
        server.middlewares.use((request, response, next) => {
          const path = readFilePath(request.url ?? '');
          const file = path === undefined ? undefined : join('dist', path);
          if (path === undefined || file === undefined || !existsSync(file) || !statSync(file).isFile()) {
            next();
            return;
          }
          response.setHeader('Content-Type', contentType(path));
          response.setHeader('Cache-Control', 'no-store');
          response.end(readFileSync(file));
        });
      },
    },
  };
}

/** The file of the index that an address names. */
function readFilePath(url: string): string | undefined {
  try {
    const path = normalize(decodeURIComponent(url.split('?')[0] ?? '')).replaceAll('\\', '/');
    return /^\/(?:pagefind|search)\/.*\.\w+$/.test(path) ? path : undefined;
  } catch {
    return undefined;
  }
}
