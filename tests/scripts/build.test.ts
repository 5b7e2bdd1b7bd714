/** Building and starting, in a copy of the project: what is published must outlive everything that can go wrong. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  globSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { childEnvironment } from '../../src/env.ts';

const COPIED = ['content', 'public', 'scripts', 'src', 'astro.config.mjs', 'package.json', 'tsconfig.json'];
const TIME = 120_000;

/** As much as a shell may hold that Astro, Vite, Node or a library would take for its own. */
const SHELL = {
  SITE: '/x',
  BASE_URL: '/y',
  MODE: 'development',
  NODE_ENV: 'development',
  LANG: 'C',
  LC_ALL: 'tr_TR.UTF-8',
  TZ: 'America/New_York',
  PUBLIC_SITE: 'https://evil.example',
};

let parent = '';
/** The copy: a folder whose name has to be encoded in addresses. */
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
  variables: Readonly<Record<string, string>> = {},
  hear: (output: string, send: (signal: NodeJS.Signals) => void) => void = () => undefined,
): Promise<Run> {
  return new Promise((done, fail) => {
    // Files that nobody else may read, unlike those of the site that is compared with.
    const child = spawn('sh', ['-c', 'umask 077; exec "$@"', 'sh', process.execPath, `scripts/${script}.ts`, ...args], {
      cwd: dir,
      env: childEnvironment({ ...SHELL, ...variables }),
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
  parent = mkdtempSync(join(tmpdir(), 'build-'));
  dir = join(parent, '사례 모음');
  for (const name of COPIED) cpSync(name, join(dir, name), { recursive: true });
  // Every package but what was kept between builds: nothing that is kept may change a byte.
  mkdirSync(join(dir, 'node_modules'));
  for (const name of readdirSync('node_modules').filter((entry) => !/^\.(?!bin)/.test(entry)))
    symlinkSync(resolve('node_modules', name), join(dir, 'node_modules', name));
  // The site goes where the link leads, and the lock of a build that was killed locks nothing.
  mkdirSync(join(parent, 'published'));
  symlinkSync(join(parent, 'published'), join(dir, 'dist'));
  writeFileSync(join(dir, '.build-lock'), String(2 ** 30));
});

afterAll(() => {
  rmSync(parent, { recursive: true });
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

const leftovers = () =>
  [join(dir, '.build'), join(dir, '.build-lock'), join(dir, '.build-old'), join(parent, '.build-old')].filter((path) => existsSync(path));

test('start builds, prints the address that it serves, and ends cleanly on Ctrl+C', { timeout: TIME }, async () => {
  let status: number | undefined;
  let asked = false;
  const { code, output } = await run('start', ['--port', '4450'], {}, (said, send) => {
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
  expect(output).toContain('종료했습니다.');
});

test('a link stays a link, and the site stands where it leads', () => {
  expect(lstatSync(join(dir, 'dist')).isSymbolicLink()).toBe(true);
  expect(existsSync(join(parent, 'published/index.html'))).toBe(true);
  expect(leftovers()).toEqual([]);
});

test('the same input gives the same bytes: in another folder, from another shell, with nothing kept from before', () => {
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
    expect(output).toContain('이전에 빌드한 dist는 그대로 있습니다.');
    expect(output).not.toMatch(/ {4}at /);
  });
  expect(dist()).toEqual(before);
  expect(leftovers()).toEqual([]);
});

test('a faulty vocabulary stops it as well, and a site that a killed build had set aside is back', async () => {
  const before = dist();
  renameSync(join(parent, 'published'), join(parent, '.build-old'));
  await withFile('content/vocabulary/tiers.yaml', '- { id: gu, name: 구 }\n', async () => {
    const { code, output } = await run('build');
    expect(code).toBe(1);
    expect(output).toContain('content/vocabulary/tiers.yaml:1  gu.hanja');
    expect(output).not.toMatch(/ {4}at /);
  });
  expect(dist()).toEqual(before);
  expect(leftovers()).toEqual([]);
});

test('two builds of one folder do not meet', async () => {
  await withFile('.build-lock', String(process.pid), async () => {
    const { code, output } = await run('build');
    expect(code).toBe(1);
    expect(output).toContain(`다른 빌드가 이 폴더에서 실행 중입니다(프로세스 ${String(process.pid)}).`);
    expect(output).not.toMatch(/ {4}at /);
    expect(existsSync(join(dir, '.build-lock'))).toBe(true);
  });
});

test('a folder below which Astro would leave out the styles is refused', async () => {
  const whole = dir;
  dir = join(parent, '100%');
  try {
    for (const name of ['scripts', 'src', 'node_modules']) {
      mkdirSync(dir, { recursive: true });
      symlinkSync(join(whole, name), join(dir, name));
    }
    const { code, output } = await run('build');
    expect([code, output]).toEqual([1, expect.stringContaining('폴더 이름에 ‘%’가 있으면 빌드할 수 없습니다.')]);
  } finally {
    dir = whole;
  }
});

test('a variable that is misspelt stops it before anything is made', async () => {
  for (const [name, value] of [
    ['BASE_PATH', '//x//'],
    ['SITE_ORIGIN', '/x'],
  ] as const) {
    const { code, output } = await run('build', [], { [name]: value });
    expect(code).toBe(1);
    expect(output).toContain(`${name} ‘${value}’`);
    expect(output).not.toMatch(/ {4}at |✓/);
  }
});

test('a page that fails stops it; the site of before stays whole', { timeout: TIME }, async () => {
  const before = dist();
  await withFile(
    'src/pages/broken.astro',
    "---\nthrow new Error('ENOSPC: no space left on device, this page is broken');\n---\n",
    async () => {
      const { code, output } = await run('build');
      expect(code).toBe(1);
      expect(output).toContain('this page is broken');
      expect(output).toContain('디스크에 빈 공간이 없습니다.');
      expect(output).toContain('이전에 빌드한 dist는 그대로 있습니다.');
    },
  );
  expect(dist()).toEqual(before);
  expect(leftovers()).toEqual([]);
});

test.for(['SIGINT', 'SIGTERM'] as const)(
  '%s in the middle of a build leaves the site of before, and nothing half made',
  { timeout: TIME },
  async (signal) => {
    const before = dist();
    let sent = false;
    const { code, output } = await run('build', [], {}, (said, send) => {
      if (sent || !said.includes('✓ 글꼴')) return;
      sent = true;
      // By now pages are being written.
      setTimeout(() => {
        send(signal);
      }, 1500);
    });
    expect(code, output).toBe(130);
    expect(output).toContain('빌드를 멈췄습니다.');
    expect(output).not.toContain('✓ 페이지');
    expect(dist()).toEqual(before);
    expect(leftovers()).toEqual([]);
  },
);
