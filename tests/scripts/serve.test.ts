import fs, { existsSync, mkdirSync, mkdtempSync, readdirSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { brotliDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { serve, type RunningServer } from '../../src/local/serve.ts';
import { securityHeaders } from '../../src/headers.ts';

const outside = mkdtempSync(join(tmpdir(), 'serve-'));
const dir = join(outside, 'site');
let server: RunningServer;

beforeAll(async () => {
  const write = (path: string, text: string) => {
    mkdirSync(join(dir, path, '..'), { recursive: true });
    writeFileSync(join(dir, path), text);
  };
  write('index.html', '<p>첫 쪽</p>');
  write('404.html', '<p>없다</p>');
  write('cases/busan-yeonje/index.html', '<p>사례</p>'.repeat(100));
  write('_astro/style.0123abcd.css', 'p{}');
  write('data/cases.csv', '\ufeff가,나\n');
  write('한글.txt', '글');
  write('feed.xml', '<feed/>');
  write('.env', 'SECRET=1');
  write('.git/config', 'secret');
  write('.well-known/security.txt', 'Contact: -');
  write('picture.png', 'x'.repeat(200_000));
  writeFileSync(join(outside, 'secret.txt'), 'secret');
  mkdirSync(join(outside, 'site-beside'));
  writeFileSync(join(outside, 'site-beside', 'secret.txt'), 'secret');
  server = await serve({ dir, port: 0 });
});

afterAll(async () => {
  await server.close();
  rmSync(outside, { recursive: true });
});

interface Answer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: Buffer;
}

/** Asks for a path as it is written, which `fetch` would tidy up. */
function ask(path: string, headers: Record<string, string> = {}, address = server.address, method = 'GET'): Promise<Answer> {
  const { hostname, port } = new URL(address);
  return new Promise((done, fail) => {
    request({ hostname, port, path, headers, method }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        done({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) });
      });
    })
      .on('error', fail)
      .end();
  });
}

describe('what is there', () => {
  test('a folder is its index', async () => {
    const { status, headers, body } = await ask('/');
    expect([status, headers['content-type'], body.toString()]).toEqual([200, 'text/html; charset=utf-8', '<p>첫 쪽</p>']);
  });

  test('a folder without its slash is redirected, query and all', async () => {
    const { status, headers } = await ask('/cases/busan-yeonje?a=1');
    expect([status, headers['location']]).toEqual([301, '/cases/busan-yeonje/?a=1']);
  });

  test('an encoded name is found', async () => {
    expect((await ask(`/${encodeURIComponent('한글')}.txt`)).body.toString()).toBe('글');
  });

  test('text is compressed for those who take it, and only for them', async () => {
    const packed = await ask('/cases/busan-yeonje/', { 'accept-encoding': 'gzip, br' });
    expect([packed.headers['content-encoding'], packed.headers['vary']]).toEqual(['br', 'Accept-Encoding']);
    const plain = await ask('/cases/busan-yeonje/');
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect(brotliDecompressSync(packed.body)).toEqual(plain.body);
    expect(packed.body.length).toBeLessThan(plain.body.length);
    expect(packed.headers['content-length']).toBe(String(packed.body.length));
  });

  test('files with a hash in their name are kept, pages are asked for again', async () => {
    expect((await ask('/_astro/style.0123abcd.css')).headers['cache-control']).toContain('immutable');
    expect((await ask('/')).headers['cache-control']).toContain('must-revalidate');
  });
});

test('every answer carries the security headers', async () => {
  for (const path of ['/', '/cases/busan-yeonje', '/nothing/', '/%', '/data/cases.csv']) {
    const { headers } = await ask(path);
    for (const [name, value] of Object.entries(securityHeaders)) expect(headers[name.toLowerCase()], `${path} ${name}`).toBe(value);
  }
});

describe('what is not there', () => {
  test('gets the page that says so', async () => {
    for (const path of ['/nothing/', '/cases/', '/cases/busan-yeonje/index.htm', '/data/']) {
      const { status, body } = await ask(path);
      expect([status, body.toString()], path).toEqual([404, '<p>없다</p>']);
    }
  });

  test.for([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/cases/../../secret.txt',
    '/cases/%2e%2e/%2e%2e/secret.txt',
    '/../site-beside/secret.txt',
    '/%2e%2e/site-beside/secret.txt',
    '//../secret.txt',
    '/..\\secret.txt',
  ])('nothing outside the site is given away: %s', async (path) => {
    const { status, body } = await ask(path);
    expect(body.toString()).not.toContain('secret');
    expect([400, 404]).toContain(status);
  });

  test.for([
    ['a name longer than any file has', `/${'a'.repeat(5_000)}`],
    ['a file that editors and tools leave', '/.env'],
    ['a folder that they leave', '/.git/config'],
  ] as const)('%s is not there', async ([, path]) => {
    expect((await ask(path)).status).toBe(404);
  });

  test('what hosts look for is', async () => {
    expect((await ask('/.well-known/security.txt')).status).toBe(200);
  });

  test('an address that cannot be decoded is refused, and the server lives on', async () => {
    expect((await ask('/%')).status).toBe(400);
    expect((await ask('/%00')).status).not.toBe(200);
    expect((await ask('/')).status).toBe(200);
  });
});

