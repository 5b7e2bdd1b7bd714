/** One run of printed pages, both ends included. */
export interface PageRange {
  first: number;
  last: number;
}

/** What an author writes: 173, "173-180" or "173, 176-177". */
const PAGE_LIST = /^\d{1,4}(?:-\d{1,4})?(?:, ?\d{1,4}(?:-\d{1,4})?)*$/;

/** Reads a page reference; `undefined` when it is misshapen or runs backwards. */
export function parsePages(text: string | number): PageRange[] | undefined {
  const source = String(text).trim();
  if (!PAGE_LIST.test(source)) return undefined;
  const ranges = source.split(',').map((part) => {
    const [first = NaN, last = first] = part.trim().split('-').map(Number);
    return { first, last };
  });
  return ranges.every(({ first, last }) => first > 0 && first <= last) ? ranges : undefined;
}

/** `173–174, 180` with en dashes; the word 쪽 is the caller's. */
export function formatPages(pages: string | number): string {
  return String(pages).replaceAll('-', '–').replaceAll(/,\s*/g, ', ');
}

/** The runs of `173–174, 180쪽` that must not break inside: `173–174,` and `180쪽`. */
export function splitPages(pages: string | number): string[] {
  return `${formatPages(pages)}쪽`.split(' ');
}

/** The first page of a reference, for sorting. Misshapen references sort last. */
export function firstPage(pages: string | number): number {
  return parsePages(pages)?.[0]?.first ?? Number.MAX_SAFE_INTEGER;
}

/** True when every page of `inner` lies within one of the ranges of `outer`. */
export function pagesWithin(inner: readonly PageRange[], outer: readonly PageRange[]): boolean {
  return inner.every((a) => outer.some((b) => a.first >= b.first && a.last <= b.last));
}

export function pagesOverlap(a: readonly PageRange[], b: readonly PageRange[]): boolean {
  return a.some((x) => b.some((y) => x.first <= y.last && y.first <= x.last));
}
