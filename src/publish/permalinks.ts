/**
 * The ledger of everything ever published, `content/permalinks.json`: addresses of pages with their anchors, of
 * files, and the ids that lists are narrowed by. Nothing in it is ever taken out; what has moved must lead on.
 */
import type { Ledger } from '../content/schema/ledgers.ts';
import { facetNamed, facetPath } from '../case/facets.ts';

/** A page as built. */
export interface PublishedPage {
  /** Ids of its headings and sections, and ids that a link of the page leads to: the anchors that it offers. */
  anchors: string[];
  /** All its ids, old anchors included. */
  ids: ReadonlySet<string>;
  /** Where it has moved. */
  movedTo: string | undefined;
  /** A page that says that a case was withdrawn; it has no passages any more. */
  withdrawn: boolean;
}

export interface Published {
  pages: ReadonlyMap<string, PublishedPage>;
  files: ReadonlySet<string>;
  /** What lists and search can be narrowed by. Values that no case has now are published too: a case to come may have them. */
  facets: ReadonlyMap<string, ReadonlySet<string>>;
}

/** One promise that is not kept, or one address that is not written down yet. */
export interface LedgerFault {
  address: string;
  problem: string;
  fix: string;
}

/** Ids of the frame of every page, which say nothing about its content. */
const FRAME = new Set(['main', 'toc-h']);

/** Reads one built page. Our own pages quote every attribute, so that no parser is needed (1,200 pages, 100 MB). */
export function readPublishedPage(html: string): PublishedPage {
  const ids = new Set([...html.matchAll(/\sid="([^"]+)"/g)].map((match) => match[1] ?? ''));
  const offered = new Set(
    [...html.matchAll(/\shref="#([^"]+)"|<(?:h[2-4]|section)\b[^>]*\sid="([^"]+)"/g)].map((match) => match[1] ?? match[2] ?? ''),
  );
  return {
    anchors: [...offered].filter((id) => ids.has(id) && !FRAME.has(id)).sort(),
    ids,
    movedTo: /\sdata-moved-to="([^"]+)"/.exec(html)?.[1],
    withdrawn: /\sdata-withdrawn[\s>=]/.test(html),
  };
}

/** Headings of parts of a list that stand only while a case has something for them. */
const PASSING = new Set(['passages-h']);

/** Slugs of the cases whose page says that they were withdrawn. */
function findWithdrawn(pages: Published['pages']): string[] {
  return [...pages].flatMap(([address, { withdrawn }]) => (withdrawn ? (/^\/cases\/([^/]+)\/$/.exec(address)?.slice(1) ?? []) : []));
}

/** A withdrawn case takes its files with it, and its rows and notes on other pages; its address stays. */
function wentWith(slug: string, file: string): boolean {
  return file.startsWith(`/cases/${slug}/`) || new RegExp(`^/data/[a-z]+/${slug}\\.json$`).test(file);
}

const isRowOf = (slug: string, anchor: string) => [slug, `page-${slug}`, `ref-page-${slug}`].includes(anchor);

