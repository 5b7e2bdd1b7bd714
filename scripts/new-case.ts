/**
 * `npm run new-case`: asks whose case it is, or takes it from options or from the name of the file (`npm run new-case -- seoul-jongno`), adds a new
 * municipality to the vocabulary, and writes the file of the case with everything that is known. What only a person can write stays empty, with a
 * hint; the content check then names each such line.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { provinceIdOf } from '../src/chart/tiles.ts';
import { todayInKorea } from '../src/content/check/check.ts';
import { addPlace, presentProvince, shortProvince } from '../src/content/add-place.ts';
import { pagesWithin, parsePages } from '../src/content/pages.ts';
import { USAGE, writeNewCase, type NewCase } from '../src/content/new-case.ts';
import { readContent } from '../src/content/read.ts';
import type { Casebook } from '../src/content/schema/casebook.ts';
import { readLedger } from '../src/content/schema/ledgers.ts';
import type { Place, Vocabulary } from '../src/content/schema/vocabulary.ts';
import { ContentError } from '../src/content/yaml.ts';
import { withParticle } from '../src/korean/particle.ts';
import { createAsker, type Asker } from '../src/local/ask.ts';
import { runMain } from '../src/local/console.ts';
import { UserError } from '../src/user-error.ts';

const OPTIONS = ['province', 'province-id', 'municipality', 'id', 'book', 'pages', 'title'] as const;

/** Refuses what is no id. */
const checkId = (answer: string) =>
  /^[a-z][a-z0-9]*$/.test(answer) ? undefined : '소문자 영문과 숫자로만 적으세요. 붙임표(-)도 쓰지 않습니다.';

/** Whose case it is, by its Korean names; the name that its file begins with, and what is to be added to the vocabulary for it. */
async function askPlace(asker: Asker, { places, tiers }: Vocabulary): Promise<{ slug: string; added: Place | undefined }> {
  const called = (name: string) => (one: { name: string; today: string }) => one.name === name || one.today === name;
  const provinceName = await asker.ask({
    option: 'province',
    text: '시·도',
    example: '경기도',
    check: (answer) => (/[시도]$/.test(answer) ? undefined : '경기도, 부산광역시처럼 끝까지 적으세요.'),
  });
  const province = places.find(called(provinceName));
  const short = shortProvince(provinceName);
  const provinceId =
    province?.id ??
    provinceIdOf(short) ??
    (await asker.ask({ option: 'province-id', text: `${provinceName}의 영문 이름(링크에 씁니다)`, example: 'gyeonggi', check: checkId }));
  const endings = tiers.map(({ name }) => name);
  const name = await asker.ask({
    option: 'municipality',
    text: '지자체',
    example: '안양시',
    check: (answer) => (endings.some((end) => answer.endsWith(end)) ? undefined : `${endings.join(', ')} 가운데 하나로 끝나게 적으세요.`),
  });
  const known = province?.municipalities.find(called(name));
  if (province && known) return { slug: `${province.id}-${known.id}`, added: undefined };
  const id = await asker.ask({ option: 'id', text: `${name}의 영문 이름(링크에 씁니다)`, example: 'anyang', check: checkId });
  const municipalities = [{ id, name, today: name }];
  const own = province ?? { id: provinceId, name: provinceName, today: presentProvince(provinceName), short };
  return { slug: `${own.id}-${id}`, added: { ...own, municipalities } };
}

async function askBook(asker: Asker, books: readonly Casebook[]): Promise<Casebook> {
  const [only] = books;
  if (!only) throw new UserError('content/casebooks/에 사례집이 없습니다. ‘npm run new-book’으로 먼저 추가하세요.');
  const list = books.map(({ id, title, part, asOf }) => `  ${id}  『${title}』 ${part} ${asOf}`).join('\n');
  const find = (answer: string) => books.find(({ id }) => id === answer);
  const answer = await asker.ask({
    option: 'book',
    text: `사례집\n${list}\n위의 이름 하나`,
    example: only.id,
    check: (id) => (find(id) ? undefined : `없는 사례집입니다. 새 사례집이면 ‘npm run new-book’으로 먼저 추가하세요.\n${list}`),
  });
  return find(answer) ?? only;
}

