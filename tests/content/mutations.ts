/**
 * Ways to spoil a case file, each the kind of slip that people make. Every mutant must be refused by the content check
 * with the right line, the right field and, where one can be guessed, the right word. No chance is involved: the n-th
 * mutant of a kind is the same on every machine.
 */
import { toCaseFile, type CaseFile } from '../../src/content/read.ts';

export interface Mutant {
  file: CaseFile;
  /** Lines on which a fault may be reported: the changed one, or where something is now missing. 1-based. */
  lines: number[];
}

export interface Mutation {
  name: string;
  /** The field that the fault must name. */
  field: RegExp;
  /** What the fix must suggest. */
  hint?: RegExp;
  /** The n-th mutant of a file; `undefined` when the file has nothing of the kind. */
  apply(file: CaseFile, n: number): Mutant | undefined;
}

type Edit = string | ((match: RegExpMatchArray) => string);

const toLines = (file: CaseFile): string[] => file.text.split('\n');
const rebuild = (file: CaseFile, lines: readonly string[], at: number[], name = `${file.slug}.mdx`): Mutant => ({
  file: toCaseFile(name, lines.join('\n')),
  lines: at,
});

/** The indexes of the lines that match, in the front matter or in the body. */
function find(file: CaseFile, pattern: RegExp, part: 'front' | 'body'): number[] {
  const end = file.source.bodyLine - 1;
  return toLines(file).flatMap((line, index) => (pattern.test(line) && (part === 'front') === index < end ? [index] : []));
}

/** Indexes of front matter lines that match and belong to one of the top-level keys. */
function findIn(file: CaseFile, keys: readonly string[], pattern: RegExp): number[] {
  const lines = toLines(file);
  return find(file, pattern, 'front').filter((index) => {
    const key = lines.slice(0, index + 1).findLast((line) => /^\w/.test(line));
    return keys.includes(key?.split(':')[0] ?? '');
  });
}

const pick = (list: readonly number[], n: number): number | undefined => list[(n * 7) % list.length];

interface Where {
  part?: 'front' | 'body';
  keys?: readonly string[];
}

function candidates(file: CaseFile, pattern: RegExp, { part = 'front', keys }: Where): number[] {
  return keys ? findIn(file, keys, pattern) : find(file, pattern, part);
}

/** Changes one matching line. A fault may also be reported so many lines from it. */
function change(pattern: RegExp, edit: Edit, where: Where = {}, ...reportedAt: number[]): Mutation['apply'] {
  return (file, n) => {
    const lines = toLines(file);
    const index = pick(candidates(file, pattern, where), n);
    const match = index === undefined ? undefined : (lines[index] ?? '').match(pattern);
    if (index === undefined || !match) return undefined;
    lines[index] = (lines[index] ?? '').replace(pattern, () => (typeof edit === 'string' ? edit : edit(match)));
    return rebuild(
      file,
      lines,
      (reportedAt.length === 0 ? [0] : reportedAt).map((offset) => index + 1 + offset),
    );
  };
}

/** Puts a line (or more) behind a matching one. */
function insert(pattern: RegExp, text: string, where: Where = {}, reportedAt = 0): Mutation['apply'] {
  return (file, n) => {
    const lines = toLines(file);
    const index = pick(candidates(file, pattern, where), n);
    if (index === undefined) return undefined;
    lines.splice(index + 1, 0, ...text.split('\n'));
    return rebuild(file, lines, [index + 2 + reportedAt]);
  };
}

/** Takes a matching line away; the fault is reported at its row's first line. */
function removeFromRow(pattern: RegExp, keys: readonly string[]): Mutation['apply'] {
  return (file, n) => {
    const lines = toLines(file);
    const index = pick(findIn(file, keys, pattern), n);
    if (index === undefined) return undefined;
    const row = lines.slice(0, index).findLastIndex((line) => /^ {2}- /.test(line));
    lines.splice(index, 1);
    return rebuild(file, lines, [row + 1]);
  };
}

/** Takes a top-level key away with everything below it. */
function removeKey(key: string): Mutation['apply'] {
  return (file) => {
    const lines = toLines(file);
    const start = lines.findIndex((line) => line.startsWith(`${key}:`));
    const end = lines.findIndex((line, index) => index > start && !/^\s/.test(line));
    lines.splice(start, end - start);
    return rebuild(file, lines, [2]);
  };
}

/** Replaces a top-level key with everything below it. */
function replaceKey(key: string, text: string, reportedAt = 0): Mutation['apply'] {
  return (file) => {
    const lines = toLines(file);
    const start = lines.findIndex((line) => line.startsWith(`${key}:`));
    if (start < 0) return undefined;
    const end = lines.findIndex((line, index) => index > start && !/^\s/.test(line));
    lines.splice(start, end - start, ...text.split('\n'));
    return rebuild(file, lines, [start + 1 + reportedAt]);
  };
}

