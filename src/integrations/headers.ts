import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { writeHeaderFile } from '../headers.ts';

/** Writes `_headers` when all files are there, the search index among them. */
export function headers(): AstroIntegration {
  let base = '/';
  return {
    name: 'headers',
    hooks: {
      'astro:config:done': ({ config }) => {
        ({ base } = config);
      },
      'astro:build:done': ({ dir }) => {
        const out = fileURLToPath(dir);
        const search = join(out, 'search');
        const build = existsSync(search) ? readdirSync(search).find((name) => /^[0-9a-f]{10}$/.test(name)) : undefined;
        writeFileSync(join(out, '_headers'), writeHeaderFile(base, build));
      },
    },
  };
}
