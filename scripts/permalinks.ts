/** `npm run permalinks`: writes every address, anchor and file of the built site into the ledger. Takes nothing out. */
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { facetIds } from '../src/case/facets.ts';
import { readContent } from '../src/content/read.ts';
import { readLedger, type Ledger } from '../src/content/schema/ledgers.ts';
import { checkLedger, extendLedger, formatLedger, readPublishedPage, type Published } from '../src/publish/permalinks.ts';
import { runMain } from '../src/local/console.ts';
import { UserError } from '../src/user-error.ts';

const LEDGER_FILE = 'content/permalinks.json';

/** Files of the machinery: their names change with the build or are asked for by nobody but the pages. */
const MACHINERY = /^\/(?:_astro|pagefind|fonts|search)\//;
const LINKED = /\.(?:ris|bib|json|csv|png|xml)$/;
const NEITHER = new Set(['/sitemap.xml']);

/** What the built site in `dir` offers to be linked to. */
export function readPublished(dir: string): Published {
  const paths = globSync('**/*', { cwd: dir }).map((path) => `/${path.split(sep).join('/')}`);
  const pages = paths.filter((path) => path.endsWith('/index.html'));
  return {
    pages: new Map(pages.map((path) => [path.slice(0, -'index.html'.length), readPublishedPage(readFileSync(join(dir, path), 'utf8'))])),
    files: new Set(paths.filter((path) => LINKED.test(path) && !MACHINERY.test(path) && !NEITHER.has(path))),
    facets: facetIds(readContent('content').vocabulary),
  };
}

if (import.meta.main)
  await runMain(() => {
    if (!existsSync('dist/index.html')) throw new UserError('빌드한 것이 없습니다. ‘npm run build’를 먼저 실행하세요.');
    const before = readLedger('content');
    const published = readPublished('dist');
    const after = extendLedger(before, published);
    writeFileSync(LEDGER_FILE, formatLedger(after));
    const count = ({ pages, files, facets }: Ledger) =>
      Object.keys(pages).length + [...Object.values(pages), ...Object.values(facets)].flat().length + files.length;
    console.log(`${LEDGER_FILE}: 링크와 위치, 조건 값 ${count(after)}개, 새로 추가한 것 ${count(after) - count(before)}개.`);
    const gone = checkLedger(after, published);
    if (gone.length > 0)
      throw new UserError(gone.map(({ address, problem, fix }) => `${address}\n  문제: ${problem}\n  수정: ${fix}`).join('\n'));
    return Promise.resolve();
  });
