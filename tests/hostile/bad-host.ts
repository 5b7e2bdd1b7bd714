/**
 * A host with bad days: serves the files of a built site from memory, with the production headers, and lets a test spoil, hold back or
 * exchange each answer. One process serves hundreds of answers a second, because nothing is read or packed twice.
 */
import { globSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { contentType } from '../../scripts/serve.ts';
import { cacheControl, securityHeaders } from '../../src/headers.ts';

/** Files by their paths from the root of the site, without the first slash: `search/manifest.json`. */
export type Files = ReadonlyMap<string, Buffer>;

export interface Answer {
  /** 0 cuts the connection. */
  readonly status: number;
  readonly body: Buffer;
  /** Left out: that of the path. */
  readonly type?: string;
  /** Milliseconds before the answer. */
  readonly after?: number;
}

export interface BadHost {
  /** Address of the site, with a slash at its end. */
  readonly address: string;
  /** Paths asked for since the last `spoil`, in their order. */
  readonly asked: readonly string[];
  /** Exchanges the site, as a deploy does. */
  deploy(files: Files): void;
  /** Answers of `change` stand for those of the site; undefined leaves one as it is. Without an argument everything is whole again. */
  spoil(change?: (path: string, whole: Buffer | undefined) => Answer | undefined): void;
  close(): Promise<void>;
}

/** Reads a whole built site. */
export function readFiles(dir: string): Files {
  const paths = globSync('**/*', { cwd: dir }).filter((path) => statSync(join(dir, path)).isFile());
  return new Map(paths.sort().map((path) => [path, readFileSync(join(dir, path))]));
}

export async function openBadHost(site: Files): Promise<BadHost> {
  let files = site;
  let change: Parameters<BadHost['spoil']>[0];
  const asked: string[] = [];
  // Hosts refuse an address of 100,000 characters; what a page does with one must not hang on that.
  const server = createServer({ maxHeaderSize: 1 << 21 }, (request, response) => {
    const wanted = decodeURIComponent(new URL(request.url ?? '/', 'http://127.0.0.1').pathname).slice(1);
    const path = wanted === '' || wanted.endsWith('/') ? `${wanted}index.html` : wanted;
    const whole = files.get(path);
    asked.push(path);
    const missing: Answer = { status: 404, body: files.get('404.html') ?? Buffer.from(''), type: contentType('404.html') };
    const { status, body, type, after = 0 } = change?.(path, whole) ?? (whole ? { status: 200, body: whole } : missing);
    setTimeout(() => {
      if (status === 0) {
        response.destroy();
        return;
      }
      response
        .writeHead(status, {
          ...securityHeaders,
          'Content-Type': type ?? contentType(path),
          'Cache-Control': cacheControl(`/${path}`),
          'Content-Length': String(body.length),
        })
        .end(body);
    }, after);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    address: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/`,
    asked,
    deploy: (next) => {
      files = next;
    },
    spoil: (next) => {
      change = next;
      asked.length = 0;
    },
    close: () =>
      new Promise((done) => {
        server.close(() => {
          done();
        });
        server.closeAllConnections();
      }),
  };
}
