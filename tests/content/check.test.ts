import { describe, expect, test } from 'vitest';
import { checkContent, todayInKorea } from '../../src/content/check/check.ts';
import type { Fault } from '../../src/content/fault.ts';
import type { Casebook } from '../../src/content/schema/casebook.ts';
import { contentOf, edit, OTHER_SAMPLE, SAMPLE, sampleFile, vocabulary } from './sample.ts';

const TODAY = '2099-01-01';
const check = (text: string, name?: string): Fault[] => checkContent(contentOf(sampleFile(text, name)), TODAY);
const lineOf = (text: string, start: string) => text.split('\n').findIndex((line) => line.startsWith(start)) + 1;
const fieldsOf = (faults: readonly Fault[]) => faults.map(({ field }) => field);

test('the sample has no fault', () => {
  expect(check(SAMPLE)).toEqual([]);
});

test('all faults of a file are told at once, in the order of its lines', () => {
  const faults = check(
    edit(
      SAMPLE,
      ['tier: 구', 'tier: 구\ncolour: red'],
      ['    unit: 명\n', ''],
      ['page: 175', 'page: 205'],
      ['## 성과 [#results, 175-176쪽]', '## 성과 [#results, 3쪽]'],
      ['열었다.<Note', '**열었다.**<Note'],
    ),
  );
  expect(fieldsOf(faults)).toEqual(['colour', 'figures.members.unit', 'events.opening.page', '본문', '본문']);
  expect(faults.map(({ line }) => line)).toEqual([...faults.map(({ line }) => line)].sort((a, b) => a - b));
});

test('slips of syntax do not hide what is behind them', () => {
  const faults = check(
    edit(
      SAMPLE,
      ['title: 마을 가게', 'title: "마을 가게'],
      ['tier: 구', 'tier：구'],
      ['    unit: 천원', '\tunit: 천원'],
      ['date: "2015-09-25"', 'date: 2015.9.25'],
      ['kind: 지방자치단체', 'kind: 지방자치단채'],
      ['role: 사업을 이끌었다.', 'role: 역할: 사업을 이끌었다.'],
      ['page: 176', 'page: 999'],
    ),
  );
  expect(faults.map(({ field, corrected }) => [field, corrected?.trim()])).toEqual([
    ['앞머리', 'title: "마을 가게"'],
    ['앞머리', 'tier: 구'],
    ['앞머리', 'unit: 천원'],
    ['events.opening.date', 'date: "2015-09-25"'],
    ['organisations.office.kind', 'kind: 지방자치단체'],
    ['앞머리', 'role: "역할: 사업을 이끌었다."'],
    ['tables.sales.page', undefined],
  ]);
});

test('a draft of the import is no case until a person has judged it', () => {
  const [fault, ...others] = check(edit(SAMPLE, ['role: 사업을 이끌었다.', 'role: "확인: 무엇을 했는지"']));
  expect(fault?.problem).toContain('1군데 남았습니다');
  expect(others).toEqual([]);
});

test('a case is under the topic that its instruments stand for', () => {
  const faultsWith = (instruments: string[]) => {
    const topics = vocabulary.topics.map((topic) => (topic.name === '민관협력' ? { ...topic, instruments } : topic));
    return checkContent({ ...contentOf(sampleFile(SAMPLE)), vocabulary: { ...vocabulary, topics } }, TODAY);
  };
  expect(fieldsOf(faultsWith(['조례']))).toEqual(['topics']);
  expect(faultsWith(['협약'])).toEqual([]);
});

