/** A static server with the production headers: for `npm start`, the browser tests and the benchmarks. */
import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize, resolve, sep } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { cacheControl, securityHeaders } from '../src/headers.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.ris': 'application/x-research-info-systems; charset=utf-8',
  '.bib': 'application/x-bibtex; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
};
const COMPRESSED = new Set(['.html', '.css', '.js', '.json', '.txt', '.csv', '.xml', '.svg', '.webmanifest']);

export function contentType(path: string): string {
  return TYPES[extname(path)] ?? 'application/octet-stream';
}

export interface RunningServer {
  /** Address with a slash at its end: `http://127.0.0.1:4321/`. */
  address: string;
  close(): Promise<void>;
}

export interface ServeOptions {
  dir: string;
  /** First port to try; a busy one moves on to the next. 0 takes any free port. */
  port: number;
  /** Path below which the site lives, with a slash at its end. */
  base?: string;
}

/** Serves a built site on the loopback address. Rejects when no port of the next hundred is free. */
export async function serve({ dir, port, base = '/' }: ServeOptions): Promise<RunningServer> {
  const root = resolve(dir);
  const brotli = new Map<string, Buffer>();
  const server = createServer((request, response) => {
    try {
      answer(root, base, request.url ?? '/', request.headers['accept-encoding'] ?? '', response, brotli);
    } catch {
      response.writeHead(400, securityHeaders).end();
    }
  });
  const taken = await listen(server, port);
  return {
    address: `http://127.0.0.1:${String(taken)}${base}`,
    close: () =>
      new Promise((done) => {
        server.close(() => {
          done();
        });
        server.closeAllConnections();
      }),
  };
}

async function listen(server: Server, first: number): Promise<number> {
  for (let port = first; port < first + 100; port += 1) {
    try {
      await new Promise<void>((done, fail) => {
        server.once('error', fail).listen(port, '127.0.0.1', () => {
          server.off('error', fail);
          done();
        });
      });
      return (server.address() as AddressInfo).port;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    }
  }
  throw new Error(`${String(first)}번부터 백 개의 포트가 모두 쓰이고 있다. ‘npm start -- --port 8080’처럼 다른 포트를 고른다.`);
}

function answer(root: string, base: string, target: string, accepts: string, response: ServerResponse, brotli: Map<string, Buffer>): void {
  const [rawPath = '/', query] = target.split('?');
  const path = normalize(decodeURIComponent(rawPath));
  if (!path.startsWith(base)) {
    send(root, join(root, '404.html'), 404, accepts, response, brotli);
    return;
  }
  const inner = path.slice(base.length - 1);
  const file = join(root, inner);
  if (file !== root && !file.startsWith(root + sep)) {
    response.writeHead(400, securityHeaders).end();
    return;
  }
  if (existsSync(file) && statSync(file).isDirectory()) {
    if (!path.endsWith('/')) {
      response.writeHead(301, { ...securityHeaders, Location: `${rawPath}/${query === undefined ? '' : `?${query}`}` }).end();
      return;
    }
    const index = join(file, 'index.html');
    if (existsSync(index)) {
      send(root, index, 200, accepts, response, brotli);
      return;
    }
  } else if (existsSync(file)) {
    send(root, file, 200, accepts, response, brotli);
    return;
  }
  send(root, join(root, '404.html'), 404, accepts, response, brotli);
}

function send(root: string, file: string, status: number, accepts: string, response: ServerResponse, brotli: Map<string, Buffer>): void {
  if (!existsSync(file)) {
    response.writeHead(status, { ...securityHeaders, 'Content-Type': TYPES['.txt'] }).end('찾는 쪽이 없다.');
    return;
  }
  const { mtimeMs, size } = statSync(file);
  const headers: Record<string, string> = {
    ...securityHeaders,
    'Content-Type': contentType(file),
    'Cache-Control': cacheControl(file.slice(root.length).replaceAll(sep, '/')),
  };
  if (!COMPRESSED.has(extname(file)) || !/\bbr\b/.test(accepts)) {
    response.writeHead(status, { ...headers, 'Content-Length': String(size) });
    createReadStream(file).pipe(response);
    return;
  }
  const key = `${file}:${String(mtimeMs)}`;
  let body = brotli.get(key);
  if (!body) {
    body = brotliCompressSync(readFileSync(file), { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
    brotli.set(key, body);
  }
  response
    .writeHead(status, { ...headers, 'Content-Encoding': 'br', 'Content-Length': String(body.length), Vary: 'Accept-Encoding' })
    .end(body);
}