/** Everything published that the ledger lacks, and everything in the ledger that is gone. */
export function checkLedger(ledger: Ledger, published: Published): LedgerFault[] {
  const faults: LedgerFault[] = [];
  const withdrawn = findWithdrawn(published.pages);
  const record = '‘npm run publish’를 실행해 기록하고 content/ 전체를 함께 커밋하세요.';
  for (const [address, anchors] of Object.entries(ledger.pages)) {
    const page = published.pages.get(address);
    if (!page) {
      const [, slug] = /^\/cases\/([^/]+)\/$/.exec(address) ?? [];
      faults.push({
        address,
        problem: '게시한 적이 있는 링크가 사라졌습니다.',
        fix:
          slug === undefined
            ? 'content/moved.yaml에 from과 to를 적으세요.'
            : `링크를 바꾸었으면 새 사례 파일의 aliases에 ‘${slug}’를 적고, 게시를 중단했으면 content/withdrawn.yaml에 적으세요.`,
      });
      continue;
    }
    if (page.withdrawn) continue;
    const target = page.movedTo === undefined ? page : published.pages.get(page.movedTo);
    if (!target) {
      faults.push({
        address,
        problem: `옮겨 간 링크 ‘${page.movedTo ?? ''}’에 페이지가 없습니다.`,
        fix: '지금 페이지가 있는 링크로 고치세요.',
      });
      continue;
    }
    for (const anchor of anchors) {
      if (target.ids.has(anchor) || target.withdrawn || PASSING.has(anchor) || withdrawn.some((slug) => isRowOf(slug, anchor))) continue;
      faults.push({
        address: `${address}#${anchor}`,
        problem: '게시한 적이 있는 위치(#)가 사라졌습니다.',
        fix: address.startsWith('/cases/')
          ? `id를 되돌리거나, 사례의 앞머리 anchorAliases에 ‘${anchor}: 새 id’를 적으세요.`
          : `그 페이지에서 id ‘${anchor}’를 되살리세요.`,
      });
    }
  }
  for (const file of ledger.files) {
    if (!published.files.has(file) && !withdrawn.some((slug) => wentWith(slug, file)))
      faults.push({
        address: file,
        problem: '게시한 적이 있는 파일이 사라졌습니다.',
        fix: '파일을 되살리세요. 게시한 파일의 링크는 바꾸지 않습니다.',
      });
  }
  for (const [facet, ids] of Object.entries(ledger.facets)) {
    for (const id of ids) {
      // A page that leads on shows that the id was changed knowingly; the lists tell a reader that they do not know it.
      if (published.facets.get(facet)?.has(id) || hasMoved(published, facet, id)) continue;
      faults.push({
        address: `?${facet}=${id}`,
        problem: '게시한 적이 있는 조건 값이 사라졌습니다.',
        fix: `content/vocabulary에서 id ‘${id}’를 되살리세요. 이름(name)은 바꾸어도 됩니다.`,
      });
    }
  }
  for (const [address, page] of published.pages) {
    const known = ledger.pages[address];
    if (!known) faults.push({ address, problem: 'content/permalinks.json에 없는 링크입니다.', fix: record });
    else
      for (const anchor of page.anchors)
        if (!known.includes(anchor))
          faults.push({ address: `${address}#${anchor}`, problem: 'content/permalinks.json에 없는 위치(#)입니다.', fix: record });
  }
  for (const file of published.files)
    if (!ledger.files.includes(file)) faults.push({ address: file, problem: 'content/permalinks.json에 없는 파일입니다.', fix: record });
  for (const [facet, ids] of published.facets)
    for (const id of ids)
      if (!ledger.facets[facet]?.includes(id))
        faults.push({ address: `?${facet}=${id}`, problem: 'content/permalinks.json에 없는 조건 값입니다.', fix: record });
  return faults;
}

/** True when the page of a facet's value leads on. */
function hasMoved({ pages }: Published, facet: string, id: string): boolean {
  const known = facetNamed(facet);
  const path = known && facetPath(known, id);
  return path !== undefined && pages.get(path)?.movedTo !== undefined;
}

/** The ledger with everything published added. Never takes anything out. */
export function extendLedger(ledger: Ledger, published: Published): Ledger {
  const union = (a: readonly string[], b: Iterable<string>) => [...new Set([...a, ...b])].sort();
  const addresses = union(Object.keys(ledger.pages), published.pages.keys());
  return {
    pages: Object.fromEntries(
      addresses.map((address) => [address, union(ledger.pages[address] ?? [], published.pages.get(address)?.anchors ?? [])]),
    ),
    files: union(ledger.files, published.files),
    facets: Object.fromEntries(
      union(Object.keys(ledger.facets), published.facets.keys()).map((facet) => [
        facet,
        union(ledger.facets[facet] ?? [], published.facets.get(facet) ?? []),
      ]),
    ),
  };
}

/** One line a page, so that a change of one page is a change of one line. */
export function formatLedger({ pages, files, facets }: Ledger): string {
  const lines = (lists: Record<string, string[]>) =>
    Object.entries(lists)
      .map(([key, values]) => `    ${JSON.stringify(key)}: ${JSON.stringify(values)}`)
      .join(',\n');
  const names = files.map((file) => `    ${JSON.stringify(file)}`);
  return `{\n  "pages": {\n${lines(pages)}\n  },\n  "files": [\n${names.join(',\n')}\n  ],\n  "facets": {\n${lines(facets)}\n  }\n}\n`;
}
