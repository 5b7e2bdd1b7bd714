/** A browser before the built site, with every byte counted that a search asks for, and with files spoilt on their way. */
import { type IncomingMessage, type ServerResponse, createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What becomes of a file: nothing comes, it is not there, half of it comes, nothing of it, something else, or it never ends. */
export type Harm = 'cut off' | 'missing' | 'truncated' | 'empty' | 'foreign' | 'hanging';

export interface Traffic {
  /** Address of the site through here, with a slash at its end. */
  readonly address: string;
  /** Path and bytes of every answer since the last `forget`, as sent: brotli where the server packs. */
  readonly answers: readonly { readonly path: string; readonly bytes: number }[];
  forget(): void;
  /** Spoils every file whose path matches, each every time or once, until called with nothing. */
  harm(pattern?: RegExp, how?: Harm, howOften?: 'always' | 'once'): void;
  /** How often a path that matches has been asked for since the last `harm`. */
  asked(pattern: RegExp): number;
  /** From now on another site is behind this address (an address with a slash at its end). */
  publish(target: string): void;
  close(): Promise<void>;
}

/** A proxy before `target` (an address with a slash at its end): requests of workers escape the browser's own counting. */
export async function openTraffic(target: string): Promise<Traffic> {
  const answers: { path: string; bytes: number }[] = [];
  let harmed: { pattern: RegExp; how: Harm; howOften: 'always' | 'once' } | undefined;
  /** Paths as they were asked for, without what stands behind a question mark. */
  let paths: string[] = [];
  let published = target;
  const pass = (incoming: IncomingMessage, outgoing: ServerResponse): void => {
    const path = incoming.url ?? '/';
    const bare = path.replace(/\?.*/, '');
    const isSpared = harmed?.howOften === 'once' && paths.includes(bare);
    const how = harmed?.pattern.test(bare) === true && !isSpared ? harmed.how : undefined;
    paths.push(bare);
    if (how === 'cut off') {
      outgoing.destroy();
      return;
    }
    if (how === 'hanging') return;
    if (how === 'missing') {
      outgoing.writeHead(404).end();
      return;
    }
    const asked = request(
      new URL(path, published),
      { headers: { ...incoming.headers, ...(how ? { 'accept-encoding': 'identity' } : {}) } },
      (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('end', () => {
          const whole = Buffer.concat(chunks);
          const body = how === undefined ? whole : spoil(whole, how);
          answers.push({ path, bytes: body.length });
          outgoing.writeHead(answer.statusCode ?? 500, { ...answer.headers, 'content-length': String(body.length) }).end(body);
        });
      },
    );
    asked.on('error', () => outgoing.destroy());
    asked.end();
  };
  const server = createServer(pass);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    address: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/`,
    answers,
    forget: () => {
      answers.length = 0;
    },
    harm: (pattern, how = 'missing', howOften = 'always') => {
      harmed = pattern ? { pattern, how, howOften } : undefined;
      paths = [];
    },
    asked: (pattern) => paths.filter((path) => pattern.test(path)).length,
    publish: (next) => {
      published = next;
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

function spoil(whole: Buffer, how: Harm): Buffer {
  if (how === 'empty') return Buffer.alloc(0);
  // A host's own page for what is missing, sent with status 200.
  return how === 'foreign' ? Buffer.from('<!doctype html><title>404</title><p>404</p>') : whole.subarray(0, Math.floor(whole.length / 2));
}
