/** A proxy that counts and slows down: requests of a worker escape the browser's own counting and throttling. */
import { createServer, request as forward } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

/** Bits a second and milliseconds a request. */
export interface Network {
  readonly bandwidth: number;
  readonly latency: number;
}
export const FAST: Network = { bandwidth: Number.POSITIVE_INFINITY, latency: 0 };
/** Lighthouse's slow 4G. */
export const SLOW: Network = { bandwidth: 1_600_000, latency: 150 };

export interface Answered {
  readonly path: string;
  /** Body as sent: brotli where the server packs. */
  readonly bytes: number;
  /** When it was sent on, milliseconds since 1970. */
  readonly at: number;
}

export interface Proxy {
  /** Address of the site through here, with a slash at its end. */
  readonly address: string;
  /** Forgets what was counted, and is as slow as `network` from now on. */
  reset(network: Network): void;
  answers(): readonly Answered[];
  close(): void;
}

/**
 * A proxy before `target`, an address with a slash at its end. One line for all requests, as a phone has. `dropped` are headers that are not passed
 * on, in lower case.
 */
export async function openProxy(target: string, dropped: readonly string[] = []): Promise<Proxy> {
  let network = FAST;
  let answers: Answered[] = [];
  /** When the line is free again. */
  let free = 0;
  const server = createServer((incoming, outgoing) => {
    const started = performance.now();
    const path = incoming.url ?? '/';
    const asked = forward(new URL(path, target), { method: incoming.method, headers: incoming.headers }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('end', () => {
        const body = Buffer.concat(chunks);
        free = Math.max(free, started + network.latency) + (body.length * 8_000) / network.bandwidth;
        void wait(Math.max(0, free - performance.now())).then(() => {
          answers.push({ path, bytes: body.length, at: Date.now() });
          const headers = Object.fromEntries(Object.entries(answer.headers).filter(([name]) => !dropped.includes(name)));
          outgoing.writeHead(answer.statusCode ?? 500, headers).end(body);
        });
      });
    });
    asked.on('error', () => outgoing.destroy());
    asked.end();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    address: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/`,
    reset: (next) => {
      network = next;
      answers = [];
      free = 0;
    },
    answers: () => answers,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
