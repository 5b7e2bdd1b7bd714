/**
 * The content check: every fault of every case file at once, as plain data. It never prints; `report.ts` does.
 * The build runs it first, so a bad file never becomes a page.
 */
import { z } from 'zod';
import { nearest } from '../korean/nearest.ts';
import { withParticle } from '../korean/particle.ts';
import { anchor, GENERATED_SECTION_IDS, noteMarkAnchor, RESERVED_PREFIXES, RESERVED_SECTION_IDS } from './anchors.ts';
import { createBackingCheck } from './backing.ts';
import { parseBody, type CaseBody } from './body.ts';
import type { CaseFile, Content } from './content.ts';
import { checkDepartures } from './departures.ts';
import { pagesOverlap, pagesWithin, parsePages } from './pages.ts';
import { createCaseSchema, NOTE_PLACES, type CaseData, type CaseSchema } from './schema.ts';
import { cellNumber, findTotalMismatches, parseRow, parseRows } from './tables.ts';
import { idPattern, type Vocabulary } from './vocabulary.ts';

/** One thing that is wrong, and what to write instead. */
export interface Fault {
  file: string;
  /** 1-based. */
  line: number;
  /** `topics.2`, `tables.programmes.rows`, `본문`; empty for the file as a whole. */
  field: string;
  /** What is wrong, a whole sentence. */
  problem: string;
  /** What to do, a whole sentence. */
  fix: string;
}

/** A case that was read far enough to be held against the others. */
interface CheckedCase {
  file: CaseFile;
  data: CaseData;
  anchors: Set<string>;
}

/**
 * Checks all content.
 * @param today ISO day; changes and publication must not lie after it
 */
export function checkContent(content: Content, today: string): Fault[] {
  const faults: Fault[] = [];
  for (const name of content.strays) {
    faults.push({
      file: `content/cases/${name}`,
      line: 1,
      field: '',
      problem: '사례 파일이 아니다.',
      fix: '파일 이름을 .mdx로 끝내거나 이 폴더에서 옮긴다.',
    });
  }
  const schema = createCaseSchema(content.vocabulary);
  const checked: CheckedCase[] = [];
  for (const file of content.files) {
    const one = checkFile(file, schema, content.vocabulary, today, faults);
    if (one) checked.push(one);
  }
  checkTogether(checked, faults);
  faults.push(...checkDepartures(content.departures, content.vocabulary, addressOwners(content.files, checked), today));
  return faults.sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line));
}

function checkFile(file: CaseFile, schema: CaseSchema, vocabulary: Vocabulary, today: string, faults: Fault[]): CheckedCase | undefined {
  const report = (line: number, field: string, problem: string, fix: string) => faults.push({ file: file.file, line, field, problem, fix });

  file.text.split('\n').forEach((line, index) => {
    if (line !== line.normalize('NFC')) {
      report(
        index + 1,
        '',
        '한글이 자모로 풀려 있다(NFD).',
        '편집기에서 이 줄을 지우고 다시 입력한다. macOS의 파일 이름에서 옮겨 붙이면 이렇게 된다.',
      );
    }
  });
  if (!idPattern.test(file.slug)) {
    report(
      1,
      '',
      `파일 이름 ‘${file.slug}.mdx’가 주소로 쓸 수 없는 꼴이다.`,
      '소문자 영문, 숫자, 붙임표로만 짓는다. 보기: busan-yeonje.mdx',
    );
  }
  for (const { line, message } of file.source.problems)
    report(line, '앞머리', message, '고친 뒤 다시 검사한다. 나머지 잘못은 그다음에 보인다.');

  const body = parseBody(file.source.body, file.source.bodyLine);
  for (const { line, problem, fix } of body.problems) report(line, '본문', problem, fix);
  if (file.source.data === undefined || file.source.problems.length > 0) return undefined;

  const result = schema.safeParse(file.source.data);
  if (!result.success) {
    for (const issue of result.error.issues) explainIssue(issue, file, schema, report);
    return undefined;
  }
  const { data } = result;
  const at = (path: readonly PropertyKey[], field: string, problem: string, fix: string) => {
    report(file.source.lineAt(path), field, problem, fix);
  };
  checkPlace(file, data, vocabulary, at);
  checkPages(data, body, at, report);
  checkAmounts(data, at);
  checkTime(data, today, at);
  checkTables(data, body, at, report);
  checkNotes(data, body, at, report);
  const anchors = checkAnchors(data, body, at, report);
  checkBacking(data, body, at, report);
  return { file, data, anchors };
}