describe('one cause is one fault', () => {
  const everyRow = (text: string, start: string) => text.replaceAll(/^ {4}(?=\w)/gm, start);

  test.for([
    ['tabs', everyRow(SAMPLE, '\t')],
    ['no-break spaces', everyRow(SAMPLE, '\u00a0\u00a0\u00a0\u00a0')],
    ['full-width spaces', everyRow(SAMPLE, '\u3000\u3000')],
    ['decomposed Hangul', SAMPLE.normalize('NFD')],
    ['a damaged name', edit(SAMPLE, ['province: 부산광역시', 'province: \ufffd\ufffd\ufffd'])],
    ['a row that cannot be read, and would back the prose', edit(SAMPLE, ['value: 13', 'value: 열셋'])],
    ['a misspelt key', edit(SAMPLE, ['municipality:', 'municipalty:'])],
    ['a misspelt key of a row that then lacks its value', edit(SAMPLE, ['value: 13', 'valeu: 13'])],
    ['a key twice', edit(SAMPLE, ['tier: 구', 'tier: 시\ntier: 구'])],
    ['a front matter pasted twice', edit(SAMPLE, [/^---\n[^]*?\n---\n/, (/^---\n[^]*?\n---\n/.exec(SAMPLE)?.[0] ?? '').repeat(2)])],
    ['no fences', SAMPLE.replaceAll('---\n', '')],
    ['a list without dashes', edit(SAMPLE, ['  - 노인 일자리', '  노인 일자리\n  - 민관협력'])],
  ] as const)('%s', ([, text]) => {
    expect(check(text)).toHaveLength(1);
  });

  test('Windows line ends are none', () => {
    expect(check(SAMPLE.replaceAll('\n', '\r\n'))).toEqual([]);
  });
});

test('lines of later rows stay right when an earlier row cannot be read', () => {
  const text = edit(SAMPLE, ['value: 13', 'value: 열셋'], ['    max: 15', '    max: 5']);
  expect(check(text).find(({ field }) => field === 'figures.walk')?.line).toBe(lineOf(text, '    min: 10'));
});

test('a misspelt key is corrected', () => {
  expect(check(edit(SAMPLE, ['municipality:', 'municipalty:']))[0]).toMatchObject({
    fix: expect.stringContaining('이렇게 고치세요: ‘municipality’') as string,
    corrected: 'municipality: 연제구',
  });
});

describe('which keys stand together', () => {
  test.for([
    ['no amount', ['    value: 13\n', ''], 'figures.members', '값이 없습니다'],
    ['a number and a range', ['    value: 13\n', '    value: 13\n    max: 15\n'], 'figures.members.max', '함께'],
    ['no time', ['    date: "2015-09-25"\n', ''], 'events.opening', '날짜'],
    ['a day and a beginning', ['    date: "2015-09-25"\n', '    date: "2015-09-25"\n    start: "2015"\n'], 'events.opening.start', '함께'],
    ['a day and an end', ['    date: "2015-09-25"\n', '    date: "2015-09-25"\n    end: "2016"\n'], 'events.opening.end', '함께'],
    ['an end alone', ['    date: "2015-09-25"\n', '    end: "2016"\n'], 'events.opening.end', '함께'],
    ['a total of nothing', ['      row: "| 계 | 70 | 20 | 90 |"\n      column: 계\n', '      of: [빵]\n'], 'tables.sales.total', 'row도'],
  ] as const)('%s', ([, [from, to], field, words]) => {
    const faults = check(edit(SAMPLE, [from, to]));
    expect(fieldsOf(faults)).toEqual([field]);
    expect(faults[0]?.problem).toContain(words);
  });

  test('a range needs one end only, a span no end', () => {
    expect(check(edit(SAMPLE, ['    max: 15\n', '']))).toEqual([]);
    expect(check(edit(SAMPLE, ['    date: "2015-09-25"\n', '    start: "2015-09"\n']))).toEqual([]);
  });
});

