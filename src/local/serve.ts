/** A static server with the headers of the published site: for `npm start`, the PDFs, the browser tests and the benchmarks. */
import { existsSync, statSync, type ReadStream, type Stats } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import sirv from 'sirv';
import { cacheControl, contentType, isText, securityHeaders } from '../headers.ts';
import { UserError } from '../user-error.ts';

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
  const answer = createAnswer(resolve(dir), base);
  const server = createServer((request, response) => {
    answer(request, response).catch(() => {
      if (response.headersSent) response.destroy();
      else response.writeHead(503, { ...securityHeaders, 'Retry-After': '1' }).end();
    });
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
  const last = Math.min(first + 99, 65_535);
  for (let port = first; port <= last; port += 1) {
    try {
      await new Promise<void>((done, fail) => {
        server.once('error', fail).listen(port, '127.0.0.1', () => {
          server.off('error', fail);
          done();
        });
      });
      return (server.address() as AddressInfo).port;
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EACCES')
        throw new UserError(`포트 ${String(port)}: 열 권한이 없습니다. ‘npm start -- --port 8080’처럼 1024 이상을 고르세요.`);
      if (code !== 'EADDRINUSE') throw error;
    }
  }
  throw new UserError(
    `포트 ${String(first)}부터 ${String(last)}까지 모두 사용 중입니다. ‘npm start -- --port 8080’처럼 다른 포트를 고르세요.`,
  );
}

interface Found {
  /** Path of the file below the site, as `headers.ts` takes it: `/cases/busan-yeonje/index.html`. */
  path: string;
  stats: Stats;
}

type Answer = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

function createAnswer(root: string, base: string): Answer {
  // `dev` looks at the disk each time: a build may replace the site while it is served.
  const send = sirv(root, {
    dev: true,
    etag: true,
    extensions: [],
    onNoMatch: (request, response) => {
      missing(request, response).catch(() => response.destroy());
    },
  });
  const compress = createCompressor(root);

  const file = async (request: IncomingMessage, response: ServerResponse, { path, stats }: Found): Promise<void> => {
    setHeaders(response, path);
    if (isText(contentType(path)) && /\bbr\b/.test(request.headers['accept-encoding'] ?? '')) {
      await compress(request, response, path, stats);
      return;
    }
    // What sirv reads ends with the answer, also where it cannot be opened or the reader has gone.
    response.once('pipe', (source: ReadStream) => {
      source.once('error', () => response.destroy());
      response.once('close', () => source.destroy());
    });
    request.url = encodeURI(path);
    send(request, response);
  };

  const missing = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value);
    const body = await readFile(join(root, '404.html')).catch(() => undefined);
    response.writeHead(404, { 'Content-Type': contentType(body ? '.html' : '.txt'), 'Cache-Control': cacheControl('/404.html') });
    response.end(request.method === 'HEAD' ? undefined : (body ?? '페이지를 찾을 수 없습니다.'));
  };

  return async (request, response) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { ...securityHeaders, Allow: 'GET, HEAD' }).end();
      return;
    }
    const [rawPath = '/', query] = (request.url ?? '/').split('?');
    const path = readPath(rawPath);
    if (path === undefined) {
      response.writeHead(400, securityHeaders).end();
      return;
    }
    const found = path.startsWith(base) ? find(root, path.slice(base.length - 1)) : undefined;
    if (found === undefined) await missing(request, response);
    else if (found === 'folder') {
      // From the path as it was understood: `//evil.kr` would lead to another host.
      const location = `${encodeURI(path)}/${query === undefined ? '' : `?${query}`}`;
      response.writeHead(301, { ...securityHeaders, Location: location }).end();
    } else await file(request, response, found);
  };
}

function setHeaders(response: ServerResponse, path: string): void {
  for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value);
  response.setHeader('Content-Type', contentType(path));
  response.setHeader('Cache-Control', cacheControl(path));
}

/** The path with one slash between its parts and no dots to climb by; undefined when it cannot be decoded or leads out of the site. */
function readPath(raw: string): string | undefined {
  let path;
  try {
    path = decodeURIComponent(raw);
  } catch {
    return undefined;
  }
  const parts = path.replaceAll(/[\\/]+/g, '/').split('/');
  if (!path.startsWith('/') || path.includes('\0') || parts.includes('..')) return undefined;
  return parts.filter((part) => part !== '.').join('/');
}

/** What editors and tools leave beside a site is no part of it. */
const isHidden = (part: string): boolean => part.startsWith('.') && part !== '.well-known';

/** The file that answers a path, or that the path is a folder's without its slash. */
function find(root: string, path: string): Found | 'folder' | undefined {
  const own = path.endsWith('/') ? `${path}index.html` : path;
  const file = join(root, own);
  if (!file.startsWith(root + sep) || own.split('/').some(isHidden)) return undefined;
  const stats = lookUp(file);
  if (stats?.isFile()) return { path: own, stats };
  return stats?.isDirectory() && existsSync(join(file, 'index.html')) ? 'folder' : undefined;
}

/** Undefined where no file can be: also for a name longer than any, and behind a link that leads in a circle. */
function lookUp(file: string): Stats | undefined {
  try {
    return statSync(file, { throwIfNoEntry: false });
  } catch (error) {
    if (['ENAMETOOLONG', 'ELOOP'].includes((error as NodeJS.ErrnoException).code ?? '')) return undefined;
    throw error;
  }
}

const pack = promisify(brotliCompress);

/** Answers with a whole file in Brotli, as hosts send it, and keeps what it has packed. */
function createCompressor(root: string) {
  const packed = new Map<string, { tag: string; body: Buffer }>();
  return async (request: IncomingMessage, response: ServerResponse, path: string, { mtimeMs, size }: Stats): Promise<void> => {
    const tag = `W/"${String(size)}-${String(Math.floor(mtimeMs))}"`;
    const headers = { ETag: tag, Vary: 'Accept-Encoding' };
    if (request.headers['if-none-match'] === tag) {
      response.writeHead(304, headers).end();
      return;
    }
    const kept = packed.get(path);
    const body =
      kept?.tag === tag
        ? kept.body
        : await pack(await readFile(join(root, path)), { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } });
    packed.set(path, { tag, body });
    response.writeHead(200, { ...headers, 'Content-Encoding': 'br', 'Content-Length': String(body.length) });
    response.end(request.method === 'HEAD' ? undefined : body);
  };
}