type At = (path: readonly PropertyKey[], field: string, problem: string, fix: string) => void;
type Report = (line: number, field: string, problem: string, fix: string) => void;

/** Turns an issue of the schema into a fault: missing and unknown keys get words of their own. */
function explainIssue(issue: z.core.$ZodIssue, file: CaseFile, schema: CaseSchema, report: Report): void {
  const field = issue.path.join('.');
  const line = file.source.lineAt(issue.path);
  if (issue.code === 'unrecognized_keys') {
    const accepted = keysAt(schema, issue.path);
    for (const key of issue.keys) {
      const meant = nearest(key, accepted);
      report(
        file.source.lineOfKey(issue.path, key),
        field === '' ? key : `${field}.${key}`,
        `‘${key}’라는 이름은 없다.`,
        meant === undefined ? `쓸 수 있는 이름: ${accepted.join(', ')}` : `‘${meant}’(으)로 고친다.`,
      );
    }
    return;
  }
  const value = valueAt(file.source.data, issue.path);
  if (value === undefined) {
    const key = String(issue.path.at(-1) ?? '');
    report(line, field, `‘${key}’ 줄이 빠졌다.`, `${example(key)} 꼴로 적는다.`);
    return;
  }
  const accepted = issue.code === 'custom' ? (issue.params?.['accepted'] as readonly string[] | undefined) : undefined;
  if (accepted !== undefined && typeof value === 'string') {
    const meant = nearest(value, accepted);
    report(
      line,
      field,
      `‘${value}’: 정해진 말이 아니다.`,
      (meant === undefined ? '' : `‘${meant}’(으)로 고친다. `) + `쓸 수 있는 말: ${accepted.join(', ')}`,
    );
    return;
  }
  report(line, field, `${show(value)}: 받아들일 수 없는 값이다.`, issue.message);
}

const show = (value: unknown) =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? `‘${value}’` : '묶음';

/** A line to copy for the fields that every case has. */
const EXAMPLES: Readonly<Record<string, string>> = {
  title: '‘title: 사례의 제목’',
  province: '‘province: 부산광역시’',
  municipality: '‘municipality: 연제구’',
  tier: '‘tier: 구’',
  sector: '‘sector: 사회적경제’',
  pages: '‘pages: 173-180’',
  casebook: '‘casebook: manifesto-social-economy-gu’',
  summary: '‘summary: 두 문장에서 네 문장으로 쓴 요약’',
  published: '‘published: "2026-11-22"’',
  page: '‘page: 173’',
  unit: '‘unit: 명’',
  id: '‘id: opening-day’',
  kind: '‘kind: 현황’',
};
const example = (key: string) => EXAMPLES[key] ?? `‘${key}: …’`;

function valueAt(data: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined),
    data,
  );
}

/** The keys a strict object accepts at a path of the schema. */
function keysAt(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  let here: unknown = schema;
  const unwrap = () => {
    while (here instanceof z.ZodOptional || here instanceof z.ZodDefault) here = here.unwrap();
  };
  for (const key of path) {
    unwrap();
    if (here instanceof z.ZodObject) here = (here.shape as Record<PropertyKey, unknown>)[key];
    else if (here instanceof z.ZodArray) here = here.element;
  }
  unwrap();
  return here instanceof z.ZodObject ? Object.keys(here.shape) : [];
}

function checkPlace(file: CaseFile, data: CaseData, { places, casebooks }: Vocabulary, at: At): void {
  const province = places.find((place) => place.name === data.province);
  const municipality = province?.municipalities.find((one) => one.name === data.municipality);
  if (!province || !municipality) {
    at(
      ['municipality'],
      'municipality',
      `${data.province}에는 ‘${data.municipality}’${withParticle(data.municipality, '이').slice(data.municipality.length)} 없다.`,
      `쓸 수 있는 말: ${(province?.municipalities ?? []).map((one) => one.name).join(', ')}`,
    );
    return;
  }
  const slug = `${province.id}-${municipality.id}`;
  if (file.slug !== slug && !new RegExp(`^${slug}-\\d{4}-[a-z-]+$`).test(file.slug)) {
    at(
      ['municipality'],
      '',
      `파일 이름 ‘${file.slug}.mdx’가 지자체와 다르다.`,
      `파일 이름을 ‘${slug}.mdx’로 바꾼다. 같은 지자체의 다른 사례면 ‘${slug}-2018-youth-issues.mdx’처럼 해와 분야를 붙인다.`,
    );
  }
  const book = casebooks.find((one) => one.id === data.casebook);
  const pages = parsePages(data.pages);
  const bookPages = book && parsePages(book.pages);
  if (pages && bookPages && !pagesWithin(pages, bookPages)) {
    at(['pages'], 'pages', `${String(data.pages)}쪽은 사례집의 이 부분(${book.pages}쪽) 밖이다.`, '쪽 번호를 사례집에서 다시 확인한다.');
  }
  if (data.sectorAsTicked === data.sector) {
    at(['sectorAsTicked'], 'sectorAsTicked', 'sectorAsTicked가 sector와 같다.', '표지와 목차의 분야가 다를 때만 적는다. 이 줄을 지운다.');
  }
}

