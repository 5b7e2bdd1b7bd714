/** Building and starting, in a copy of the project: what is published must outlive everything that can go wrong. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, globSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const COPIED = ['content', 'public', 'scripts', 'src', 'astro.config.mjs', 'package.json', 'tsconfig.json'];
const TIME = 120_000;

let dir = '';

interface Run {
  code: number | null;
  /** What a person saw. */
  output: string;
}

/**
 * Runs a script of the copy to its end.
 * @param hear called with all output so far whenever there is more; may send a signal, as Ctrl+C would
 */
function run(
  script: string,
  args: readonly string[] = [],
  hear: (output: string, send: (signal: NodeJS.Signals) => void) => void = () => undefined,
): Promise<Run> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [`scripts/${script}.ts`, ...args], {
      cwd: dir,
      // Not the environment of the test run: vitest's own BASE_URL would win over the base of the build.
      env: { PATH: process.env['PATH'], HOME: process.env['HOME'] },
      // A group of its own, so that a signal can reach all of it and nothing else.
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const more = (chunk: Buffer) => {
      output += chunk.toString();
      hear(output, (signal) => {
        // Ctrl+C reaches the script and what it started; a supervisor's SIGTERM the script alone.
        if (child.pid !== undefined) process.kill(signal === 'SIGINT' ? -child.pid : child.pid, signal);
      });
    };
    child.stdout.on('data', more);
    child.stderr.on('data', more);
    child.on('error', fail);
    child.on('close', (code) => {
      done({ code, output });
    });
  });
}

/** A fingerprint of each file of a folder. */
function fingerprints(folder: string): Record<string, string> {
  const files = globSync('**/*', { cwd: folder }).filter((file) => statSync(join(folder, file)).isFile());
  return Object.fromEntries(
    files.sort().map((file) => [
      file,
      createHash('sha256')
        .update(readFileSync(join(folder, file)))
        .digest('hex'),
    ]),
  );
}

const dist = () => fingerprints(join(dir, 'dist'));

beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'build-'));
  for (const name of COPIED) cpSync(name, join(dir, name), { recursive: true });
  symlinkSync(resolve('node_modules'), join(dir, 'node_modules'));
});

afterAll(() => {
  rmSync(dir, { recursive: true });
});

/** Replaces a file of the copy while a test runs. */
async function withFile<T>(name: string, text: string, test: () => Promise<T>): Promise<T> {
  const path = join(dir, name);
  const before = existsSync(path) ? readFileSync(path, 'utf8') : undefined;
  writeFileSync(path, text);
  try {
    return await test();
  } finally {
    if (before === undefined) rmSync(path);
    else writeFileSync(path, before);
  }
}

const leftovers = () => ['.build', '.build-old'].filter((name) => existsSync(join(dir, name)));

test('start builds, prints the address that it serves, and ends cleanly on Ctrl+C', { timeout: TIME }, async () => {
  let status: number | undefined;
  let asked = false;
  const { code, output } = await run('start', ['--port', '4450'], (said, send) => {
    const address = /http:\/\/127\.0\.0\.1:\d+\//.exec(said)?.[0];
    if (address === undefined || asked) return;
    asked = true;
    void fetch(address)
      .then((response) => {
        ({ status } = response);
      })
      .finally(() => {
        send('SIGINT');
      });
  });
  expect(status, output).toBe(200);
  expect(code).toBe(0);
  expect(output).toContain('끝냈다.');
});

test('the same input gives the same bytes', () => {
  const here = fingerprints('dist');
  const there = dist();
  expect(Object.keys(there)).toEqual(Object.keys(here));
  expect(Object.keys(there).filter((file) => there[file] !== here[file])).toEqual([]);
});

test('start refuses a port that is none, before it builds', async () => {
  for (const args of [['--port', 'abc'], ['--port', '99999'], ['--prot', '8080'], ['8080']]) {
    const { code, output } = await run('start', args);
    expect(code).toBe(1);
    expect(output).toMatch(/^\n?[^✓]*npm start -- --port 8080/);
    expect(output).not.toMatch(/ {4}at |Error/);
  }
});

test('a faulty case stops the build with its report; the site of before stays whole', async () => {
  const before = dist();
  const name = 'content/cases/busan-yeonje.mdx';
  await withFile(name, readFileSync(name, 'utf8').replace('tier: 구', 'tier: 동'), async () => {
    const { code, output } = await run('build');
    expect(code).toBe(1);
    expect(output).toContain('content/cases/busan-yeonje.mdx:5  tier');
    expect(output).toContain('이전에 지은 dist는 그대로 있다.');
    expect(output).not.toMatch(/ {4}at /);
  });
  expect(dist()).toEqual(before);
  expect(leftovers()).toEqual([]);
});

test('a faulty vocabulary stops it as well', async () => {
  await withFile('content/vocabulary/tiers.yaml', '- { id: gu, name: 구 }\n', async () => {
    const { code, output } = await run('build');
    expect(code).toBe(1);
    expect(output).toContain('content/vocabulary/tiers.yaml:1  gu.hanja');
    expect(output).not.toMatch(/ {4}at /);
  });
});

test('a page that fails stops it; the site of before stays whole', { timeout: TIME }, async () => {
  const before = dist();
  await withFile('src/pages/broken.astro', "---\nthrow new Error('this page is broken');\n---\n", async () => {
    const { code, output } = await run('build');
    expect(code).toBe(1);
    expect(output).toContain('this page is broken');
    expect(output).toContain('이전에 지은 dist는 그대로 있다.');
  });
  expect(dist()).toEqual(before);
  expect(leftovers()).toEqual([]);
});

test.for(['SIGINT', 'SIGTERM'] as const)(
  '%s in the middle of a build leaves the site of before, and nothing half made',
  { timeout: TIME },
  async (signal) => {
    const before = dist();
    let sent = false;
    const { code, output } = await run('build', [], (said, send) => {
      if (sent || !said.includes('✓ 글꼴')) return;
      sent = true;
      // By now pages are being written.
      setTimeout(() => {
        send(signal);
      }, 1500);
    });
    expect(code, output).toBe(130);
    expect(output).toContain('짓기를 멈추었다.');
    expect(output).not.toContain('✓ 쪽');
    expect(dist()).toEqual(before);
    expect(leftovers()).toEqual([]);
  },
);