/** Puts words at the end of a paragraph. */
const addToProse = (words: string): Mutation['apply'] =>
  change(/^([가-힣‘“].*[.)”])$/, ([line = '']) => `${line} ${words}`, { part: 'body' });

/** Puts a block between two paragraphs. */
const addBlock = (block: string, reportedAt = 0): Mutation['apply'] =>
  insert(/^[가-힣‘“].*$/, `\n${block}\n`, { part: 'body' }, reportedAt + 1);

/** Takes out the tag of a table or note; the fault is reported where the front matter describes it. */
function removeTag(pattern: RegExp, list: 'tables' | 'notes'): Mutation['apply'] {
  return (file, n) => {
    const lines = toLines(file);
    const index = pick(find(file, pattern, 'body'), n);
    const id = index === undefined ? undefined : pattern.exec(lines[index] ?? '')?.[1];
    if (index === undefined || id === undefined) return undefined;
    const row = findIn(file, [list], new RegExp(`^ {2}- id: ${id}$`))[0] ?? 0;
    lines[index] = (lines[index] ?? '').replace(pattern, '');
    return rebuild(file, lines, [row + 1]);
  };
}

/** Gives a row of a list the id of the row before it. */
const repeatId: Mutation['apply'] = (file, n) => {
  const lines = toLines(file);
  const lists = ['figures', 'events', 'organisations', 'tables', 'notes'];
  const rows = findIn(file, [lists[n % lists.length] ?? ''], /^ {2}- id: /);
  const [first, second] = [rows[0], rows[1]];
  if (first === undefined || second === undefined) return undefined;
  lines[second] = lines[first] ?? '';
  // What pointed to the id that is gone is a fault too; the repeated one is the fault that is meant.
  return rebuild(file, lines, [second + 1]);
};

const rename =
  (name: string): Mutation['apply'] =>
  (file) =>
    rebuild(
      file,
      toLines(file),
      [1, find(file, /^municipality:/, 'front')[0] ?? 0].map((line, index) => line + index),
      name,
    );

const ROWS = ['figures', 'budget', 'events', 'organisations', 'instruments', 'tables'] as const;

/** The last letter is missing: 청년 → 청녀. */
const misspell = (word: string): string => word.normalize('NFD').slice(0, -1).normalize('NFC');

