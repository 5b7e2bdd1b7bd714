/**
 * `node scripts/bench/synthesise-cases.ts <folder> [how many]`: a copy of the project with many made-up cases, to see what the site becomes.
 * Each is one of the real cases under another municipality and other pages; nothing of it is meant to be read, and none of it is published.
 * Build there with `npm run build`.
 */
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse, stringify } from 'yaml';
import { readContent } from '../../src/content/read.ts';
import { runMain } from '../../src/local/console.ts';
import { UserError } from '../../src/user-error.ts';

const COPIED = ['astro.config.mjs', 'package.json', 'tsconfig.json', 'src', 'public', 'scripts', 'content'];
/** Pages of the longest printed case, and some. */
const PAGES_EACH = 20;
const PROVINCES = 17;

if (import.meta.main) {
  await runMain(async () => {
    const [folder, howMany = '1200'] = process.argv.slice(2);
    const count = Number(howMany);
    if (folder === undefined || !Number.isInteger(count) || count < 1)
      throw new UserError('만들 폴더와 사례 수를 적으세요. 예: node scripts/bench/synthesise-cases.ts /tmp/many 1200');
    const target = resolve(folder);
    if (existsSync(target)) throw new UserError(`${target}: 이미 있습니다. 없는 폴더의 이름을 적으세요.`);
    synthesise(target, count);
    console.log(`사례 ${String(count)}건을 ${target}에 만들었습니다.`);
    await Promise.resolve();
  });
}

/** The project as it is, to be built in a folder of its own. */
export function copyProject(target: string): void {
  mkdirSync(target, { recursive: true });
  for (const name of COPIED) cpSync(name, join(target, name), { recursive: true });
  symlinkSync(resolve('node_modules'), join(target, 'node_modules'));
}

/** The same cases for the same count, at every run: nothing here is left to chance. */
export function synthesise(target: string, count: number): void {
  copyProject(target);
  const { files } = readContent('content');
  const cases = join(target, 'content/cases');
  for (const name of readdirSync(cases)) rmSync(join(cases, name));
  rmSync(join(target, 'content/permalinks.json'), { force: true });

  const places = Array.from({ length: PROVINCES }, (_, index) => ({
    id: `province${String(index + 1)}`,
    name: `가상${String(index + 1)}도`,
    today: `가상${String(index + 1)}도`,
    short: `가상${String(index + 1)}`,
    municipalities: Array.from({ length: Math.ceil(count / PROVINCES) }, (_unused, at) => ({
      id: `city${String(at + 1)}`,
      name: `가상${String(at + 1)}구`,
      today: `가상${String(at + 1)}구`,
    })),
  }));
  writeFileSync(join(target, 'content/vocabulary/places.yaml'), stringify(places));
  // Page numbers have four digits at most: each province is a book of its own.
  const [book = ''] = readdirSync(join(target, 'content/casebooks'));
  const printed = parse(readFileSync(join(target, 'content/casebooks', book), 'utf8')) as Record<string, unknown>;
  rmSync(join(target, 'content/casebooks', book));
  for (const { id } of places)
    writeFileSync(
      join(target, `content/casebooks/${id}.yaml`),
      stringify({
        ...printed,
        id,
        title: `${String(printed['title'])} ${id}`,
        pages: `1-${String((places[0]?.municipalities.length ?? 0) * PAGES_EACH)}`,
      }),
    );

  // No term is from a case that is not there.
  const glossary = join(target, 'content/vocabulary/glossary.yaml');
  const terms = parse(readFileSync(glossary, 'utf8')) as Record<string, unknown>[];
  writeFileSync(glossary, stringify(terms.map((term) => ({ ...term, from: undefined }))));

  for (let index = 0; index < count; index += 1) {
    const file = files[index % files.length];
    const place = places[index % PROVINCES];
    const municipality = place?.municipalities[Math.floor(index / PROVINCES)];
    if (!file || !place || !municipality) continue;
    const shift = Math.floor(index / PROVINCES) * PAGES_EACH + 1 - firstPage(file.text);
    const text = file.text
      .replace(/^province: .*$/m, `province: ${place.name}`)
      .replace(/^municipality: .*$/m, `municipality: ${municipality.name}`)
      .replace(/^casebook: .*$/m, `casebook: ${place.id}`)
      .replace(/^title: .*$/m, `title: 만든 사례 ${String(index + 1)}의 제목으로 쓴 서로 다른 말 ${String(index * 7919)}`)
      .replace(/^indexPage: .*\n/m, '')
      .replaceAll(
        /^(\s*(?:- )?pages?: "?)([\d, -]+)("?)$/gm,
        (_, before: string, pages: string, after: string) => before + shiftPages(pages, shift) + after,
      )
      .replaceAll(
        /^(#+ .*\[#[^,\]]+, )([\d, -]+)(쪽\])$/gm,
        (_, before: string, pages: string, after: string) => before + shiftPages(pages, shift) + after,
      );
    writeFileSync(join(cases, `${place.id}-${municipality.id}.mdx`), text);
  }
}

function firstPage(text: string): number {
  return Number(/^pages: "?(\d+)/m.exec(text)?.[1] ?? 1);
}

function shiftPages(pages: string, shift: number): string {
  return pages.replaceAll(/\d+/g, (page) => String(Number(page) + shift));
}