describe('what only shows when all cases are read', () => {
  const other = (...pairs: (readonly [string, string])[]) => sampleFile(edit(OTHER_SAMPLE, ...pairs), 'busan-sasang.mdx');
  const checkBoth = (first: string, second = other()) => checkContent(contentOf(sampleFile(first), second), TODAY);

  test('two sound cases stand beside each other', () => {
    expect(checkBoth(SAMPLE)).toEqual([]);
  });

  test('two cases on the same pages', () => {
    const faults = checkBoth(SAMPLE, other(['pages: 181-188', 'pages: 180-188']));
    expect(faults).toMatchObject([{ file: 'content/cases/busan-sasang.mdx', field: 'pages', line: lineOf(SAMPLE, 'pages:') }]);
    expect(faults[0]?.problem).toContain('content/cases/busan-yeonje.mdx');
  });

  test('an old address that is a real case', () => {
    const text = edit(OTHER_SAMPLE, ['published:', 'aliases: [busan-yeonje]\npublished:']);
    const faults = checkBoth(SAMPLE, sampleFile(text, 'busan-sasang.mdx'));
    expect(faults.map(({ field, line }) => [field, line])).toEqual([['aliases', lineOf(text, 'aliases:')]]);
  });

  test('an old address that two cases claim', () => {
    const claim = ['published:', 'aliases: [busan-old]\npublished:'] as const;
    expect(fieldsOf(checkBoth(edit(SAMPLE, claim), other(claim)))).toEqual(['aliases']);
  });

  test('a second case of the same municipality carries year and sector', () => {
    const second = edit(OTHER_SAMPLE, ['municipality: 사상구', 'municipality: 연제구']);
    const named = (name: string) => checkBoth(SAMPLE, sampleFile(second, name));
    expect(named('busan-yeonje-2018-social-economy.mdx')).toEqual([]);
    expect(fieldsOf(named('busan-yeonje-2018-youth-issues.mdx'))).toEqual(['파일']);
    expect(fieldsOf(named('busan-yeonje-2.mdx'))).toEqual(['파일']);
  });

  test('a file is not told to take the name of another', () => {
    const second = sampleFile(edit(OTHER_SAMPLE, ['municipality: 사상구', 'municipality: 연제구']), 'busan-sasang.mdx');
    const [fault] = checkBoth(SAMPLE, second);
    expect(fault?.fix).toContain('‘busan-yeonje.mdx’ 파일이 이미 있으므로');
    expect(checkContent(contentOf(second), TODAY)[0]?.fix).toMatch(/^파일 이름을 ‘busan-yeonje\.mdx’로 바꾸세요/);
  });

  test('two parts of one book on the same pages', () => {
    const [book] = vocabulary.casebooks;
    const part = (changes: Partial<Casebook>): Casebook => ({ ...(book as Casebook), ...changes });
    const checkBooks = (...casebooks: Casebook[]) =>
      checkContent({ ...contentOf(), vocabulary: { ...vocabulary, casebooks } }, TODAY).map(({ file, field }) => `${file} ${field}`);
    const second = { id: 'second', pages: '240-300' };
    expect(checkBooks(part({}), part(second))).toEqual(['content/casebooks/second.yaml pages']);
    expect(checkBooks(part({}), part({ ...second, pages: '248-300' }))).toEqual([]);
    expect(checkBooks(part({}), part({ ...second, asOf: '2018' }))).toEqual([]);
  });
});

describe('a case against its municipality and its book', () => {
  test.for([
    ['a tier that the name does not end in', ['tier: 구', 'tier: 군'], 'tier', 'tier: 구'],
    ['a sector of another part', ['sector: 사회적경제', 'sector: 청년문제해소'], 'sector', 'sector: 사회적경제'],
  ] as const)('%s', ([, [from, to], field, corrected]) => {
    expect(check(edit(SAMPLE, [from, to]))).toMatchObject([{ field, corrected }]);
  });

  test('a city in a book of districts', () => {
    const city = edit(
      SAMPLE,
      ['province: 부산광역시', 'province: 경기도'],
      ['municipality: 연제구', 'municipality: 안양시'],
      ['tier: 구', 'tier: 시'],
    );
    const [fault, ...others] = check(city, 'gyeonggi-anyang.mdx');
    expect(others).toEqual([]);
    expect(fault).toMatchObject({ field: 'tier' });
    expect(fault?.fix).toContain('content/casebooks/');
  });

  test('a sector ticked otherwise has a field of its own', () => {
    expect(check(edit(SAMPLE, ['sector: 사회적경제', 'sector: 사회적경제\nsectorAsTicked: 청년문제해소']))).toEqual([]);
  });

  test('an unknown book: where books are added', () => {
    expect(check(edit(SAMPLE, ['casebook: village-shops', 'casebook: other-book']))[0]?.fix).toContain('content/casebooks/');
  });
});

