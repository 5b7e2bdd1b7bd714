/**
 * `npm run publish`: makes the site ready to be published. Checks the content, builds, sees that nothing published is lost or changed in silence,
 * tests what content can break, writes down what is published now, and says what is new. Refuses with a sentence; the ledgers are then as before.
 */
import { existsSync, globSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { facetIds } from '../src/case/facets.ts';
import { toPrinted } from '../src/content/check/check.ts';
import { describeChanges, updateFingerprints, type PrintedCase } from '../src/content/fingerprints.ts';
import { parseBody } from '../src/content/prose.ts';
import { readContent, validateCase } from '../src/content/read.ts';
import type { Casebook } from '../src/content/schema/casebook.ts';
import { FINGERPRINTS, PERMALINKS, readFingerprints, readLedger } from '../src/content/schema/ledgers.ts';
import { checkLedger, extendLedger, formatLedger, readPublishedPage, type Published } from '../src/publish/permalinks.ts';
import { runMain, step } from '../src/local/console.ts';
import { UserError } from '../src/user-error.ts';
import { build } from './build.ts';
import { runVitest } from './test.ts';

/** Files of the machinery: their names change with the build or are asked for by nobody but the pages. */
const MACHINERY = /^\/(?:_astro|pagefind|fonts|search)\//;
const LINKED = /\.(?:ris|bib|json|csv|png|xml)$/;
const NEITHER = new Set(['/sitemap.xml']);

/** Tests of what a change of content can break; `npm test` has those of the code. */
const TESTS = [
  'tests/content/fingerprints.test.ts',
  'tests/publish/permalinks.test.ts',
  'tests/publish/machines.test.ts',
  'tests/publish/citations-parsed.test.ts',
  'tests/publish/datasets.test.ts',
  'tests/site/html.test.ts',
  'tests/site/markup.test.ts',
  'tests/site/links.test.ts',
  'tests/site/language.test.ts',
  'tests/site/settings.test.ts',
  'tests/search/quality.test.ts',
];

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

export function readCases(): PrintedCase[] {
  const { files, vocabulary } = readContent('content');
  return files.map((file) =>
    toPrinted({ file, data: validateCase(file, vocabulary).data, body: parseBody(file.source.body, file.source.bodyLine) }),
  );
}

export function readCasebooks(): readonly Casebook[] {
  return readContent('content').vocabulary.casebooks;
}

/** Writes files of `content/` as a whole each; gives the way back to what they said. */
function write(files: Readonly<Record<string, string>>): () => void {
  const before = Object.keys(files).map((name) => [name, existsSync(name) ? readFileSync(name, 'utf8') : undefined] as const);
  const put = (name: string, text: string) => {
    writeFileSync(`${name}.new`, text);
    renameSync(`${name}.new`, name);
  };
  for (const [name, text] of Object.entries(files)) put(name, text);
  return () => {
    for (const [name, text] of before)
      if (text === undefined) rmSync(name, { force: true });
      else put(name, text);
  };
}

async function publish(): Promise<void> {
  const before = existsSync('dist/index.html') ? readPublished('dist') : undefined;
  // A fault of the content, a silent change among them, ends the build with its report.
  await build();
  const [cases, books] = [readCases(), readCasebooks()];
  const [prints, ledger] = [readFingerprints('content'), readLedger('content')];
  const published = readPublished('dist');
  const nextLedger = extendLedger(ledger, published);
  const gone = checkLedger(nextLedger, published);
  if (gone.length > 0)
    throw new UserError(
      `${gone.map(({ address, problem, fix }) => `${address}\n  문제: ${problem}\n  수정: ${fix}`).join('\n\n')}\n\n게시한 것이 사라져 멈췄습니다. 기록은 그대로입니다.`,
    );
  const nextPrints = updateFingerprints(cases, books, prints);
  const undo = write({
    [`content/${FINGERPRINTS.name}`]: `${JSON.stringify(nextPrints, null, 2)}\n`,
    [`content/${PERMALINKS.name}`]: formatLedger(nextLedger),
  });
  let passed = false;
  const giveUp = (signal: 'SIGINT' | 'SIGTERM') => {
    undo();
    console.error('\n중단했습니다. 기록은 그대로입니다.');
    process.exit(signal === 'SIGINT' ? 130 : 143);
  };
  process.once('SIGINT', giveUp).once('SIGTERM', giveUp);
  try {
    passed = (await step('테스트', () => runVitest(['--reporter=dot', ...TESTS]))) === 0;
  } finally {
    process.off('SIGINT', giveUp).off('SIGTERM', giveUp);
    if (!passed) undo();
  }
  if (!passed) throw new UserError('테스트가 실패해 멈췄습니다. 위의 내용을 고친 뒤 다시 실행하세요. 기록은 그대로입니다.');
  const added = Object.keys(nextLedger.pages).filter((address) => ledger.pages[address] === undefined);
  const withdrawn = [...published.pages].filter(([address, page]) => page.withdrawn && before?.pages.get(address)?.withdrawn !== true);
  const told = [...describeChanges(cases, books, prints), ...withdrawn.map(([address]) => `게시 중단: ${address}`)];
  console.log(told.length === 0 ? '\n지난번과 달라진 사례가 없습니다.' : `\n${told.join('\n')}`);
  if (added.length > 0) console.log(`새 링크 ${String(added.length)}개: ${added.join(' ')}`);
  console.log('\n게시할 준비가 되었습니다. content/ 전체를 커밋하고 dist/를 올리세요.');
}

if (import.meta.main) await runMain(publish);
