/**
 * The content check: every fault of every case file at once, as plain data. It never prints; `report.ts` does.
 * The build runs it first, so a bad file never becomes a page.
 */
import type { z } from 'zod';
import { formatNumber } from '../../korean/amounts.ts';
import { parsePartialDate } from '../../korean/calendar.ts';
import { nearest } from '../../korean/nearest.ts';
import { withParticle } from '../../korean/particle.ts';
import { anchor, GENERATED_SECTION_IDS, noteMarkAnchor, RESERVED_PREFIXES, RESERVED_SECTION_IDS } from '../anchors.ts';
import { createBackingCheck } from './backing.ts';
import { parseBody, type CaseBody } from '../prose.ts';
import type { CaseFile, Content } from '../read.ts';
import { checkDepartures } from '../schema/departures.ts';
import { headlineRows } from '../../case/display.ts';
import { explainIssues, listed, suggest } from '../explain.ts';
import { formatPages, type PageRange, pagesOverlap, pagesWithin, parsePages } from '../pages.ts';
import { createCaseSchema, NOTE_PLACES, type CaseData, type CaseSchema } from '../schema/case.ts';
import { cellNumber, findTotalMismatches, parseRow, parseRows } from '../tables.ts';
import type { CaseSource } from '../source.ts';
import { idPattern, type Vocabulary } from '../schema/vocabulary.ts';

/** One thing that is wrong, and what to write instead. */
export interface Fault {
  file: string;
  /** 1-based. */
  line: number;
  /** `topics.2`, `tables.programmes.rows`; `앞머리` or `본문` for what has no field, `파일` for the file as a whole. */
  field: string;
  /** What is wrong, a whole sentence. */
  problem: string;
  /** What to do, a whole sentence. */
  fix: string;
}

/** A case that was read far enough to be held against the others. */
interface CheckedCase {
  file: CaseFile;
  /** Through the schema; only a part of it when the case has faults. */
  data: CaseData;
  anchors: Set<string>;
}

/** Checks all content; see `readChecked`. */
export function checkContent(content: Content, today: string): Fault[] {
  return readChecked(content, today).faults;
}

/**
 * Checks all content and gives what it read on the way: every case, when there is no fault.
 * @param today ISO day; changes and publication must not lie after it
 */
