/** The site after a deploy: a case withdrawn, so that the index is grouped otherwise, and every script of the browser changed. */
import { execFile } from 'node:child_process';
import { appendFileSync, cpSync, globSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { type Files, readFiles } from './bad-host.ts';

/** Withdrawn in the second build. */
export const WITHDRAWN = 'ulsan-jung';

/** Builds it in a folder of its own, which is taken away again. Rejects with the output of a build that fails. */
export async function buildSecondSite(): Promise<Files> {
  const dir = mkdtempSync(join(tmpdir(), 'second-build-'));
  try {
    for (const name of ['src', 'public', 'scripts', 'tests', 'content', 'astro.config.mjs', 'tsconfig.json', 'package.json'])
      cpSync(name, join(dir, name), { recursive: true, filter: (path) => !path.includes('node_modules') });
    symlinkSync(resolve('node_modules'), join(dir, 'node_modules'));
    rmSync(join(dir, 'content/cases', `${WITHDRAWN}.mdx`));
    const entry = [
      '',
      `- slug: ${WITHDRAWN}`,
      '  title: 거둔 사례',
      '  municipality: 울산광역시 중구',
      '  date: "2026-11-22"',
      '  why: 시험으로 거두었다.',
      '',
    ];
    appendFileSync(join(dir, 'content/withdrawn.yaml'), entry.join('\n'));
    for (const file of globSync('src/{browse,search/ui,search/runtime}/*.ts', { cwd: dir })) {
      // A module without anything but types is none in the browser.
      if (!/^export (?:async )?(?:const|function|class)|^[a-z]\w*[.(]/m.test(readFileSync(join(dir, file), 'utf8'))) continue;
      appendFileSync(join(dir, file), `\n(globalThis as Record<string, unknown>)['second'] = ${JSON.stringify(file)};\n`);
    }
    // Not the environment of the test run: vitest's own BASE_URL would win over the base of the build.
    const env = { PATH: process.env['PATH'], HOME: process.env['HOME'] };
    await promisify(execFile)(process.execPath, ['scripts/build.ts'], { cwd: dir, env, maxBuffer: 1 << 26 });
    return readFiles(join(dir, 'dist'));
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}