describe('asks', () => {
  const asking = (...asks: [passage: string, text: string][]) =>
    check(
      edit(SAMPLE, [
        'published:',
        `asks:\n${asks.map(([passage, text]) => `  - passage: ${passage}\n    text: ${text}`).join('\n')}\npublished:`,
      ]),
    );

  test('lead to sections and to rows with their prefix', () => {
    const passages = [
      'background',
      'figure-subsidy',
      'figure-walk',
      'event-opening',
      'org-office',
      'instrument-ordinance',
      'table-sales',
      'note-name',
    ];
    expect(asking(...passages.map((passage, index): [string, string] => [passage, `물음 ${String(index)}`]))).toEqual([]);
  });

  test.for([
    ['a row without its prefix', [['sales', '얼마나 팔았나']], 'asks.1.passage', '없는 위치'],
    ['the mark of a note', [['ref-name', '이름이 왜 다른가']], 'asks.1.passage', '없는 위치'],
    ['the title', [['background', '마을가게']], 'asks.1.text', '제목과 같습니다'],
    [
      'one twice but for a space',
      [
        ['background', '동네 빵집'],
        ['results', '동네빵집'],
      ],
      'asks.2.text',
      '1번째 물음과 같습니다',
    ],
    ['sixty-one characters', [['background', '가'.repeat(61)]], 'asks.1.text', '61자입니다'],
  ] as const)('%s is refused', ([, asks, field, words]) => {
    const faults = asking(...asks.map(([passage, text]): [string, string] => [passage, text]));
    expect(fieldsOf(faults)).toEqual([field]);
    expect(faults[0]?.problem).toContain(words);
  });

  test('sixty characters pass', () => {
    expect(asking(['background', '가'.repeat(60)])).toEqual([]);
  });
});

describe('corrections', () => {
  const changed = (date: string, updated = date) =>
    check(
      edit(SAMPLE, [
        'published: "2026-11-22"',
        `published: "2026-11-22"\nupdated: "${updated}"\nchanges:\n  - date: "${date}"\n    what: 쪽을 고쳤다.\n    why: 틀렸다.`,
      ]),
    );

  test('a dated correction with its reason is accepted', () => {
    expect(changed('2026-12-01')).toEqual([]);
  });

  test('updated must be the last correction', () => {
    expect(changed('2026-12-01', '2026-12-02')[0]).toMatchObject({ field: 'updated', fix: '‘updated: "2026-12-01"’로 적으세요.' });
  });

  test('nothing lies in the future', () => {
    expect(fieldsOf(checkContent(contentOf(sampleFile()), '2026-11-21'))).toEqual(['published']);
    expect(checkContent(contentOf(sampleFile()), '2026-11-22')).toEqual([]);
  });
});

test('a printed sum that is wrong needs a note, and then is accepted', () => {
  const wrong = edit(SAMPLE, ['| 계 | 70 | 20 | 90 |', '| 계 | 71 | 20 | 91 |']);
  expect(fieldsOf(check(wrong))).toEqual(['tables.sales.total.row', 'tables.sales.total.row']);
  expect(check(edit(wrong, ['      column: 계', '      column: 계\n      note: name']))).toEqual([]);
});

test('counts are not negative, money and shares may be', () => {
  expect(fieldsOf(check(edit(SAMPLE, ['    min: 10\n', '    min: -10\n'])))).toEqual(['figures.walk.min']);
  const share = edit(SAMPLE, ['    min: 10\n    max: 15\n    unit: 분\n    qualifier: 이내', '    value: -5\n    unit: "%"']);
  expect(check(share)).toEqual([]);
});

test('today is the day in Korea', () => {
  expect(todayInKorea(new Date('2026-11-21T14:59:59Z'))).toBe('2026-11-21');
  expect(todayInKorea(new Date('2026-11-21T15:00:00Z'))).toBe('2026-11-22');
});