export function readChecked(content: Content, today: string): { faults: Fault[]; cases: CheckedCase[] } {
  const faults: Fault[] = [];
  for (const name of content.strays) {
    faults.push({
      file: `content/cases/${name}`,
      line: 1,
      field: '파일',
      problem: '사례 파일이 아니다.',
      fix: '사례면 이름을 소문자 ‘.mdx’로 끝나게 바꾸고, 아니면 이 폴더에서 옮긴다.',
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
  faults.sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line));
  return { faults, cases: checked };
}

function checkFile(file: CaseFile, schema: CaseSchema, vocabulary: Vocabulary, today: string, faults: Fault[]): CheckedCase | undefined {
  const report = (line: number, field: string, problem: string, fix: string) => faults.push({ file: file.file, line, field, problem, fix });

  checkCharacters(file, report);
  if (!idPattern.test(file.slug)) {
    report(
      1,
      '파일',
      `파일 이름 ‘${file.slug}.mdx’: 주소로 쓸 수 없다.`,
      '소문자 영문으로 시작하고 소문자 영문, 숫자, 붙임표(-)로만 짓는다. 보기: busan-yeonje.mdx',
    );
  }
  for (const { line, problem, fix } of file.source.problems)
    report(line, '앞머리', problem, `${fix} 앞머리의 나머지는 고친 뒤에 검사한다.`);

  const body = parseBody(file.source.body, file.source.bodyLine);
  for (const { line, problem, fix } of body.problems) report(line, '본문', problem, fix);
  if (file.source.problems.length > 0) return undefined;

  const result = schema.safeParse(file.source.data);
  for (const { line, field, problem, fix } of explainIssues(result.error?.issues ?? [], file.source, schema))
    report(line, field, problem, fix);
  const rest = result.success ? undefined : salvage(file.source, result.error.issues, schema);
  const data = result.data ?? rest?.data;
  if (data === undefined) return undefined;
  const at: At = (path, field, problem, fix) => {
    report(rest?.lineAt(path) ?? file.source.lineAt(path), field, problem, fix);
  };
  checkPlace(file, data, vocabulary, at);
  checkPages(data, body, vocabulary, at, report);
  checkAmounts(data, at);
  checkTime(data, today, at);
  checkTables(data, at);
  const anchors = checkAnchors(data, body, at, report);
  // What follows compares rows with one another and with the prose: with a part unread it would accuse the innocent.
  if (!result.success || !body.readable) return { file, data, anchors };
  checkRepeats(data, at);
  checkUpdated(data, at);
  checkHeadlines(data, at);
  checkPlacing(data, body, at, report);
  checkNotes(data, body, at, report);
  checkAnchorAliases(data, anchors, at);
  checkBacking(file, data, body, report);
  return { file, data, anchors };
}

const INVISIBLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u200b\u2028\u2029]/;
/** Bold, strikethrough, tags and links: data is shown as it is written. */
const MARKUP = /\*\*|~~|<\/?[A-Za-z][^>]*>?|\]\((?=https?:|[/#])/;

/** Signs that a file was saved or pasted in a way that breaks it without showing. */
function checkCharacters({ text, source }: CaseFile, report: Report): void {
  if (text.startsWith('\ufeff'))
    report(1, '파일', '파일 맨 앞에 보이지 않는 글자(BOM)가 있다.', '편집기에서 ‘UTF-8(BOM 없음)’으로 다시 저장한다.');
  const lines = text.split('\n');
  const tell = (wrong: (line: string) => boolean, problem: string, fix: string) => {
    const found = lines.flatMap((line, index) => (wrong(line) ? [index + 1] : []));
    const [first, ...others] = found;
    if (first === undefined) return;
    const also = others.length === 0 ? '' : ` 이런 줄이 모두 ${String(found.length)}개다: ${listed(found.map(String))}`;
    report(first, '글자', problem + also, fix);
  };
  tell(
    (line) => line !== line.normalize('NFC'),
    '한글이 자모로 풀려 있다(NFD).',
    '이 줄을 지우고 다시 입력한다. macOS의 파일 이름에서 옮겨 붙이면 이렇게 된다.',
  );
  tell(
    (line) => line.includes('\ufffd'),
    '읽을 수 없는 글자가 있다. 파일이 UTF-8이 아닐 수 있다.',
    '편집기에서 파일을 ‘UTF-8’로 다시 저장하고 깨진 글자를 고친다.',
  );
  tell((line) => INVISIBLE.test(line), '보이지 않는 글자가 섞여 있다.', '이 줄을 지우고 다시 입력한다.');
  lines.slice(0, source.bodyLine - 1).forEach((line, index) => {
    const markup = MARKUP.exec(line)?.[0];
    if (markup === undefined) return;
    report(
      index + 1,
      '앞머리',
      `‘${markup}’: 앞머리의 글에는 꾸미는 표시를 쓸 수 없다.`,
      '앞머리의 글은 적힌 그대로 보인다. 표시를 지운다.',
    );
  });
}

/**
 * What is left when everything that has an issue is taken out: unknown keys, rows, optional fields. No data when the
 * rest is no case either, because something that every case needs is wrong. `lineAt` finds the remaining rows in the file.
 */
function salvage(
  source: CaseSource,
  issues: readonly z.core.$ZodIssue[],
  schema: CaseSchema,
): { data: CaseData | undefined } & Pick<CaseSource, 'lineAt'> {
  const rest: Record<string, unknown> = { ...(source.data as object) };
  const badRows = new Map<string, Set<number>>();
  for (const issue of issues) {
    const [key, index] = issue.path;
    if (key === undefined && issue.code === 'unrecognized_keys') for (const one of issue.keys) Reflect.deleteProperty(rest, one);
    else if (typeof key === 'string' && typeof index === 'number') badRows.set(key, (badRows.get(key) ?? new Set()).add(index));
    else if (typeof key === 'string') Reflect.deleteProperty(rest, key);
  }
  const kept = new Map<PropertyKey, number[]>();
  for (const [key, bad] of badRows) {
    const rows = rest[key];
    if (!Array.isArray(rows)) continue;
    rest[key] = rows.filter((_, index) => !bad.has(index));
    kept.set(
      key,
      rows.map((_, index) => index).filter((index) => !bad.has(index)),
    );
  }
  return {
    data: schema.safeParse(rest).data,
    lineAt: ([list = '', index, ...path]) => {
      const original = typeof index === 'number' ? (kept.get(list)?.[index] ?? index) : index;
      return source.lineAt(original === undefined ? [list] : [list, original, ...path]);
    },
  };
}

type At = (path: readonly PropertyKey[], field: string, problem: string, fix: string) => void;
type Report = (line: number, field: string, problem: string, fix: string) => void;

function checkPlace(file: CaseFile, data: CaseData, { places, sectors }: Vocabulary, at: At): void {
  const province = places.find((place) => place.name === data.province);
  const municipality = province?.municipalities.find((one) => one.name === data.municipality);
  if (!province || !municipality) {
    const accepted = (province?.municipalities ?? []).map((one) => one.name);
    at(
      ['municipality'],
      'municipality',
      `‘${data.municipality}’: ${data.province}에 없는 지자체다.`,
      suggest(nearest(data.municipality, accepted), '말', accepted),
    );
    return;
  }
  const slug = `${province.id}-${municipality.id}`;
  const sector = sectors.find((one) => one.name === data.sector)?.id ?? '';
  if (idPattern.test(file.slug) && file.slug !== slug && !new RegExp(`^${slug}-\\d{4}-${sector}$`).test(file.slug)) {
    at(
      ['municipality'],
      '파일',
      `파일 이름 ‘${file.slug}.mdx’: 지자체(${data.province} ${data.municipality})와 맞지 않는다.`,
      `파일 이름을 ‘${slug}.mdx’로 바꾼다. 같은 지자체의 다른 사례면 ‘${slug}-2018-${sector}.mdx’처럼 해와 분야를 붙인다.`,
    );
  }
  if (data.sectorAsTicked === data.sector) {
    at(['sectorAsTicked'], 'sectorAsTicked', 'sectorAsTicked가 sector와 같다.', '표지와 목차의 분야가 다를 때만 적는다. 이 줄을 지운다.');
  }
}

function checkPages(data: CaseData, body: CaseBody, { casebooks }: Vocabulary, at: At, report: Report): void {
  const own = parsePages(data.pages) ?? [];
  const book = casebooks.find((one) => one.id === data.casebook)?.pages ?? '';
  if (!pagesWithin(own, parsePages(book) ?? [])) {
    at(
      ['pages'],
      'pages',
      `${formatPages(data.pages)}쪽은 사례집의 이 부분(${formatPages(book)}쪽) 밖이다.`,
      '쪽 번호를 사례집에서 다시 확인한다.',
    );
    return;
  }
  const check = (value: string | number, tell: (problem: string, fix: string) => void) => {
    const pages = parsePages(value);
    if (!pages) tell(`쪽 ‘${String(value)}’: 꼴이 다르다.`, '‘173쪽’, ‘173-174쪽’, ‘173, 176-177쪽’처럼 적는다.');
    else if (!pagesWithin(pages, own))
      tell(`${formatPages(value)}쪽은 이 사례의 쪽(${formatPages(data.pages)}) 밖이다.`, '쪽 번호를 사례집에서 다시 확인한다.');
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
  for (const list of ['budget', 'figures'] as const) {
    data[list].forEach((row, index) => {
      const path = [list, index];
      const field = `${list}.${row.id}`;
      const ranged = row.min !== undefined || row.max !== undefined;
      if ((row.value === undefined) === !ranged) {
        at(
          row.value === undefined ? path : [...path, 'value'],
          field,
          row.value === undefined ? '값이 없다.' : 'value와 min/max가 함께 있다.',
          '한 수면 value, 범위면 min과 max를 적는다.',
        );
      } else if (row.min !== undefined && row.max !== undefined && row.min > row.max) {
        at([...path, 'min'], field, 'min이 max보다 크다.', '두 수를 바꾸어 적는다.');
      }
    });
  }
}

function checkHeadlines(data: CaseData, at: At): void {
  const headlines = headlineRows(data).length;
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
    const fix = '하루나 한 달이면 date, 기간이면 start와 end(열려 있으면 start만)를 적는다.';
    if (event.date === undefined && event.start === undefined) at(['events', index], field, '때(date나 start)가 없다.', fix);
    else if (event.date !== undefined && (event.start !== undefined || event.end !== undefined))
      at(['events', index, event.start === undefined ? 'end' : 'start'], field, 'date와 start나 end가 함께 있다.', fix);
    const parts = parsePartialDate(event.date ?? event.start ?? '');
    for (const [unit, part] of [
      ['년', parts?.year],
      ['월', parts?.month],
    ] as const) {
      const said = new RegExp(`(\\d+)${unit}`).exec(event.dateText ?? '')?.[1];
      if (said !== undefined && part !== undefined && Number(said) !== part)
        at(
          ['events', index, 'dateText'],
          `${field}.dateText`,
          `‘${said}${unit}’: date나 start에 적은 ${String(part)}${unit}과 다르다.`,
          '둘 가운데 틀린 쪽을 사례집대로 고친다.',
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
      at(['changes', index, 'date'], `changes.${String(index + 1)}.date`, `고친 날이 오늘(${today})보다 뒤다.`, '실제로 고친 날을 적는다.');
    if (change.date < data.published)
      at(
        ['changes', index, 'date'],
        `changes.${String(index + 1)}.date`,
        '고친 날이 처음 펴낸 날보다 이르다.',
        'published나 date를 다시 확인한다.',
      );
  });
}

function checkUpdated(data: CaseData, at: At): void {
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

function checkTables(data: CaseData, at: At): void {
  data.tables.forEach((table, index) => {
    const path = ['tables', index];
    const field = `tables.${table.id}`;
    const width = table.columns.length;
    const rows = parseRows(table.rows);
    rows.forEach((row, number) => {
      if (row.length === width) return;
      at(
        [...path, 'rows', number],
        `${field}.rows`,
        `표의 ${String(number + 1)}번째 줄은 칸이 ${String(row.length)}개인데 열은 ${String(width)}개다.`,
        `‘| ${row.join(' | ')} |’의 칸을 ${String(width)}개로 맞춘다. 빈칸은 -로 적는다.`,
      );
    });
    const { total, chart } = table;
    const needColumn = (name: string, ...keys: string[]) => {
      if (table.columns.includes(name)) return;
      at(
        [...path, ...keys],
        `${field}.${keys.join('.')}`,
        `‘${name}’: 이 표에 없는 열이다.`,
        suggest(nearest(name, table.columns), '열', table.columns),
      );
    };
    if (total) {
      if (total.row === undefined && total.column === undefined)
        at([...path, 'total'], `${field}.total`, 'total에 row도 column도 없다.', '합계 줄이면 row, 합계 열이면 column을 적는다.');
      const cells = total.row === undefined ? undefined : parseRow(total.row).length;
      if (cells !== undefined && cells !== width)
        at(
          [...path, 'total', 'row'],
          `${field}.total.row`,
          `합계 줄은 칸이 ${String(cells)}개인데 열은 ${String(width)}개다.`,
          `칸을 ${String(width)}개로 맞춘다. 빈칸은 -로 적는다.`,
        );
      if (total.column !== undefined) needColumn(total.column, 'total', 'column');
      for (const name of total.of ?? []) needColumn(name, 'total', 'of');
      const mismatches = findTotalMismatches(table);
      if (total.note === undefined) {
        for (const one of mismatches) {
          at(
            [...path, 'total', ...(one.direction === '세로' ? ['row'] : ['column'])],
            `${field}.total`,
            `${one.direction} 합계가 맞지 않는다. ‘${one.where}’에 ${withParticle(formatNumber(one.printed), '이라')}고 적혀 있으나, 더하면 ${formatNumber(one.computed)}이다.`,
            '옮기다 틀렸다면 고친다. 원문이 그렇다면 notes에 메모를 적고 total.note에 그 메모의 id를 적는다.',
          );
        }
      } else {
        const known = data.notes.map((note) => note.id);
        if (!known.includes(total.note))
          at(
            [...path, 'total', 'note'],
            `${field}.total.note`,
            `‘${total.note}’: notes에 없는 메모다.`,
            suggest(nearest(total.note, known), 'id', known),
          );
        if (mismatches.length === 0)
          at([...path, 'total', 'note'], `${field}.total.note`, '합계가 맞는데 total.note가 있다.', 'note 줄을 지운다.');
      }
    }
    if (chart) {
      needColumn(chart.label, 'chart', 'label');
      for (const name of chart.values) {
        needColumn(name, 'chart', 'values');
        const column = table.columns.indexOf(name);
        const bad = rows.find((row) => row[column] !== '-' && cellNumber(row[column] ?? '') === undefined);
        if (column >= 0 && bad)
          at(
            [...path, 'chart', 'values'],
            `${field}.chart.values`,
            `그릴 열 ‘${name}’에 수가 아닌 칸 ‘${bad[column] ?? ''}’이 있다.`,
            '수만 있는 열을 고르거나 그 칸을 -로 적는다.',
          );
      }
    }
  });
}

/** Every table of the front matter stands once in the prose, and the prose names no other. */
function checkPlacing(data: CaseData, body: CaseBody, at: At, report: Report): void {
  const meant = checkTags(body, 'Table', data.tables, report);
  data.tables.forEach((table, index) => {
    const [first, ...again] = body.tags.filter((tag) => tag.name === 'Table' && tag.id === table.id);
    const fix = `본문의 알맞은 자리에 <Table id="${table.id}" />를 한 번만 둔다.`;
    if (first === undefined && !meant.has(table.id)) at(['tables', index], `tables.${table.id}`, '표가 본문에 놓이지 않았다.', fix);
    for (const tag of again) report(tag.line, '본문', `표 ‘${table.id}’: 본문에 두 번 놓였다.`, fix);
  });
}

/** Refuses tags with an unknown id. Returns the ids that were probably meant, so that they are not missed as well. */
function checkTags(body: CaseBody, name: 'Table' | 'Note', rows: readonly { id: string }[], report: Report): Set<string> {
  const known = rows.map(({ id }) => id);
  const meantIds = new Set<string>();
  for (const tag of body.tags) {
    if (tag.name !== name || known.includes(tag.id)) continue;
    const meant = nearest(tag.id, known);
    if (meant !== undefined) meantIds.add(meant);
    report(
      tag.line,
      '본문',
      `<${name} id="${tag.id}" />: 앞머리에 그런 ${name === 'Table' ? '표가' : '메모가'} 없다.`,
      suggest(meant, 'id', known),
    );
  }
  return meantIds;
}

function checkNotes(data: CaseData, body: CaseBody, at: At, report: Report): void {
  const places = noteTargets(data);
  const meant = checkTags(body, 'Note', data.notes, report);
  data.notes.forEach((note, index) => {
    const path = ['notes', index];
    const field = `notes.${note.id}`;
    const fix = `본문에 <Note id="${note.id}" />를 한 번 두거나, 본문 밖이면 ‘at: sector’처럼 자리를 적는다. 둘 가운데 하나만 한다.`;
    const [first, ...again] = body.tags.filter((tag) => tag.name === 'Note' && tag.id === note.id);
    if (note.at !== undefined && !places.includes(note.at)) {
      const shown = [...NOTE_PLACES, ...['table', 'figure', 'event', 'organisation', 'instrument'].map((kind) => `${kind}:그 id`)];
      at([...path, 'at'], `${field}.at`, `‘${note.at}’: 이 사례에 없는 자리다.`, suggest(nearest(note.at, places), '자리', shown));
    }
    if (first === undefined && note.at === undefined && !meant.has(note.id)) at(path, field, '메모가 걸린 자리가 없다.', fix);
    if (first !== undefined && note.at !== undefined) at([...path, 'at'], `${field}.at`, '메모가 본문과 at의 두 곳에 걸려 있다.', fix);
    for (const tag of again) report(tag.line, '본문', `메모 ‘${note.id}’: 본문의 두 곳에 걸려 있다.`, fix);
  });
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
      say(`id ‘${section.id}’: 꼴이 다르다.`, '소문자 영문으로 시작하고 소문자 영문, 숫자, 붙임표로만 적는다.');
    if (
      (RESERVED_SECTION_IDS as readonly string[]).includes(section.id) ||
      RESERVED_PREFIXES.some((prefix) => section.id.startsWith(prefix))
    ) {
      say(
        `id ‘${section.id}’: 쪽이 스스로 쓰는 이름이다.`,
        `다른 이름을 쓴다. 쓸 수 없는 이름: ${RESERVED_SECTION_IDS.join(', ')}, ${RESERVED_PREFIXES.map((prefix) => `${prefix}…`).join(', ')}`,
      );
    }
    add(section.id, () => {
      say(`id ‘${section.id}’: 두 번 나온다.`, '서로 다른 id를 붙인다.');
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
        at([list, index, 'id'], `${list}.${row.id}`, `id ‘${row.id}’: 두 번 나온다.`, '서로 다른 id를 붙인다.');
      });
      if (kind === 'note') seen.add(noteMarkAnchor(row.id));
    });
  }
  return seen;
}

function checkAnchorAliases(data: CaseData, anchors: ReadonlySet<string>, at: At): void {
  for (const [old, target] of Object.entries(data.anchorAliases)) {
    if (anchors.has(old) || (RESERVED_SECTION_IDS as readonly string[]).includes(old))
      at(['anchorAliases', old], 'anchorAliases', `옛 id ‘${old}’: 지금도 쓰이는 id다.`, '이제 쓰지 않는 옛 id만 적는다.');
    if (!anchors.has(target) && !(GENERATED_SECTION_IDS as readonly string[]).includes(target)) {
      const known = [...anchors];
      at(['anchorAliases', old], 'anchorAliases', `‘${target}’: 이 사례에 없는 자리다.`, suggest(nearest(target, known), '자리', known));
    }
  }
}

/** Lists in which nothing may stand twice. */
function checkRepeats(data: CaseData, at: At): void {
  for (const list of ['topics', 'aliases'] as const) {
    data[list].forEach((value, index) => {
      if (data[list].indexOf(value) !== index) at([list, index], list, `‘${value}’: 두 번 적혀 있다.`, '한 줄을 지운다.');
    });
  }
}

function checkBacking(file: CaseFile, data: CaseData, body: CaseBody, report: Report): void {
  const unbacked = createBackingCheck(data);
  const lines = file.text.split('\n');
  /** A paragraph or summary may run over several lines: tells the one that holds the claim, or the first. */
  const check = (field: string, text: string, linesOf: () => readonly [first: number, last: number]) => {
    for (const { kind, text: claim } of unbacked(text)) {
      const [first, last] = linesOf();
      const offset = lines.slice(first - 1, last).findIndex((line) => line.includes(claim));
      report(
        first + Math.max(offset, 0),
        field,
        `${kind} ‘${claim}’: 받쳐 주는 줄이 앞머리에 없다.`,
        '앞머리의 figures, budget, events, tables 가운데 알맞은 곳에 이 사실을 쪽과 함께 적거나, 글을 고친다.',
      );
    }
  };
  check('summary', data.summary, () => {
    const start = file.source.lineAt(['summary']);
    return [start, lines.findIndex((line, index) => index >= start && /^\S/.test(line))];
  });
  for (const { text, line } of body.texts) check('본문', text, () => [line, line + text.split('\n').length - 1]);
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
          problem: `옛 주소 ‘${alias}’: 이미 ${owner}의 것이다.`,
          fix: '다른 사례가 쓰지 않는 옛 주소만 적는다.',
        });
      }
      aliases.set(alias, file.file);
    }
  }
  const byBook = new Map<string, { one: CheckedCase; pages: PageRange[] }[]>();
  for (const one of cases) {
    const pages = parsePages(one.data.pages) ?? [];
    const before = byBook.get(one.data.casebook) ?? [];
    byBook.set(one.data.casebook, before);
    const other = before.find((earlier) => pagesOverlap(earlier.pages, pages))?.one;
    before.push({ one, pages });
    if (other) {
      faults.push({
        file: one.file.file,
        line: one.file.source.lineAt(['pages']),
        field: 'pages',
        problem: `${String(one.data.pages)}쪽은 ${other.file.file}의 쪽(${String(other.data.pages)})과 겹친다.`,
        fix: '두 사례의 쪽을 사례집에서 다시 확인한다.',
      });
    }
  }
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