function checkPages(data: CaseData, body: CaseBody, at: At, report: Report): void {
  const own = parsePages(data.pages) ?? [];
  const check = (value: string | number, tell: (problem: string, fix: string) => void) => {
    const pages = parsePages(value);
    if (!pages) tell(`쪽 ‘${String(value)}’의 꼴이 다르다.`, '173, 173-174, 173, 176-177처럼 적는다.');
    else if (!pagesWithin(pages, own))
      tell(`${String(value)}쪽은 이 사례의 쪽(${String(data.pages)}) 밖이다.`, '쪽 번호를 사례집에서 다시 확인한다.');
  };
  for (const list of ['budget', 'figures', 'events', 'organisations', 'instruments', 'tables'] as const) {
    data[list].forEach((row, index) => {
      check(row.page, (problem, fix) => {
        at([list, index, 'page'], `${list}.${row.id}.page`, problem, fix);
      });
    });
  }
  if (data.period)
    check(data.period.page, (problem, fix) => {
      at(['period', 'page'], 'period.page', problem, fix);
    });
  data.notes.forEach((note, index) => {
    note.readings.forEach((reading, inner) => {
      if (reading.page !== '목차')
        check(reading.page, (problem, fix) => {
          at(['notes', index, 'readings', inner, 'page'], `notes.${note.id}.readings`, problem, fix);
        });
    });
  });
  for (const section of body.sections)
    check(section.pages, (problem, fix) => {
      report(section.line, '본문', `제목 ‘${section.title}’: ${problem}`, fix);
    });
  if (data.indexPage !== undefined && data.indexPage === own[0]?.first) {
    at(['indexPage'], 'indexPage', '목차의 쪽이 사례의 첫 쪽과 같다.', '다를 때만 적는다. 이 줄을 지운다.');
  }
}

function checkAmounts(data: CaseData, at: At): void {
  let headlines = 0;
  for (const list of ['budget', 'figures'] as const) {
    data[list].forEach((row, index) => {
      const path = [list, index];
      const field = `${list}.${row.id}`;
      const ranged = row.min !== undefined || row.max !== undefined;
      if (row.headline === true) headlines += 1;
      if ((row.value === undefined) === !ranged) {
        at(
          path,
          field,
          row.value === undefined ? '값이 없다.' : 'value와 min/max가 함께 있다.',
          '한 수면 value, 범위면 min과 max를 적는다.',
        );
      } else if (row.min !== undefined && row.max !== undefined && row.min > row.max) {
        at([...path, 'min'], field, 'min이 max보다 크다.', '두 수를 바꾸어 적는다.');
      }
    });
  }
  if (headlines < 3 || headlines > 6) {
    at(
      [data.figures.length > 0 ? 'figures' : 'budget'],
      'figures',
      `맨 위에 보일 수치(headline: true)가 ${String(headlines)}개다.`,
      '세 개에서 여섯 개까지 고른다.',
    );
  }
}