/** A further case of a municipality is named after its year and sector. */
function nameFurther(slug: string, taken: ReadonlySet<string>, book: Casebook, { sectors }: Vocabulary): string {
  if (!taken.has(slug)) return slug;
  return `${slug}-${book.asOf.slice(0, 4)}-${sectors.find(({ name }) => book.sector.includes(name))?.id ?? ''}`;
}

async function askCase(
  values: Readonly<Record<string, string | undefined>>,
  taken: ReadonlySet<string>,
): Promise<NewCase & { added: Place | undefined }> {
  const { vocabulary } = readContent('content');
  const asker = createAsker(values);
  try {
    const { slug, added } = await askPlace(asker, vocabulary);
    const book = await askBook(asker, vocabulary.casebooks);
    const within = parsePages(book.pages) ?? [];
    const pages = await asker.ask({
      option: 'pages',
      text: `사례가 실린 쪽(${book.pages} 안에서)`,
      example: '150-156',
      optional: true,
      check: (answer) => {
        const range = parsePages(answer);
        if (!range) return '150-156처럼 적으세요.';
        return pagesWithin(range, within) ? undefined : `사례집의 이 부분은 ${book.pages}쪽입니다.`;
      },
    });
    const title = await asker.ask({ option: 'title', text: '사례명(적힌 그대로)', example: '함께 짓는 집', optional: true });
    return { slug: nameFurther(slug, taken, book, vocabulary), book: book.id, pages, title, added };
  } finally {
    asker.close();
  }
}

const PLACES_FILE = 'content/vocabulary/places.yaml';

if (import.meta.main)
  await runMain(async () => {
    try {
      const { values, positionals } = readArguments();
      const taken = takenSlugs();
      const [slug] = positionals;
      const { added, ...one } = slug === undefined ? await askCase(values, taken) : { slug, ...values, added: undefined };
      const file = join('content/cases', `${one.slug}.mdx`);
      if (existsSync(file)) throw new UserError(`${file}: 이미 있는 파일입니다. 그 파일을 고치세요.`);
      const before = readFileSync(PLACES_FILE, 'utf8');
      if (added) writeFileSync(PLACES_FILE, addPlace(before, added));
      try {
        writeFileSync(file, writeNewCase(one, readContent('content'), taken, todayInKorea(new Date())), { flag: 'wx' });
      } catch (error) {
        if (added) writeFileSync(PLACES_FILE, before);
        throw error;
      }
      if (added) console.log(`${PLACES_FILE}: ${withParticle(`${added.name} ${added.municipalities[0]?.name ?? ''}`, '을')} 추가했습니다.`);
      console.log(
        `${file}: 만들었습니다.\n\n다음에 할 일\n  1. 편집기로 열어 빈 곳을 채웁니다.\n  2. npm run check:content   무엇이 남았는지 봅니다.\n  3. npm run write           화면으로 봅니다.\n  4. npm run publish         게시할 준비를 합니다.`,
      );
    } catch (error) {
      throw error instanceof ContentError ? new UserError(error.message) : error;
    }
  });

function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      options: Object.fromEntries(OPTIONS.map((option) => [option, { type: 'string' as const }])),
      allowPositionals: true,
    });
    if (positionals.length <= 1) return { values: values as Record<string, string | undefined>, positionals };
  } catch {
    // An unknown option: told below like a name too many.
  }
  throw new UserError(
    `‘npm run new-case’만 적으면 하나씩 묻습니다. 한 번에 적으려면 다음처럼 하세요.\n  ${USAGE}\n  npm run new-case -- ${OPTIONS.map((option) => `--${option} …`).join(' ')}`,
  );
}

/** Every name that a case has or had, from the ledger of addresses. */
function takenSlugs(): Set<string> {
  return new Set([
    ...Object.keys(readLedger('content').pages).flatMap((path) => /^\/cases\/([^/]+)\/$/.exec(path)?.[1] ?? []),
    ...readContent('content').files.map(({ slug }) => slug),
  ]);
}
