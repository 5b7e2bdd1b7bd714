import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { IMMUTABLE } from '../headers.ts';

/** Stands in `public/sw.js` for the expression. */
const PLACE = '/IMMUTABLE/';

/**
 * Scripts of `public/` are copied as they are: lines of remarks and indents need not go to every reader, and the service worker learns which
 * files never change.
 */
export function publicScripts(): AstroIntegration {
  return {
    name: 'public-scripts',
    hooks: {
      'astro:build:done': ({ dir }) => {
        const out = fileURLToPath(dir);
        for (const name of globSync('*.js', { cwd: out })) {
          const file = join(out, name);
          writeFileSync(file, stripRemarks(readFileSync(file, 'utf8')).replace(PLACE, String(IMMUTABLE)));
        }
      },
    },
  };
}

function stripRemarks(script: string): string {
  return script
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('//'))
    .join('\n');
}
