/** Requests that try to leave the folder of the local server, to be sent elsewhere, or to stop it. Written to the socket as they are: clients would tidy them. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serve, type RunningServer } from '../../scripts/serve.ts';

const SECRET = 'nobody may read this';
const PAGE = '<!doctype html><title>a page</title>';

let outside: string;
const servers = new Map<string, RunningServer>();
beforeAll(async () => {
  outside = mkdtempSync(join(tmpdir(), 'outside-'));
  const root = join(outside, 'dist');
  mkdirSync(join(root, 'cases', 'one'), { recursive: true });
  mkdirSync(join(outside, 'dist-old'));
  for (const path of ['index.html', '404.html', 'cases/one/index.html']) writeFileSync(join(root, path), PAGE);
  for (const path of ['secret.txt', 'dist-old/secret.txt']) writeFileSync(join(outside, path), SECRET);
  writeFileSync(join(root, '.env'), SECRET);
  symlinkSync(join(outside, 'secret.txt'), join(root, 'link.txt'));
  for (const base of ['/', '/some/path/']) servers.set(base, await serve({ dir: root, port: 0, base }));
});
afterAll(async () => {
  await Promise.all([...servers.values()].map((server) => server.close()));
  rmSync(outside, { recursive: true, force: true });
});

const UP = ['..', '%2e%2e', '.%2e', '%2E.', '%252e%252e', '..;', '%c0%ae%c0%ae', '%uff0e%uff0e', '.../...', '..%00', '．．'];
const BETWEEN = ['/', '%2f', '%5c', '\\', '//', '/./', '%252f'];
const TARGETS = ['secret.txt', 'dist-old/secret.txt', 'etc/passwd'];
const BEFORE = ['', 'cases/', 'cases/one/', '%2e/'];

/** Targets of requests, as they stand in the first line. */
function makeTargets(base: string): string[] {
  const climbing = BEFORE.flatMap((before) =>
    UP.flatMap((up) =>
      BETWEEN.map(
        (between, at) => `${base}${before}${`${up}${between}`.repeat(1 + ((at + up.length) % 5))}${TARGETS[at % TARGETS.length] ?? ''}`,
      ),
    ),
  );
  const others = [
    '/../dist-old/secret.txt',
    '/..dist-old/secret.txt',
    '/-old/secret.txt',
    `${base}../dist-old/secret.txt`,
    `${base}file:///etc/passwd`,
    'http://evil.example/',
    'http://evil.example/cases/one',
    '//cases/one',
    '///cases/one',
    '//evil.example/../cases/one',
    '//evil.example/%2e%2e/cases/one',
    '/\\/cases/one',
    '/.//cases/one',
    '//evil.example/cases/one',
    '//evil.example/%2e%2e',
    '//evil.example',
    '/\\evil.example',
    '/\\/evil.example/..',
    '/%5cevil.example/..',
    '/%2f%2fevil.example',
    '/cases//evil.example/..',
    '/cases/one?//evil.example',
    '/cases/one%0d%0aX-Injected:%20yes',
    '/cases%00/',
    '/%',
    '/%zz',
    '/%ff%fe',
    '/%ed%a0%80',
    '*',
    '',
    `/${'a'.repeat(9_000)}`,
    `/${'a/'.repeat(3_000)}`,
    `/${'../'.repeat(2_000)}etc/passwd`,
    '/C:/Windows/win.ini',
    '/C:%5cWindows%5cwin.ini',
    '/CON',
    '/cases/one/index.html/',
    '/index.html::$DATA',
    '/.env',
    '/.git/config',
    '/link.txt',
  ];
  return [...climbing, ...others];
}

interface Raw {
  /** 0 when the connection was closed without a word. */
  status: number;
  location: string | undefined;
  text: string;
}

/** Writes a request as it is, and reads the answer to its end. */
function send(address: string, method: string, target: string): Promise<Raw> {
  const { port } = new URL(address);
  return new Promise((done, fail) => {
    const chunks: Buffer[] = [];
    const socket = connect(Number(port), '127.0.0.1', () => {
      socket.write(`${method} ${target} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n`, 'latin1');
    });
    socket.setTimeout(10_000, () => {
      socket.destroy(new Error('no answer'));
    });
    socket.on('data', (chunk: Buffer) => chunks.push(chunk));
    socket.on('error', (error: NodeJS.ErrnoException) => {
      // Refusing a request by cutting it off is an answer; refusing the connection is a server that is gone.
      if (error.code === 'ECONNRESET' || error.code === 'EPIPE') done({ status: 0, location: undefined, text: '' });
      else fail(error);
    });
    socket.on('close', () => {
      const text = Buffer.concat(chunks).toString('latin1');
      done({ status: Number(/^HTTP\/1\.1 (\d+)/.exec(text)?.[1] ?? 0), location: /^location: *(.*)\r$/im.exec(text)?.[1], text });
    });
  });
}

test.for(['/', '/some/path/'])('below %s: 300 traversals and more stay inside', { timeout: 120_000 }, async (base) => {
  const server = servers.get(base);
  const address = server?.address ?? '';
  const faults: string[] = [];
  const targets = makeTargets(base);
  for (const target of targets) {
    const { status, location, text } = await send(address, 'GET', target);
    const note = (what: string) => faults.push(`${target.slice(0, 80)}: ${what}`);
    // A link of the file system is put there by who owns the folder.
    if (text.includes(SECRET) && target !== '/link.txt') note('reads what it may not');
    if (/root:.*:0:0|\[fonts\]/.test(text)) note('reads a file of the system');
    if (/^x-injected:/im.test(text)) note('writes a header');
    if (status >= 500) note(`answers ${String(status)}`);
    if (location !== undefined && !/^\/(?![/\\])/.test(location)) note(`leads to ${location}`);
    if (/at \w+ \(|node:internal|node_modules/.test(text)) note('tells of its inside');
  }
  console.log(`traversals below ${base}: ${String(targets.length)}, ${String(faults.length)} faults`);
  expect(targets.length).toBeGreaterThanOrEqual(300);
  expect(faults).toEqual([]);
  expect((await send(address, 'GET', base)).text).toContain(PAGE);
});

test.for(['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'PROPFIND'])('%s is refused with 405', async (method) => {
  const address = servers.get('/')?.address ?? '';
  expect((await send(address, method, '/')).status).toBe(405);
});

test('HEAD answers without a body', async () => {
  const { status, text } = await send(servers.get('/')?.address ?? '', 'HEAD', '/');
  expect(status).toBe(200);
  expect(text.split('\r\n\r\n')[1]).toBe('');
});

test('a hundred connections that say nothing, and as many that hang up, do not stop it', async () => {
  const address = servers.get('/')?.address ?? '';
  const port = Number(new URL(address).port);
  const silent = Array.from({ length: 100 }, () => connect(port, '127.0.0.1').on('error', () => undefined));
  for (let at = 0; at < 100; at += 1) {
    const socket = connect(port, '127.0.0.1', () => {
      socket.write('GET /cases/one/ HTTP/1.1\r\nHost: x\r\n\r\n');
      socket.destroy();
    }).on('error', () => undefined);
  }
  expect((await send(address, 'GET', '/')).status).toBe(200);
  for (const socket of silent) socket.destroy();
});
