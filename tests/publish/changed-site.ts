/** A site of two cases to be changed and built: the project without its other cases, in a folder of its own. */
import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

export interface ChangedSite {
  dir: string;
  edit: (name: string, change: (text: string) => string) => void;
  write: (name: string, text: string) => void;
  /** Builds the pages, without the index of the search. */
  build: (env: Record<string, string>) => Promise<void>;
  /** A built file. */
  built: (name: string) => string;
  remove: () => void;
}

export function copySite(): ChangedSite {
  const dir = mkdtempSync(join(tmpdir(), 'changed-site-'));
  for (const name of ['src', 'public', 'scripts', 'astro.config.mjs', 'tsconfig.json', 'package.json'])
    cpSync(name, join(dir, name), { recursive: true });
  cpSync('content', join(dir, 'content'), {
    recursive: true,
    filter: (path) => !path.endsWith('.mdx') || /busan-(?:yeonje|sasang)\.mdx$/.test(path),
  });
  symlinkSync(resolve('node_modules'), join(dir, 'node_modules'));
  const write = (name: string, text: string) => {
    writeFileSync(join(dir, name), text);
  };
  return {
    dir,
    write,
    edit: (name, change) => {
      write(name, change(readFileSync(join(dir, name), 'utf8')));
    },
    build: async (env) => {
      await promisify(execFile)(process.execPath, ['node_modules/astro/bin/astro.mjs', 'build'], {
        cwd: dir,
        // Not the environment of the test run: vitest's own BASE_URL would win over the base of the build.
        env: { PATH: process.env['PATH'], HOME: process.env['HOME'], ASTRO_TELEMETRY_DISABLED: '1', ...env },
      });
    },
    built: (name) => readFileSync(join(dir, 'dist', name), 'utf8'),
    remove: () => {
      rmSync(dir, { recursive: true, force: true });
    },
  };
}