function checkTime(data: CaseData, today: string, at: At): void {
  const order = (start: string | undefined, end: string | undefined) =>
    start === undefined || end === undefined || start.slice(0, end.length) <= end;
  data.events.forEach((event, index) => {
    const field = `events.${event.id}`;
    if ((event.date === undefined) === (event.start === undefined) || (event.end !== undefined && event.start === undefined)) {
      at(
        ['events', index],
        field,
        '때가 없거나 두 가지로 적혀 있다.',
        '하루나 한 달이면 date, 기간이면 start와 end(열려 있으면 start만)를 적는다.',
      );
    }
    if (!order(event.start, event.end)) at(['events', index, 'end'], field, '끝이 시작보다 이르다.', 'start와 end를 다시 확인한다.');
  });
  if (data.period) {
    if (data.period.end !== undefined && data.period.ongoing === true)
      at(['period'], 'period', 'end와 ongoing이 함께 있다.', '끝난 사업이면 end, 계속되는 사업이면 ongoing만 적는다.');
    if (!order(data.period.start, data.period.end))
      at(['period', 'end'], 'period', '끝이 시작보다 이르다.', 'start와 end를 다시 확인한다.');
  }
  if (data.published > today) at(['published'], 'published', `처음 펴낸 날이 오늘(${today})보다 뒤다.`, '펴낸 날을 적는다.');
  data.changes.forEach((change, index) => {
    if (change.date > today)
      at(['changes', index, 'date'], `changes.${String(index)}`, `고친 날이 오늘(${today})보다 뒤다.`, '실제로 고친 날을 적는다.');
    if (change.date < data.published)
      at(['changes', index, 'date'], `changes.${String(index)}`, '고친 날이 처음 펴낸 날보다 이르다.', 'published나 date를 다시 확인한다.');
  });
  const last = data.changes
    .map((change) => change.date)
    .sort()
    .at(-1);
  if (data.updated !== last) {
    at(
      [data.updated === undefined ? 'changes' : 'updated'],
      'updated',
      'updated가 마지막으로 고친 날과 다르다.',
      last === undefined ? 'changes에 고친 내용을 적거나 updated를 지운다.' : `‘updated: "${last}"’로 적는다.`,
    );
  }
}

function checkTables(data: CaseData, body: CaseBody, at: At, report: Report): void {
  data.tables.forEach((table, index) => {
    const path = ['tables', index];
    const field = `tables.${table.id}`;
    const width = table.columns.length;
    const rows = parseRows(table.rows);
    rows.forEach((row, line) => {
      if (row.length !== width) {
        at(
          [...path, 'rows'],
          field,
          `표의 ${String(line + 1)}째 줄에 칸이 ${String(row.length)}개다. 열은 ${String(width)}개다.`,
          `‘| ${row.join(' | ')} |’의 칸을 ${String(width)}개로 맞춘다. 빈칸은 -로 적는다.`,
        );
      }
    });
    const { total, chart } = table;
    const needColumn = (name: string, key: string) => {
      if (!table.columns.includes(name)) {
        const meant = nearest(name, table.columns);
        at(
          [...path, key],
          field,
          `‘${name}’이라는 열은 이 표에 없다.`,
          meant === undefined ? `쓸 수 있는 열: ${table.columns.join(', ')}` : `‘${meant}’(으)로 고친다.`,
        );
      }
    };
    if (total) {
      if (total.row === undefined && total.column === undefined)
        at([...path, 'total'], field, 'total에 row도 column도 없다.', '합계 줄이면 row, 합계 열이면 column을 적는다.');
      if (total.row !== undefined && parseRow(total.row).length !== width)
        at([...path, 'total'], field, '합계 줄의 칸 수가 열의 수와 다르다.', `칸을 ${String(width)}개로 맞춘다.`);
      for (const name of [...(total.column === undefined ? [] : [total.column]), ...(total.of ?? [])]) needColumn(name, 'total');
      if (total.note !== undefined && !data.notes.some((note) => note.id === total.note))
        at([...path, 'total'], field, `메모 ‘${total.note}’이 없다.`, 'notes에 그 메모를 적는다.');
      const mismatches = findTotalMismatches(table);
      if (mismatches.length > 0 && total.note === undefined) {
        for (const one of mismatches) {
          at(
            [...path, 'total'],
            field,
            `${one.direction} 합계가 맞지 않는다. ‘${one.where}’에 ${String(one.printed)}이라고 되어 있으나 더하면 ${String(one.computed)}이다.`,
            '원문이 그렇다면 notes에 메모를 적고 total.note에 그 id를 적는다. 옮기다 틀렸다면 고친다.',
          );
        }
      }
      if (mismatches.length === 0 && total.note !== undefined)
        at([...path, 'total'], field, '합계가 맞는데 total.note가 있다.', 'note 줄을 지운다.');
    }
    if (chart) {
      needColumn(chart.label, 'chart');
      for (const name of chart.values) {
        needColumn(name, 'chart');
        const column = table.columns.indexOf(name);
        const bad = rows.find((row) => row[column] !== '-' && cellNumber(row[column] ?? '') === undefined);
        if (column >= 0 && bad)
          at(
            [...path, 'chart'],
            field,
            `그릴 열 ‘${name}’에 수가 아닌 칸이 있다: ‘${bad[column] ?? ''}’`,
            '수만 있는 열을 고르거나 그 칸을 -로 적는다.',
          );
      }
    }
    const placed = body.tags.filter((tag) => tag.name === 'Table' && tag.id === table.id);
    if (placed.length !== 1) {
      at(
        path,
        field,
        placed.length === 0 ? '표가 본문에 놓이지 않았다.' : '표가 본문에 두 번 놓였다.',
        `본문의 알맞은 자리에 <Table id="${table.id}" />를 한 번만 둔다.`,
      );
    }
  });
  checkTags(
    body,
    'Table',
    data.tables.map((table) => table.id),
    report,
  );
}

