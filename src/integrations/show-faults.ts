/**
 * While somebody writes: the faults of the content on the pages of the preview, each at its place, instead of a stack trace. A page that
 * cannot be made because of them lists them.
 */
import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AstroIntegration } from 'astro';
import { anchor, type AnchorKind, ROW_ANCHORS } from '../content/anchors.ts';
import { readFaults } from '../content/fault-board.ts';
import type { Fault } from '../content/fault.ts';
import { parseBody } from '../content/prose.ts';
import { cutCaseSource } from '../content/source.ts';

/** A fault and where a page of the preview shows it. */
export interface PlacedFault extends Fault {
  /** Case that it is of; absent for other files. */
  slug?: string;
  /** Id on the page of the case that it stands at; absent where it has none. */
  place?: string;
  /** The prose of the case cannot be read because of it. */
  isUnreadable?: boolean;
}

const EVENT = 'content-faults';
const PATH = '/__faults.json';
/** Field of what is wrong in the prose. */
const BODY = '본문';
const CLIENT = '/src/integrations/faults-on-page.ts';

/** A page in which the faults are shown alone. */
const FRAME = `<!doctype html><html lang="ko"><meta charset="utf-8"><title>내용에 오류가 있습니다</title><main><h1>내용에 오류가 있어 이 페이지를 만들지 못했습니다</h1></main><script type="module" src="${CLIENT}"></script></html>`;

export function showFaults(): AstroIntegration {
  return {
    name: 'show-faults',
    hooks: {
      'astro:config:setup': ({ command, injectScript, updateConfig }) => {
        if (command !== 'dev') return;
        injectScript('page', `import '${CLIENT}';`);
        updateConfig({ vite: { server: { hmr: { overlay: false } } } });
      },
      'astro:server:setup': ({ server }) => {
        let placed: PlacedFault[] = [];
        readFaults((faults) => {
          placed = faults.map(placeFault);
          server.ws.send(EVENT, placed);
        });
        server.middlewares.use((request, response, next) => {
          if (request.url?.endsWith(PATH) === true)
            response.setHeader('Content-Type', 'application/json; charset=utf-8').end(JSON.stringify(placed));
          else if (
            placed.some(({ slug, isUnreadable }) => isUnreadable === true && request.url?.includes(`/cases/${slug ?? ''}/`) === true)
          )
            response.setHeader('Content-Type', 'text/html; charset=utf-8').end(FRAME);
          else {
            if (placed.length > 0) replaceFailure(request, response);
            next();
          }
        });
      },
    },
  };
}

/** Where a fault shows: at the row that its field names, or below the last heading before its line. */
export function placeFault(fault: Fault): PlacedFault {
  const slug = /^content\/cases\/(.+)\.mdx$/.exec(fault.file)?.[1];
  if (slug === undefined) return fault;
  const source = cutCaseSource(readFileSync(fault.file, 'utf8'));
  if (fault.field === BODY && source && !parseBody(source.body, source.bodyLine).readable) return { ...fault, slug, isUnreadable: true };
  const [list, id] = fault.field.split('.');
  const kind: AnchorKind | undefined = ROW_ANCHORS.find(([name]) => name === list)?.[1];
  const place = kind !== undefined && id !== undefined && /[a-z]/.test(id) ? anchor(kind, id) : headingBefore(fault);
  return { ...fault, slug, ...(place === undefined ? {} : { place }) };
}

function headingBefore({ file, line }: Fault): string | undefined {
  const lines = readFileSync(file, 'utf8').split('\n').slice(0, line);
  return lines.map((text) => /^#{2,3} .*\[#([a-z0-9-]+)/.exec(text)?.[1]).findLast((id) => id !== undefined);
}

type Loose<Result> = (...all: unknown[]) => Result;

/** A page that fails answers with a frame in which the faults are shown. */
function replaceFailure(request: IncomingMessage, response: ServerResponse): void {
  if (request.headers.accept?.includes('text/html') !== true) return;
  const writeHead = response.writeHead.bind(response) as Loose<ServerResponse>;
  const write = response.write.bind(response) as Loose<boolean>;
  const end = response.end.bind(response) as Loose<ServerResponse>;
  const isFailure = () => response.statusCode >= 500;
  const head: Loose<ServerResponse> = (status, ...rest) => {
    response.statusCode = Number(status);
    return isFailure() ? response : writeHead(status, ...rest);
  };
  const close: Loose<ServerResponse> = (...all) => {
    if (!isFailure()) return end(...all);
    writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' });
    return end(FRAME);
  };
  Object.assign(response, { writeHead: head, write: (...all: unknown[]) => isFailure() || write(...all), end: close });
}