describe('ports and paths', () => {
  test('a busy port moves on to the next', async () => {
    const busy = Number(new URL(server.address).port);
    const other = await serve({ dir, port: busy });
    try {
      expect(Number(new URL(other.address).port)).toBeGreaterThan(busy);
      expect((await ask('/', {}, other.address)).status).toBe(200);
    } finally {
      await other.close();
    }
  });

  test('a site below a path answers there and nowhere else', async () => {
    const based = await serve({ dir, port: 0, base: '/some/path/' });
    try {
      expect(based.address).toMatch(/\/some\/path\/$/);
      expect((await ask('/some/path/cases/busan-yeonje/', {}, based.address)).status).toBe(200);
      expect((await ask('/some/path/cases/busan-yeonje', {}, based.address)).headers['location']).toBe('/some/path/cases/busan-yeonje/');
      expect((await ask('/cases/busan-yeonje/', {}, based.address)).status).toBe(404);
      expect((await ask('/some/path/../../secret.txt', {}, based.address)).body.toString()).not.toContain('secret');
    } finally {
      await based.close();
    }
  });

  test('a closed server lets go of its port', async () => {
    const first = await serve({ dir, port: 0 });
    const port = Number(new URL(first.address).port);
    await first.close();
    const second = await serve({ dir, port });
    expect(Number(new URL(second.address).port)).toBe(port);
    await second.close();
  });
});

describe('as a host does', () => {
  test('other methods are refused, and HEAD has no body', async () => {
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH']) {
      const { status, headers } = await ask('/', {}, server.address, method);
      expect([status, headers['allow']], method).toEqual([405, 'GET, HEAD']);
    }
    for (const accepted of ['br', 'identity']) {
      const head = await ask('/cases/busan-yeonje/', { 'accept-encoding': accepted }, server.address, 'HEAD');
      const whole = await ask('/cases/busan-yeonje/', { 'accept-encoding': accepted });
      expect([head.status, head.body.length]).toEqual([200, 0]);
      expect(head.headers['content-length']).toBe(whole.headers['content-length']);
    }
    expect((await ask('/nothing/', {}, server.address, 'HEAD')).body.length).toBe(0);
  });

  test('what a reader has already is not sent again until it changes', async () => {
    for (const headers of [{ 'accept-encoding': 'br' }, { 'accept-encoding': 'identity' }]) {
      for (const path of ['/', '/data/cases.csv', '/picture.png']) {
        const { headers: given } = await ask(path, headers);
        const tag = String(given['etag']);
        expect(tag, path).toMatch(/^W\/"/);
        const again = await ask(path, { ...headers, 'if-none-match': tag });
        expect([again.status, again.body.length], path).toEqual([304, 0]);
        expect(again.headers['content-security-policy'], path).toBeDefined();
        expect((await ask(path, { ...headers, 'if-none-match': 'W/"1-1"' })).status, path).toBe(200);
      }
    }
    const { headers: before } = await ask('/data/cases.csv', { 'accept-encoding': 'br' });
    writeFileSync(join(dir, 'data/cases.csv'), '\ufeff가,나\n다,라\n');
    const after = await ask('/data/cases.csv', { 'accept-encoding': 'br', 'if-none-match': String(before['etag']) });
    expect(after.status).toBe(200);
    expect(brotliDecompressSync(after.body).toString()).toContain('다,라');
  });

  test('a part of a file can be had', async () => {
    const { status, headers, body } = await ask('/picture.png', { range: 'bytes=2-5' });
    expect([status, headers['content-range'], body.length]).toEqual([206, 'bytes 2-5/200000', 4]);
    expect((await ask('/picture.png', { range: 'bytes=9-2' }).catch(() => ({ status: 0 }))).status).not.toBe(200);
    expect((await ask('/')).status).toBe(200);
  });

  test.for([
    '//evil.com',
    '//evil.com/%2e%2e',
    '/\\evil.com',
    '//cases',
    '//cases/busan-yeonje',
    '/\\cases\\busan-yeonje',
    '/.//cases//busan-yeonje',
  ])('no redirect leaves the site: %s', async (path) => {
    const { status, headers } = await ask(path);
    if (status === 301) expect(headers['location']).toMatch(/^\/[a-z]/);
    else expect([400, 404]).toContain(status);
  });

  test('media types are those of the header file', async () => {
    expect((await ask('/feed.xml')).headers['content-type']).toBe('application/atom+xml; charset=utf-8');
    expect((await ask('/picture.png')).headers['content-type']).toBe('image/png');
  });
});

describe('a bad day', () => {
  /** Files of the site that this process holds open. */
  const held = () =>
    readdirSync('/proc/self/fd').filter((name) => {
      try {
        return readlinkSync(`/proc/self/fd/${name}`).startsWith(dir);
      } catch {
        return false;
      }
    }).length;

  test.skipIf(!existsSync('/proc/self/fd'))('a reader who leaves half way leaves no file open', async () => {
    const { hostname, port } = new URL(server.address);
    for (let n = 0; n < 20; n++)
      await new Promise<void>((done) => {
        const asked = request({ hostname, port, path: '/picture.png' }, (response) => {
          response.once('data', () => {
            asked.destroy();
          });
          response.once('close', done);
          response.on('error', () => undefined);
        });
        asked.on('error', () => undefined);
        asked.end();
      });
    await vi.waitFor(() => {
      expect(held()).toBe(0);
    });
  });

  test('files that cannot be opened, as when too many are, end the answer and not the server', async () => {
    const open = vi.spyOn(fs, 'createReadStream').mockImplementation(() => {
      const source = new Readable({ read: () => undefined });
      process.nextTick(() => source.destroy(Object.assign(new Error('EMFILE: too many open files'), { code: 'EMFILE' })));
      return source as unknown as fs.ReadStream;
    });
    syncBuiltinESMExports();
    try {
      await expect(ask('/picture.png').then(({ body }) => body.length)).rejects.toThrow('socket hang up');
      expect(open).toHaveBeenCalled();
    } finally {
      open.mockRestore();
      syncBuiltinESMExports();
    }
    expect((await ask('/picture.png')).status).toBe(200);
  });
});
