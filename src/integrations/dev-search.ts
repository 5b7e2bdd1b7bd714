import { existsSync, readFileSync, statSync } from 'node:fs';
import { join, normalize } from 'node:path';
import type { AstroIntegration } from 'astro';
import { contentType } from '../../scripts/serve.ts';

/**
 * Lets `npm run dev` search: requests below `/pagefind/` and `/search/` that name a file are answered from the last
 * build in `dist/`. `npm run build` in another terminal makes the index anew; the next search reads it.
 */
export function devSearch(): AstroIntegration {
  return {
    name: 'dev-search',
    hooks: {
      'astro:server:setup': ({ server }) => {
        server.middlewares.use((request, response, next) => {
          const path = normalize(decodeURIComponent((request.url ?? '').split('?')[0] ?? ''));
          const file = join('dist', path);
          if (!/^\/(?:pagefind|search)\/.*\.\w+$/.test(path) || !existsSync(file) || !statSync(file).isFile()) {
            next();
            return;
          }
          response.setHeader('Content-Type', contentType(file));
          response.setHeader('Cache-Control', 'no-store');
          response.end(readFileSync(file));
        });
      },
    },
  };
}