export const MUTATIONS: readonly Mutation[] = [
  // Keys and values of the front matter
  { name: 'unknown key', field: /^colour$/, hint: /쓸 수 있는 이름: title/, apply: insert(/^title: /, 'colour: red') },
  { name: 'unknown key in a row', field: /\.weight$/, apply: insert(/^ {4}page: /, '    weight: 3', { keys: ROWS }) },
  { name: 'misspelt key', field: /^municipalty$/, hint: /‘municipality’/, apply: change(/^municipality:/, 'municipalty:') },
  {
    name: 'misspelt label',
    field: /\.lable$/,
    hint: /‘label’/,
    apply: change(/^ {4}label:/, '    lable:', { keys: ['figures', 'budget'] }),
  },
  { name: 'misspelt role', field: /\.rol$/, hint: /‘role’/, apply: change(/^ {4}role:/, '    rol:', { keys: ['organisations'] }) },
  { name: 'misspelt optional key', field: /\.headlin$/, hint: /‘headline’/, apply: change(/^ {4}headline:/, '    headlin:') },
  { name: 'Korean key', field: /\.쪽$/, apply: change(/^ {4}page:/, '    쪽:', { keys: ['figures', 'events'] }) },
  { name: 'missing tier', field: /^tier$/, hint: /tier: 구/, apply: removeKey('tier') },
  { name: 'missing pages', field: /^pages$/, hint: /pages: 173-180/, apply: removeKey('pages') },
  { name: 'missing casebook', field: /^casebook$/, apply: removeKey('casebook') },
  { name: 'missing summary', field: /^summary$/, apply: removeKey('summary') },
  { name: 'missing topics', field: /^topics$/, apply: removeKey('topics') },
  { name: 'missing page of a row', field: /\.page$/, hint: /page: 173/, apply: removeFromRow(/^ {4}page: /, ROWS) },
  { name: 'missing unit', field: /\.unit$/, hint: /unit: 명/, apply: removeFromRow(/^ {4}unit: /, ['figures', 'budget']) },
  { name: 'missing role', field: /\.role$/, apply: removeFromRow(/^ {4}role: /, ['organisations']) },
  { name: 'missing value', field: /^(figures|budget)\./, apply: removeFromRow(/^ {4}value: /, ['figures', 'budget']) },
  { name: 'missing time', field: /^events\./, apply: removeFromRow(/^ {4}date: /, ['events']) },
  { name: 'empty value', field: /\.unit$/, hint: /unit: 명/, apply: change(/^ {4}unit: .*/, '    unit:', { keys: ['figures', 'budget'] }) },
  {
    name: 'empty optional value',
    field: /\.note$/,
    hint: /이 줄을 지운다/,
    apply: insert(/^ {4}label: .*/, '    note:', { keys: ['figures'] }),
  },
  { name: 'empty text', field: /^title$/, apply: change(/^title: .*/, 'title: ""') },
  { name: 'empty list item', field: /^topics\.2$/, apply: replaceKey('topics', 'topics:\n  - 노인 일자리\n  -\n  - 노인복지', 2) },
  {
    name: 'number in quotes',
    field: /\.value$/,
    hint: /따옴표 없이/,
    apply: change(/^( {4}value: )(\d+).*/, ([, a = '', b = '']) => `${a}"${b}"`),
  },
  { name: 'number with comma', field: /\.value$/, hint: /쉼표/, apply: change(/^ {4}value: .*/, '    value: 70,000') },
  { name: 'number in words', field: /\.value$/, apply: change(/^ {4}value: .*/, '    value: 7천만') },
  { name: 'yes for true', field: /\.headline$/, hint: /true/, apply: change(/^ {4}headline: .*/, '    headline: yes') },
  { name: 'list for text', field: /^title$/, apply: change(/^title: .*/, 'title: [하나, 둘]') },
  { name: 'text for list', field: /^topics$/, hint: /목록/, apply: replaceKey('topics', 'topics: 노인 일자리') },
  { name: 'text for row', field: /^pledges\.1$/, hint: /text, code/, apply: replaceKey('pledges', 'pledges:\n  - 일자리 분야', 1) },
  { name: 'map for list', field: /^pledges$/, apply: replaceKey('pledges', 'pledges:\n  text: 일자리 분야') },
  { name: 'empty list', field: /^pledges$/, apply: replaceKey('pledges', 'pledges: []') },
  {
    name: 'bold in data',
    field: /^앞머리$/,
    apply: change(/^( {4}role: )(.*)/, ([, a = '', b = '']) => `${a}**${b}**`.replace(': **', ': 이 **')),
  },
  { name: 'tag in data', field: /^앞머리$/, apply: change(/^( {4}role: .*)/, ([a = '']) => `${a}<br>`) },

  // Time
  {
    name: 'impossible date',
    field: /\.date$/,
    hint: /2015-09-25/,
    apply: change(/^ {4}date: .*/, '    date: "2016-02-30"', { keys: ['events'] }),
  },
  { name: 'impossible unquoted date', field: /\.date$/, apply: change(/^ {4}date: .*/, '    date: 2016-02-30', { keys: ['events'] }) },
  { name: 'month 13', field: /\.date$/, apply: change(/^ {4}date: .*/, '    date: "2016-13"', { keys: ['events'] }) },
  { name: 'date with dots', field: /\.date$/, apply: change(/^ {4}date: .*/, '    date: "2016.2.3"', { keys: ['events'] }) },
  { name: 'unquoted year', field: /\.date$/, hint: /따옴표/, apply: change(/^ {4}date: .*/, '    date: 2016', { keys: ['events'] }) },
  { name: 'date and start', field: /^events\./, apply: insert(/^ {4}date: .*/, '    start: "2016"', { keys: ['events'] }, 0) },
  { name: 'end before start', field: /^events\./, apply: change(/^ {4}end: .*/, '    end: "1999"', { keys: ['events'] }) },
  {
    name: 'dateText of another year',
    field: /\.dateText$/,
    apply: change(/^ {4}dateText: .*/, '    dateText: 1998년 3월 초', { keys: ['events'] }),
  },
  { name: 'period without page', field: /^period\.page$/, apply: replaceKey('period', 'period:\n  start: "2016"') },
  {
    name: 'period both ended and ongoing',
    field: /^period$/,
    apply: replaceKey('period', 'period:\n  start: "2016"\n  end: "2017"\n  ongoing: true\n  page: 173'),
  },
  { name: 'published in the future', field: /^published$/, apply: change(/^published: .*/, 'published: "2199-01-01"') },
  { name: 'published without day', field: /^published$/, apply: change(/^published: .*/, 'published: "2026-11"') },
  {
    name: 'change in the future',
    field: /^changes/,
    apply: insert(
      /^published: /,
      'updated: "2199-01-01"\nchanges:\n  - date: "2199-01-01"\n    what: 쪽을 고쳤다.\n    why: 틀렸다.',
      {},
      2,
    ),
  },
  {
    name: 'change before publication',
    field: /^changes/,
    apply: insert(
      /^published: /,
      'updated: "2001-01-01"\nchanges:\n  - date: "2001-01-01"\n    what: 쪽을 고쳤다.\n    why: 틀렸다.',
      {},
      2,
    ),
  },
  {
    name: 'change without why',
    field: /^changes\.1\.why$/,
    apply: insert(/^published: /, 'updated: "2026-12-01"\nchanges:\n  - date: "2026-12-01"\n    what: 쪽을 고쳤다.', {}, 2),
  },
  { name: 'updated without change', field: /^updated$/, apply: insert(/^published: /, 'updated: "2026-12-01"') },

  // Pages
  { name: 'page out of range', field: /\.page$/, apply: change(/^ {4}page: .*/, '    page: 999', { keys: ROWS }) },
  { name: 'page range out of range', field: /\.page$/, apply: change(/^ {4}page: .*/, '    page: 1-2', { keys: ROWS }) },
  { name: 'misshapen page', field: /\.page$/, apply: change(/^ {4}page: .*/, '    page: 173쪽', { keys: ROWS }) },
  { name: 'backward pages', field: /^pages$/, apply: change(/^pages: .*/, 'pages: 180-173') },
  { name: 'pages outside the book', field: /^pages$/, apply: change(/^pages: .*/, 'pages: 900-910') },
  { name: 'reading out of range', field: /^notes\..*readings/, apply: change(/^ {6}- page: \d.*/, '      - page: 3', { keys: ['notes'] }) },
  {
    name: 'heading out of range',
    field: /^본문$/,
    apply: change(/(#[a-z-]+), [\d, -]+쪽\]/, ([, id = '']) => `${id}, 3-4쪽]`, { part: 'body' }),
  },
  {
    name: 'same index page',
    field: /^indexPage$/,
    apply: (file, n) =>
      insert(/^pages: /, `indexPage: ${/^pages: "?(\d+)/m.exec(file.text)?.[1] ?? ''}`)(
        /^indexPage/m.test(file.text) ? toCaseFile(`${file.slug}.mdx`, file.text.replace(/^indexPage.*\n/m, '')) : file,
        n,
      ),
  },

  // Closed vocabularies
  {
    name: 'unknown topic',
    field: /^topics\.\d+$/,
    hint: /이렇게 고친다/,
    apply: change(/^( {2}- )(.*)$/, ([, dash = '', topic = '']) => dash + misspell(topic), { keys: ['topics'] }),
  },
  {
    name: 'invented topic',
    field: /^topics\.\d+$/,
    hint: /쓸 수 있는 말/,
    apply: change(/^( {2}- )(.*)$/, '  - 우주 탐사 계획', { keys: ['topics'] }),
  },
  {
    name: 'topic twice',
    field: /^topics$/,
    apply: (file) =>
      insert(
        /^topics:/,
        find(file, /^ {2}- /, 'front')
          .map((index) => toLines(file)[index] ?? '')
          .find(
            (line) =>
              new RegExp(`^topics:\\n(?:.*\\n)*?${line}$`, 'm').test(file.text) &&
              findIn(file, ['topics'], /^ {2}- /).some((index) => toLines(file)[index] === line),
          ) ?? '',
        {},
        1,
      )(file, 0),
  },
  {
    name: 'unknown province',
    field: /^province$/,
    hint: /이렇게 고친다: ‘/,
    apply: change(/^province: (.*)/, ([, name = '']) => `province: ${name.replace(/시$/, '씨')}`),
  },
  {
    name: 'unknown municipality',
    field: /^municipality$/,
    hint: /쓸 수 있는 말/,
    apply: change(/^municipality: .*/, 'municipality: 없는구'),
  },
  {
    name: 'municipality of another province',
    field: /^municipality$/,
    apply: (file, n) => change(/^municipality: .*/, file.slug === 'ulsan-jung' ? 'municipality: 강북구' : 'municipality: 중구')(file, n),
  },
  { name: 'unknown tier', field: /^tier$/, hint: /시, 군, 구/, apply: change(/^tier: .*/, 'tier: 동') },
  { name: 'unknown sector', field: /^sector$/, hint: /이렇게 고친다: ‘사회적경제’/, apply: change(/^sector: .*/, 'sector: 사회적 경재') },
  {
    name: 'same ticked sector',
    field: /^sectorAsTicked$/,
    apply: (file, n) =>
      insert(/^sector: /, /^sector: .*/m.exec(file.text)?.[0].replace('sector', 'sectorAsTicked') ?? '')(
        toCaseFile(`${file.slug}.mdx`, file.text.replace(/^sectorAsTicked.*\n/m, '')),
        n,
      ),
  },
  { name: 'unknown casebook', field: /^casebook$/, apply: change(/^casebook: .*/, 'casebook: manifesto-2018') },
  {
    name: 'unknown kind of figure',
    field: /\.kind$/,
    hint: /이렇게 고친다: ‘현황’/,
    apply: change(/^ {4}kind: .*/, '    kind: 현항', { keys: ['figures'] }),
  },
  {
    name: 'unknown kind of organisation',
    field: /\.kind$/,
    hint: /이렇게 고친다: ‘협동조합’/,
    apply: change(/^ {4}kind: .*/, '    kind: 협동조한', { keys: ['organisations'] }),
  },
  {
    name: 'unknown part',
    field: /\.part$/,
    hint: /쓸 수 있는 말/,
    apply: change(/^ {4}part: .*/, '    part: 관람', { keys: ['organisations'] }),
  },
  { name: 'unknown kind of note', field: /\.kind$/, apply: change(/^ {4}kind: .*/, '    kind: 의견', { keys: ['notes'] }) },
  { name: 'unknown qualifier', field: /\.qualifier$/, apply: insert(/^ {4}label: .*/, '    qualifier: 대략', { keys: ['figures'] }) },

  // Ids, addresses, names
  { name: 'id twice', field: /^(figures|events|organisations|tables|notes)\./, apply: repeatId },
  { name: 'id in capitals', field: /\.id$/, hint: /소문자/, apply: change(/^ {2}- id: .*/, '  - id: Opening Day') },
  { name: 'Korean id', field: /\.id$/, apply: change(/^ {2}- id: .*/, '  - id: 개소식') },
  { name: 'id that is a number', field: /id$/, apply: change(/^ {2}- id: .*/, '  - id: 12') },
  { name: 'file named after another place', field: /^파일$/, hint: /\.mdx/, apply: rename('busan-haeundae.mdx') },
  { name: 'file name with year but unknown sector', field: /^파일$/, apply: (file, n) => rename(`${file.slug}-2018-sports.mdx`)(file, n) },
  { name: 'file name in capitals', field: /^파일$/, apply: (file, n) => rename(`${file.slug.toUpperCase()}.mdx`)(file, n) },
  { name: 'file name in Korean', field: /^파일$/, apply: rename('부산-연제.mdx') },
  { name: 'address that is none', field: /^aliases/, apply: insert(/^published: /, 'aliases:\n  - /cases/old/', {}, 1) },
  {
    name: 'old id that leads nowhere',
    field: /^anchorAliases/,
    hint: /쓸 수 있는 자리/,
    apply: insert(/^published: /, 'anchorAliases:\n  old-part: no-such-part', {}, 1),
  },
  {
    name: 'old id still in use',
    field: /^anchorAliases/,
    apply: (file, n) =>
      insert(/^published: /, `anchorAliases:\n  ${/\[#([a-z-]+)/.exec(file.source.body)?.[1] ?? ''}: notes`, {}, 1)(file, n),
  },

  // Amounts
  {
    name: 'value and range',
    field: /^(figures|budget)\./,
    apply: insert(/^ {4}value: /, '    min: 1', { keys: ['figures', 'budget'] }, -1),
  },
  {
    name: 'range upside down',
    field: /^(figures|budget)\./,
    apply: change(/^ {4}value: .*/, '    min: 9\n    max: 2', { keys: ['figures', 'budget'] }),
  },
  {
    name: 'no headline',
    field: /^figures$/,
    apply: (file) =>
      rebuild(
        file,
        toLines(file).filter((line) => !/^ {4}headline:/.test(line)),
        [0, 1].map(
          (more) =>
            (find(toCaseFile(`${file.slug}.mdx`, file.text.replaceAll(/^ {4}headline:.*\n/gm, '')), /^figures:/, 'front')[0] ?? 0) + more,
        ),
      ),
  },

  // YAML
  { name: 'key twice', field: /^앞머리$/, hint: /하나만/, apply: insert(/^tier: /, 'tier: 시') },
  { name: 'tab', field: /^앞머리$/, hint: /탭/, apply: change(/^ {4}page: /, '\tpage: ') },
  {
    name: 'too much indentation',
    field: /^앞머리$/,
    hint: /들여쓰기|빈칸/,
    apply: change(/^ {4}page: /, '      page: ', { keys: ['figures'] }, -1, 0),
  },
  {
    name: 'too little indentation',
    field: /^앞머리$/,
    hint: /같은 수의 빈칸/,
    apply: change(/^ {4}page: /, '   page: ', { keys: ['figures'] }),
  },
  {
    name: 'quote left open',
    field: /^앞머리$/,
    hint: /큰따옴표/,
    apply: change(/^ {4}role: (.*)/, ([, text = '']) => `    role: "${text.replaceAll('"', '')}`),
  },
  { name: 'bracket left open', field: /^앞머리$/, apply: change(/^title: (.*)/, ([, text = '']) => `title: [${text}`, {}, 1) },
  {
    name: 'colon in a value',
    field: /^앞머리$/,
    hint: /‘: ’/,
    apply: change(/^( {4}role: )"?(.*?)"?$/, ([, key = '', text = '']) => `${key}역할: ${text}`),
  },
  { name: 'percent sign alone', field: /^앞머리$/, hint: /unit: "%"/, apply: change(/^ {4}unit: .*/, '    unit: %') },
  { name: 'star in front', field: /^앞머리$/, hint: /큰따옴표/, apply: change(/^title: "?/, 'title: *') },
  { name: 'ampersand in front', field: /^앞머리$/, apply: change(/^ {4}role: "?/, '    role: &') },
  {
    name: 'hash in a value',
    field: /^앞머리$/,
    hint: /큰따옴표/,
    apply: change(/^( {4}role: )"?(.*?)"?$/, ([, key = '', text = '']) => `${key}${text.replaceAll('"', '')} #1`),
  },
  { name: 'no space behind the colon', field: /^앞머리$/, apply: change(/^tier: /, 'tier:') },
  { name: 'no fence at the start', field: /^앞머리$/, apply: (file) => rebuild(file, toLines(file).slice(1), [1]) },
  {
    name: 'no fence at the end',
    field: /^앞머리$/,
    apply: (file) =>
      rebuild(
        file,
        toLines(file).filter((line, index) => index === 0 || line !== '---'),
        [1],
      ),
  },
  { name: 'empty file', field: /^앞머리$/, apply: (file) => rebuild(file, [''], [1]) },
  {
    name: 'front matter that is one text',
    field: /^앞머리$/,
    apply: (file) => rebuild(file, ['---', '사례를 여기에 적는다.', '---', ''], [2]),
  },
  { name: 'empty front matter', field: /^앞머리$/, apply: (file) => rebuild(file, ['---', '---', ''], [2]) },

  // Characters
  { name: 'NFD in the front matter', field: /^글자$/, apply: change(/^title: .*/, ([line = '']) => line.normalize('NFD')) },
  { name: 'NFD in the prose', field: /^글자$/, apply: change(/^[가-힣].*$/, ([line = '']) => line.normalize('NFD'), { part: 'body' }) },
  { name: 'byte order mark', field: /^파일$/, apply: (file) => rebuild(file, [`\ufeff${file.text}`], [1]) },
  { name: 'other encoding', field: /^글자$/, hint: /UTF-8/, apply: change(/^province: .*/, 'province: \ufffd\ufffd\ufffd\ufffd') },
  {
    name: 'zero-width space',
    field: /^글자$/,
    apply: change(/^[가-힣]+ .*$/, ([line = '']) => line.replace(' ', '\u200b '), { part: 'body' }),
  },

  // Prose: what it must not contain
  { name: 'import', field: /^본문$/, apply: addBlock("import Chart from './Chart.astro'") },
  { name: 'export', field: /^본문$/, apply: addBlock('export const year = 2017') },
  { name: 'expression', field: /^본문$/, apply: addBlock('{process.env.HOME}') },
  { name: 'expression in a sentence', field: /^본문$/, apply: addToProse('오늘은 {new Date()} 이다.') },
  { name: 'unknown tag', field: /^본문$/, hint: /<Table/, apply: addBlock('<Chart id="budget" />') },
  { name: 'HTML', field: /^본문$/, apply: addToProse('<b>중요하다.</b>') },
  { name: 'script', field: /^본문$/, apply: addBlock('<script src="https://example.com/a.js"></script>') },
  { name: 'HTML comment', field: /^본문$/, apply: addBlock('<!-- 나중에 고친다 -->') },
  { name: 'tag left open', field: /^본문$/, apply: addBlock('<Table id="floors">') },
  { name: 'less than', field: /^본문$/, hint: /〈 〉/, apply: addToProse('수입<지출이었다.') },
  { name: 'brace left open', field: /^본문$/, apply: addToProse('{비고') },
  { name: 'bold', field: /^본문$/, hint: /별표/, apply: addToProse('**매우** 중요하다.') },
  { name: 'bold before a particle', field: /^본문$/, apply: addToProse('**전주시(全州市)**는 다르다.') },
  { name: 'bold left open', field: /^본문$/, apply: addToProse('이것은 **중요하다.') },
  { name: 'italics', field: /^본문$/, apply: addToProse('*매우* 중요하다.') },
  { name: 'strikethrough', field: /^본문$/, apply: addToProse('이것은 ~~틀렸다~~ 맞다.') },
  { name: 'code', field: /^본문$/, apply: addToProse('`코드`를 썼다.') },
  { name: 'link', field: /^본문$/, hint: /주소를 글로/, apply: addToProse('[누리집](https://example.com)을 열었다.') },
  { name: 'image', field: /^본문$/, apply: addBlock('![약도](map.png)') },
  { name: 'footnote', field: /^본문$/, hint: /notes/, apply: addBlock('설명이다.[^1]\n\n[^1]: 각주다.') },
  { name: 'table in the prose', field: /^본문$/, hint: /tables/, apply: addBlock('| 가 | 나 |\n| --- | --- |\n| 다 | 라 |') },
  { name: 'quotation block', field: /^본문$/, apply: addBlock('> 인용한 글이다.') },
  { name: 'code block', field: /^본문$/, apply: addBlock('```\n코드\n```') },
  { name: 'rule', field: /^본문$/, apply: addBlock('***') },
  { name: 'nested list', field: /^본문$/, apply: addBlock('- 하나\n  - 둘', 1) },

  // Prose: headings
  {
    name: 'heading without id',
    field: /^본문$/,
    hint: /#background/,
    apply: change(/^(##+ .*?) \[#.*$/, ([, title = '']) => title, { part: 'body' }),
  },
  {
    name: 'heading without pages',
    field: /^본문$/,
    hint: /쪽\]/,
    apply: change(/^(##+ .* \[#[a-z-]+),.*$/, ([, title = '']) => `${title}]`, { part: 'body' }),
  },
  {
    name: 'heading with misshapen pages',
    field: /^본문$/,
    apply: change(/^(##+ .* \[#[a-z-]+),.*$/, ([, title = '']) => `${title}, 180-173쪽]`, { part: 'body' }),
  },
  {
    name: 'note in a heading',
    field: /^본문$/,
    apply: change(/^(##+ )(.*)$/, ([, marks = '', title = '']) => `${marks}<Note id="sector" /> ${title}`, { part: 'body' }),
  },
  {
    name: 'no prose',
    field: /^본문$/,
    hint: /## 추진 배경/,
    apply: (file) => rebuild(file, [...toLines(file).slice(0, file.source.bodyLine - 1), ''], [file.source.bodyLine]),
  },
  { name: 'reserved id', field: /^본문$/, hint: /다른 이름/, apply: change(/\[#[a-z-]+/, '[#figures', { part: 'body' }) },
  { name: 'reserved beginning', field: /^본문$/, apply: change(/\[#[a-z-]+/, '[#table-one', { part: 'body' }) },
  {
    name: 'heading id twice',
    field: /^본문$/,
    apply: (file, n) => {
      const [first = 0, ...others] = find(file, /^##/, 'body');
      const lines = toLines(file);
      const other = pick(others, n);
      if (other === undefined) return undefined;
      const id = /\[#[a-z-]+/.exec(lines[first] ?? '')?.[0] ?? '';
      lines[other] = (lines[other] ?? '').replace(/\[#[a-z-]+/, id);
      return rebuild(file, lines, [other + 1]);
    },
  },
  { name: 'id in capitals in a heading', field: /^본문$/, apply: change(/\[#[a-z-]+/, '[#Background', { part: 'body' }) },
  { name: 'heading too deep', field: /^본문$/, hint: /##/, apply: change(/^###? /, '#### ', { part: 'body' }) },
  { name: 'heading too high', field: /^본문$/, apply: change(/^##+ /, '# ', { part: 'body' }) },
  {
    name: 'text before the first heading',
    field: /^본문$/,
    apply: (file) => rebuild(file, toLines(file).toSpliced(file.source.bodyLine - 1, 0, '', '머리말이다.'), [file.source.bodyLine + 1]),
  },

  // Prose against data
  { name: 'number without row', field: /^본문$/, hint: /figures/, apply: addToProse('모두 98,765명이 참여했다.') },
  { name: 'age without row', field: /^본문$/, apply: addToProse('참가자는 평균 97.3세였다.') },
  { name: 'money without row', field: /^본문$/, hint: /budget/, apply: addToProse('예산은 987억 6,543만 원이었다.') },
  { name: 'date without row', field: /^본문$/, hint: /events/, apply: addToProse('행사는 1987년 3월 4일에 열렸다.') },
  { name: 'year without row', field: /^본문$/, apply: addToProse('사업은 1987년에 시작했다.') },
  {
    name: 'number in the summary without row',
    field: /^summary$/,
    apply: replaceKey('summary', 'summary: >-\n  구는 사업을 추진했다.\n  모두 98,765명이 참여했다.', 2),
  },
  { name: 'table not placed', field: /^tables\./, hint: /<Table id=/, apply: removeTag(/^<Table id="([a-z0-9-]+)" \/>$/, 'tables') },
  {
    name: 'table placed twice',
    field: /^본문$/,
    apply: (file, n) => {
      const lines = toLines(file);
      const at = pick(find(file, /^<Table/, 'body'), n);
      if (at === undefined) return undefined;
      const end = lines.length;
      return rebuild(file, [...lines, '', lines[at] ?? '', ''], [end + 2]);
    },
  },
  {
    name: 'unknown table',
    field: /^본문$/,
    hint: /이렇게 고친다: ‘/,
    apply: change(/^<Table id="([a-z0-9-]+)" \/>/, ([, id = '']) => `<Table id="${id}x" />`, { part: 'body' }),
  },
  {
    name: 'unknown note',
    field: /^본문$/,
    hint: /이렇게 고친다: ‘/,
    apply: change(/<Note id="([a-z0-9-]+)" \/>/, ([, id = '']) => `<Note id="${id}x" />`, { part: 'body' }),
  },
  { name: 'note without mark', field: /^notes\./, hint: /<Note id=/, apply: removeTag(/<Note id="([a-z0-9-]+)" \/>/, 'notes') },
  {
    name: 'note marked twice',
    field: /^본문$/,
    apply: (file, n) => {
      const lines = toLines(file);
      const at = pick(find(file, /<Note id="[a-z0-9-]+" \/>$/, 'body'), n);
      if (at === undefined) return undefined;
      const tag = /<Note id="[a-z0-9-]+" \/>$/.exec(lines[at] ?? '')?.[0] ?? '';
      return rebuild(file, [...lines, `끝으로 덧붙인다.${tag}`], [lines.length + 1]);
    },
  },
  {
    name: 'note marked in the prose and at a place',
    field: /^notes\..*at$/,
    apply: (file, n) => {
      const id = pick(find(file, /<Note id="/, 'body'), n);
      const name = id === undefined ? undefined : /<Note id="([a-z0-9-]+)"/.exec(toLines(file)[id] ?? '')?.[1];
      return name === undefined ? undefined : insert(new RegExp(`^ {2}- id: ${name}$`), '    at: title', { keys: ['notes'] })(file, 0);
    },
  },
  {
    name: 'unknown place of a note',
    field: /^notes\..*at$/,
    hint: /sector/,
    apply: change(/^ {4}at: .*/, '    at: sectr', { keys: ['notes'] }),
  },
  {
    name: 'table within a sentence',
    field: /^본문$/,
    apply: change(/^(<Table .*)$/, ([, tag = '']) => `다음과 같다. ${tag}`, { part: 'body' }),
  },
  { name: 'note without id', field: /^본문$/, hint: /<Note id=/, apply: change(/<Note id="[a-z0-9-]+" \/>/, '<Note />', { part: 'body' }) },
  {
    name: 'note with more than an id',
    field: /^본문$/,
    apply: change(/<Note id="([a-z0-9-]+)" \/>/, ([, id = '']) => `<Note id="${id}" kind="이름" />`, { part: 'body' }),
  },
  { name: 'note on a line of its own', field: /^본문$/, apply: addBlock('<Note id="sector" />') },

  // Tables
  {
    name: 'cell too many',
    field: /^tables\..*rows$/,
    hint: /칸을 \d+개로/,
    apply: change(/^( {6}\| .*)$/, ([line = '']) => `${line} 하나 더 |`, { keys: ['tables'] }),
  },
  { name: 'cell missing', field: /^tables\..*rows$/, apply: change(/^( {6}\|) [^|]*\|/, ([, start = '']) => start, { keys: ['tables'] }) },
  {
    name: 'column missing',
    field: /^tables\..*rows$/,
    apply: (file, n) => {
      const made = change(/^( {4}columns: \[)[^,\]]+, /, ([, start = '']) => start, { keys: ['tables'] })(file, n);
      const [at = 0] = made?.lines ?? [];
      return made && { ...made, lines: [at, at + 1, at + 2] };
    },
  },
  {
    name: 'row of sums that is wrong',
    field: /^tables\..*total$/,
    hint: /total\.note/,
    apply: change(/^( {6}row: .*?)(\d+)( \|"?)$/, ([, a = '', sum = '', c = '']) => `${a}${String(Number(sum) + 1)}${c}`, {
      keys: ['tables'],
    }),
  },
  {
    name: 'row of sums that is too short',
    field: /^tables\..*total\.row$/,
    apply: change(/^( {6}row: )".*"$/, '      row: "| 계 |"', { keys: ['tables'] }),
  },
  {
    name: 'unknown note of a total',
    field: /^tables\..*total\.note$/,
    apply: insert(/^ {4}total:/, '      note: no-such-note', { keys: ['tables'] }),
  },
  {
    name: 'unknown column of sums',
    field: /^tables\..*total\.column$/,
    hint: /쓸 수 있는 열/,
    apply: change(/^ {6}column: .*/, '      column: 모든 것의 수', { keys: ['tables'] }),
  },
  { name: 'total of nothing', field: /^tables\..*total$/, apply: insert(/^ {4}caption: /, '    total: {}', { keys: ['tables'] }) },
  {
    name: 'chart of an unknown column',
    field: /^tables\..*chart\.values$/,
    apply: (file, n) =>
      /^ {4}chart:/m.test(file.text)
        ? undefined
        : insert(/^ {4}caption: /, '    chart: { kind: 막대, label: 없는 열, values: [없는 수] }', { keys: ['tables'] })(file, n),
  },
  {
    name: 'chart of an unknown kind',
    field: /^tables\..*chart\.kind$/,
    hint: /막대/,
    apply: (file, n) =>
      /^ {4}chart:/m.test(file.text)
        ? undefined
        : insert(/^ {4}caption: /, '    chart: { kind: 원, label: 구분, values: [수] }', { keys: ['tables'] })(file, n),
  },
];