function checkTags(body: CaseBody, name: 'Table' | 'Note', known: readonly string[], report: Report): void {
  for (const tag of body.tags) {
    if (tag.name !== name || known.includes(tag.id)) continue;
    const meant = nearest(tag.id, known);
    report(
      tag.line,
      '본문',
      `<${name} id="${tag.id}" />: 앞머리에 그런 ${name === 'Table' ? '표' : '메모'}가 없다.`,
      meant === undefined ? `쓸 수 있는 id: ${known.join(', ')}` : `‘${meant}’(으)로 고친다.`,
    );
  }
}

function checkNotes(data: CaseData, body: CaseBody, at: At, report: Report): void {
  const places = noteTargets(data);
  data.notes.forEach((note, index) => {
    const marks = body.tags.filter((tag) => tag.name === 'Note' && tag.id === note.id).length;
    const field = `notes.${note.id}`;
    if (note.at !== undefined && !places.includes(note.at)) {
      const meant = nearest(note.at, places);
      at(
        ['notes', index, 'at'],
        field,
        `at: ‘${note.at}’라는 자리는 없다.`,
        meant === undefined
          ? `쓸 수 있는 자리: ${NOTE_PLACES.join(', ')} 또는 table:, figure:, event:, organisation:, instrument: 뒤에 그 id`
          : `‘${meant}’(으)로 고친다.`,
      );
    }
    if (marks + (note.at === undefined ? 0 : 1) !== 1) {
      at(
        ['notes', index],
        field,
        marks === 0 ? '메모가 걸린 자리가 없다.' : '메모가 두 곳에 걸려 있다.',
        `본문에 <Note id="${note.id}" />를 한 번 두거나, 본문 밖이면 ‘at: sector’처럼 자리를 적는다. 둘 가운데 하나만 한다.`,
      );
    }
  });
  checkTags(
    body,
    'Note',
    data.notes.map((note) => note.id),
    report,
  );
}

/** Everything that a note's `at` may name. */
function noteTargets(data: CaseData): string[] {
  return [
    ...NOTE_PLACES,
    ...data.tables.map(({ id }) => `table:${id}`),
    ...[...data.budget, ...data.figures].map(({ id }) => `figure:${id}`),
    ...data.events.map(({ id }) => `event:${id}`),
    ...data.organisations.map(({ id }) => `organisation:${id}`),
    ...data.instruments.map(({ id }) => `instrument:${id}`),
  ];
}

