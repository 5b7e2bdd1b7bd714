/**
 * Build side only: the terms of a page → what Pagefind is given in place of it: terms, exact boundaries and weights, nothing else.
 */
import { BOUNDARY } from '../runtime/terms.ts';

/** @param written the terms as they are written in the index, which need no escaping; `fields` number the field of each. */
export function toPagefindHtml(written: readonly string[], fields: readonly number[]): string {
  const runs: string[] = [];
  for (let start = 0, end = 0; start < written.length; start = end) {
    const field = fields[start] ?? 0;
    while (end < written.length && fields[end] === field) end++;
    runs.push(`<span data-pagefind-weight="${field + 1}">${written.slice(start, end).join(BOUNDARY)}${BOUNDARY}</span>`);
  }
  return `<!doctype html><html lang="ja"><head><title>-</title></head><body><p data-pagefind-body>${runs.join('')}</p></body></html>`;
}
