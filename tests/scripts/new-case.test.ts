import { expect, test } from 'vitest';
import { checkContent } from '../../src/content/check/check.ts';
import { readContent, toCaseFile } from '../../src/content/read.ts';
import { writeNewCase } from '../../scripts/new-case.ts';

const TODAY = '2026-11-22';
const content = readContent('content');
const SLUG = 'seoul-gangbuk-2018-social-economy';
const write = (slug: string, taken: readonly string[] = []) => writeNewCase(slug, content, new Set(taken), TODAY);
const figure = (id: string) =>
  `  - id: ${id}\n    kind: 현황\n    label: 가구 ${id}\n    value: 4\n    unit: 가구\n    page: 150\n    headline: true\n`;
const check = (text: string) => checkContent({ ...content, files: [toCaseFile(`${SLUG}.mdx`, text)] }, TODAY);

test('a new file says what its name says, and the check names exactly the lines that a person must fill in', () => {
  const text = write(SLUG);
  expect(text).toContain('province: 서울특별시\nmunicipality: 강북구\ntier: 구\nsector: 사회적경제\n');
  expect(check(text).map(({ field }) => field)).toEqual(['title', 'pledges.1.text', 'pages', 'summary', 'topics.1']);
});

test('once those lines are filled in, the check passes', () => {
  const filled = write(SLUG)
    .replace(/title: .*/, 'title: 함께 짓는 집')
    .replace('  - text:', '  - text: 공유주택 공급')
    .replace(/pages: .*/, 'pages: 149-150')
    .replace(/summary: .*/, 'summary: 강북구는 주민과 함께 집을 지었다.')
    .replace(/topics: .*\n {2}-/, 'topics:\n  - 민관협력')
    .replace(/# figures:[^]*?\n\n/, `figures:\n${['a', 'b', 'c'].map(figure).join('')}\n`)
    .replace('149-247쪽]', '149-150쪽]\n\n구는 주민과 집을 지었다.');
  expect(check(filled)).toEqual([]);
});

test('the commented lines are sound as well: every list in them is the vocabulary of today', () => {
  const text = write(SLUG);
  for (const group of ['figure', 'organisation', 'part', 'instrument', 'note'] as const)
    expect(text).toContain(`# ${content.vocabulary.kinds[group].map(({ name }) => name).join(', ')}\n`);
});

test.for([
  ['Seoul-Jongno', '소문자 영문'],
  ['서울-종로', '소문자 영문'],
  ['../seoul', '소문자 영문'],
  ['seoul-gangbuk', '이미 쓴 이름이다'],
  ['seul-gangbuk', '이것을 뜻했는지: seoul'],
  ['seoul-atlantis', '- { id: atlantis, name: ○○구, today: ○○구 }'],
  ['seoul', '아직 없는 지자체다'],
  ['seoul-gangbuk-2018-houses', '없는 분야다. 있는 분야: social-economy'],
] as const)('%s is refused with what to do instead', ([slug, message]) => {
  expect(() => write(slug, ['seoul-gangbuk'])).toThrow(message);
});