function checkAnchors(data: CaseData, body: CaseBody, at: At, report: Report): Set<string> {
  const seen = new Set<string>();
  const add = (id: string, tell: () => void) => {
    if (seen.has(id)) tell();
    seen.add(id);
  };
  for (const section of body.sections) {
    const say = (problem: string, fix: string) => {
      report(section.line, '본문', `제목 ‘${section.title}’: ${problem}`, fix);
    };
    if (!idPattern.test(section.id))
      say(`id ‘${section.id}’의 꼴이 다르다.`, '소문자 영문으로 시작하고 소문자 영문, 숫자, 붙임표로만 적는다.');
    if (
      (RESERVED_SECTION_IDS as readonly string[]).includes(section.id) ||
      RESERVED_PREFIXES.some((prefix) => section.id.startsWith(prefix))
    ) {
      say(
        `id ‘${section.id}’는 쪽이 스스로 쓰는 이름이다.`,
        `다른 이름을 쓴다. 쓸 수 없는 이름: ${RESERVED_SECTION_IDS.join(', ')}, ${RESERVED_PREFIXES.map((prefix) => `${prefix}…`).join(', ')}`,
      );
    }
    add(section.id, () => {
      say(`id ‘${section.id}’가 두 번 나온다.`, '서로 다른 id를 붙인다.');
    });
  }
  const rows = [
    ['budget', 'figure'],
    ['figures', 'figure'],
    ['events', 'event'],
    ['organisations', 'organisation'],
    ['instruments', 'instrument'],
    ['tables', 'table'],
    ['notes', 'note'],
  ] as const;
  for (const [list, kind] of rows) {
    data[list].forEach((row, index) => {
      add(anchor(kind, row.id), () => {
        at([list, index, 'id'], `${list}.${row.id}`, `id ‘${row.id}’가 두 번 나온다.`, '서로 다른 id를 붙인다.');
      });
      if (kind === 'note') seen.add(noteMarkAnchor(row.id));
    });
  }
  for (const [old, target] of Object.entries(data.anchorAliases)) {
    if (seen.has(old) || (RESERVED_SECTION_IDS as readonly string[]).includes(old))
      at(['anchorAliases', old], 'anchorAliases', `옛 id ‘${old}’가 지금도 쓰인다.`, '쓰이지 않는 옛 id만 적는다.');
    if (!seen.has(target) && !(GENERATED_SECTION_IDS as readonly string[]).includes(target))
      at(['anchorAliases', old], 'anchorAliases', `‘${target}’라는 자리가 이 사례에 없다.`, '지금 있는 제목의 id를 적는다.');
  }
  return seen;
}

function checkBacking(data: CaseData, body: CaseBody, at: At, report: Report): void {
  const unbacked = createBackingCheck(data);
  const fix = '앞머리의 figures, budget, events, tables 가운데 알맞은 곳에 그 사실을 쪽과 함께 적거나, 글을 고친다.';
  for (const { kind, text } of unbacked(data.summary))
    at(['summary'], 'summary', `요약의 ${kind} ‘${text}’을(를) 받쳐 주는 줄이 앞머리에 없다.`, fix);
  for (const paragraph of body.texts) {
    for (const { kind, text } of unbacked(paragraph.text))
      report(paragraph.line, '본문', `${kind} ‘${text}’을(를) 받쳐 주는 줄이 앞머리에 없다.`, fix);
  }
}

/** What only shows when all cases are read: one address, one run of pages, one alias each. */
function checkTogether(cases: readonly CheckedCase[], faults: Fault[]): void {
  const slugs = new Map(cases.map(({ file }) => [file.slug, file.file]));
  const aliases = new Map<string, string>();
  for (const { file, data } of cases) {
    for (const alias of data.aliases) {
      const owner = slugs.get(alias) ?? aliases.get(alias);
      if (owner !== undefined) {
        faults.push({
          file: file.file,
          line: file.source.lineAt(['aliases']),
          field: 'aliases',
          problem: `옛 주소 ‘${alias}’는 이미 ${owner}의 것이다.`,
          fix: '다른 사례가 쓰지 않는 옛 주소만 적는다.',
        });
      }
      aliases.set(alias, file.file);
    }
  }
  cases.forEach((one, index) => {
    const pages = parsePages(one.data.pages) ?? [];
    const other = cases
      .slice(0, index)
      .find((before) => before.data.casebook === one.data.casebook && pagesOverlap(parsePages(before.data.pages) ?? [], pages));
    if (other) {
      faults.push({
        file: one.file.file,
        line: one.file.source.lineAt(['pages']),
        field: 'pages',
        problem: `${String(one.data.pages)}쪽은 ${other.file.file}의 쪽(${String(other.data.pages)})과 겹친다.`,
        fix: '두 사례의 쪽을 사례집에서 다시 확인한다.',
      });
    }
  });
}

/** Slugs and old slugs of all cases, with the file that has them; files that did not pass keep their slug too. */
function addressOwners(files: readonly CaseFile[], cases: readonly CheckedCase[]): Map<string, string> {
  return new Map([
    ...cases.flatMap(({ file, data }) => data.aliases.map((alias) => [alias, file.file] as const)),
    ...files.map(({ slug, file }) => [slug, file] as const),
  ]);
}

/** Today as an ISO day in Korea, where the catalogue is kept. */
export function todayInKorea(now: Date): string {
  return new Date(now.getTime() + 9 * 3600 * 1000).toISOString().slice(0, 10);
}
