/** `npm run new-book`: asks what a casebook says of itself, or takes it from options, and writes its file in `content/casebooks/`. */
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { stringify } from 'yaml';
import { openContent, readContent } from '../src/content/read.ts';
import { formatFaults } from '../src/content/report.ts';
import { idPattern } from '../src/content/schema/fields.ts';
import { createAsker, type Question } from '../src/local/ask.ts';
import { runMain } from '../src/local/console.ts';
import { UserError } from '../src/user-error.ts';

/** Several values are parted by commas. */
const split = (answer: string) => answer.split(/\s*,\s*/);

function questions(): readonly Question[] {
  const { sectors, tiers } = readContent('content').vocabulary;
  const among = (list: readonly { name: string }[]) => {
    const names = list.map(({ name }) => name);
    return (answer: string) =>
      split(answer).every((name) => names.includes(name)) ? undefined : `${names.join(', ')} 가운데서 쉼표로 나누어 적으세요.`;
  };
  return [
    {
      option: 'id',
      text: '사례집의 영문 이름(파일 이름이 됩니다)',
      example: 'manifesto-2019-si',
      check: (answer) =>
        !idPattern.test(answer)
          ? '소문자 영문으로 시작하고 소문자 영문, 숫자, 붙임표(-)로만 적으세요.'
          : existsSync(fileOf(answer))
            ? '이미 있는 이름입니다.'
            : undefined,
    },
    { option: 'title', text: '책 이름(적힌 그대로)', example: '매니페스토 우수사례 소개서' },
    { option: 'part', text: '책의 어느 부분(적힌 그대로)', example: '2분야(도시재생) 시(市)' },
    { option: 'sector', text: '분야', example: '도시재생', check: among(sectors) },
    { option: 'tier', text: '구분', example: '시, 군', check: among(tiers) },
    { option: 'as-of', text: '책이 다룬 시기', example: '2019' },
    { option: 'pages', text: '이 부분의 쪽', example: '149-247' },
    { option: 'publisher', text: '발행처', example: '한국매니페스토실천본부', optional: true },
    { option: 'year', text: '발행 연도', example: '2019', optional: true },
  ];
}

const fileOf = (id: string) => join('content/casebooks', `${id}.yaml`);

await runMain(async () => {
  const asked = questions();
  const asker = createAsker(readOptions(asked.map(({ option }) => option)));
  const said: Record<string, string> = {};
  try {
    for (const question of asked) said[question.option] = await asker.ask(question);
  } finally {
    asker.close();
  }
  const { id = '', title, part, sector = '', tier = '', 'as-of': asOf, pages, publisher, year } = said;
  const several = (answer: string) => (split(answer).length === 1 ? answer : split(answer));
  const file = fileOf(id);
  const book = {
    id,
    title,
    part,
    sector: several(sector),
    tier: several(tier),
    asOf,
    pages,
    ...(publisher && { publisher }),
    ...(year && { year }),
  };
  writeFileSync(file, stringify(book, { lineWidth: 0 }), { flag: 'wx' });
  const faults = openContent('content').faults.filter((fault) => fault.file === file);
  if (faults.length > 0) {
    rmSync(file);
    throw new UserError(`${formatFaults(faults)}\n파일을 만들지 않았습니다.`);
  }
  console.log(`${file}: 만들었습니다. 이제 ‘npm run new-case’로 이 책의 사례를 추가하세요.`);
});

function readOptions(names: readonly string[]): Readonly<Record<string, string | undefined>> {
  try {
    return parseArgs({ options: Object.fromEntries(names.map((name) => [name, { type: 'string' as const }])) }).values;
  } catch {
    throw new UserError(`‘npm run new-book’만 적으면 하나씩 묻습니다. 적을 수 있는 것: ${names.map((name) => `--${name}`).join(' ')}`);
  }
}
