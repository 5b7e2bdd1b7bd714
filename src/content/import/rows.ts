/** Facts as the rows of a case file. What a person has to judge says `확인:`, in a field whose schema refuses it. */
import type { Vocabulary } from '../schema/vocabulary.ts';
import type { PageRange } from '../pages.ts';
import type { Draft } from './draft.ts';
import type { Fact, NamedFact } from './facts.ts';
import type { Item } from './outline.ts';
import { isSentence } from './labels.ts';
import type { FlatTable } from './tables.ts';

/** A row of front matter: its lines in order, as key and YAML scalar, and the line of the text that it comes from. */
export interface DraftRow {
  readonly id: string;
  readonly line: number;
  readonly fields: readonly (readonly [key: string, value: string])[];
}

export interface DraftRows {
  readonly budget: readonly DraftRow[];
  readonly figures: readonly DraftRow[];
  readonly events: readonly DraftRow[];
  readonly organisations: readonly DraftRow[];
  readonly instruments: readonly DraftRow[];
  readonly tables: readonly DraftRow[];
}

/** Marks what a person has still to judge; a value without it is taken as judged. */
export const TO_JUDGE = '확인:';

const UNIT_IDS: Readonly<Record<string, string>> = {
  ...{ 명: 'people', 인: 'people', 회: 'times', 강: 'lessons', 건: 'cases', 곳: 'places', 개소: 'places', 개월: 'months', '%': 'share' },
  ...{
    '㎡': 'area',
    '㎢': 'area',
    시간: 'hours',
    분: 'minutes',
    가구: 'households',
    세대: 'households',
    부: 'copies',
    배: 'times-as-many',
    팀: 'teams',
  },
};
const BUDGET = /예산|사업비|보조금|지원금|국비|시비|구비|도비|군비|자부담|재원|소요|투입|공사비|출자금|기금|지원액|지원/;
const KINDS: readonly (readonly [string, RegExp])[] = [
  ['목표', /목표|예정|계획|예상|전망|추정/],
  ['투입', /사업비|예산|투자|부지|연면적|건물|면적|규모|소요|출자/],
  ['성과', /성과|증가|상승|취업|매출|고용|달성|창출|절감|향상|유치|수상/],
  ['산출', /운영|개최|실시|참여|참석|교육|수강|제작|배부|배포|지원|횟수|실적|선정|시상|발굴|방문|상담|홍보|개발/],
];

/** Text that YAML takes as it stands; anything else is quoted. */
const PLAIN = /^[가-힣㈜A-Za-z](?:[가-힣㈜A-Za-z0-9 ,.()~·+㎡㎢/‘’“”「」『』〈〉、…]|[-](?=[가-힣A-Za-z0-9]))*$/;
export const scalar = (text: string): string =>
  PLAIN.test(text) && !text.endsWith(' ') && !/^(?:true|false|null|yes|no|on|off|y|n)$/i.test(text) ? text : JSON.stringify(text);
const judge = (text: string): string => JSON.stringify(`${TO_JUDGE} ${text}`.trim());

/** All rows of a draft, with ids that are unique within their kind; budget and figures share one space. */
export function layOut(draft: Draft, vocabulary: Pick<Vocabulary, 'kinds'>): DraftRows {
  const { facts } = draft;
  const figureId = createIds();
  const eventId = createIds();
  const organisationId = createIds();
  const instrumentId = createIds();
  const tableId = createIds();
  const isBudget = ({ item, label }: Fact<unknown>): boolean => BUDGET.test(`${item.key ?? ''} ${label}`);
  const amounts = facts.amounts.map((amount) => {
    const { item, label, fact } = amount;
    const fields = [['label', scalar(label)], ['value', String(fact.value)], ['unit', fact.unit], pageField(item)] as const;
    return isBudget(amount)
      ? {
          budget: true,
          row: row(figureId('amount'), item, [
            ...fields,
            ['headline', judge(`크게 보일 수면 몇 번째인지 1, 2처럼, 아니면 이 줄을 지운다 ${at(item)}`)],
          ]),
        }
      : { budget: false, row: row(figureId('amount'), item, [['kind', judge(`${guessKind(item, label)} ${at(item)}`)], ...fields]) };
  });
  const counts = facts.counts.map(({ item, label, fact }) =>
    row(figureId(UNIT_IDS[fact.unit] ?? (fact.unit.startsWith('개') ? 'items' : 'count')), item, [
      ['kind', judge(`${guessKind(item, label)} ${at(item)}`)],
      ['label', scalar(label)],
      ...(fact.value === undefined
        ? ([
            ['min', String(fact.min)],
            ['max', String(fact.max)],
          ] as const)
        : ([['value', String(fact.value)]] as const)),
      ['unit', scalar(fact.unit)],
      ...(fact.qualifier === undefined ? [] : ([['qualifier', fact.qualifier]] as const)),
      ...(fact.asOf === undefined ? [] : ([['asOf', JSON.stringify(fact.asOf)]] as const)),
      pageField(item),
    ]),
  );
  return {
    budget: amounts.filter(({ budget }) => budget).map((one) => one.row),
    figures: [...amounts.filter(({ budget }) => !budget).map((one) => one.row), ...counts],
    events: facts.events.map(({ item, label, fact }) =>
      row(eventId(`on-${fact.from}`), item, [
        ...(fact.to === undefined && fact.open === undefined
          ? ([['date', JSON.stringify(fact.from)]] as const)
          : ([
              ['start', JSON.stringify(fact.from)],
              ...(fact.to === undefined ? [] : ([['end', JSON.stringify(fact.to)]] as const)),
            ] as const)),
        ...(fact.vague === undefined ? [] : ([['dateText', judge(`${item.text.slice(fact.start, fact.end).trim()}처럼 적는다`)]] as const)),
        ['title', isSentence(label) ? judge(label) : scalar(label)],
        pageField(item),
        ['planned', judge(`${fact.planned ? 'true, 이미 한 일이면' : '예정이면 true, 아니면'} 이 줄을 지운다 ${at(item)}`)],
      ]),
    ),
    organisations: [
      ownRow(draft, organisationId),
      ...namedRows(
        facts.organisations.filter(({ fact }) => !isOwn(fact.name, draft)),
        organisationId,
        'organisation',
      ),
    ],
    instruments: facts.instruments.map(({ item, label, fact }) =>
      row(instrumentId('instrument'), item, [
        ['kind', judge(`${fact.kind ?? vocabulary.kinds.instrument[0]?.name ?? ''} ${at(item)}`)],
        ['name', scalar(fact.name)],
        ['role', judge(label === '' ? '무엇을 정했거나 했는지' : `‘${label}’에 나온다`)],
        pageField(item),
      ]),
    ),
    tables: draft.tables.map((table) => tableRow(table, tableId('table'))),
  };
}

function createIds(): (base: string) => string {
  const counts = new Map<string, number>();
  return (base) => {
    const count = (counts.get(base) ?? 0) + 1;
    counts.set(base, count);
    return count === 1 ? base : `${base}-n${String(count)}`;
  };
}

const row = (id: string, { line }: { line: number }, fields: DraftRow['fields']): DraftRow => ({ id, line, fields });
const at = ({ line }: { line: number }): string => `(원문 ${String(line)}줄)`;

function pageField({ pages }: { pages: PageRange | undefined }): readonly [string, string] {
  return ['page', formatPage(pages)];
}

/** 173, or what is known of it for a person to look up. */
export function formatPage(pages: PageRange | undefined): string {
  if (pages === undefined) return judge('쪽');
  return pages.first === pages.last ? String(pages.first) : judge(`${String(pages.first)}-${String(pages.last)}쪽 가운데`);
}

function guessKind(item: Item, label: string): string {
  const near = `${item.key ?? ''} ${label} ${item.text.length < 80 ? item.text : ''}`;
  return KINDS.find(([, pattern]) => pattern.test(near))?.[0] ?? '현황';
}

const isOwn = (name: string, { place }: Draft): boolean =>
  [
    place.municipality,
    `${place.municipality}청`,
    `${place.province} ${place.municipality}`,
    `${place.province.slice(0, 2)}${place.municipality}청`,
  ].includes(name);

function ownRow({ place, items }: Draft, takeId: (base: string) => string): DraftRow {
  const first = items[0] ?? { line: 1, pages: undefined };
  return row(takeId('municipality'), first, [
    ['name', scalar(`${place.province} ${place.municipality}`)],
    ['kind', '지방자치단체'],
    ['part', '주관'],
    ['role', judge('무엇을 했는지')],
    pageField(first),
  ]);
}

const PARTS: readonly (readonly [string, RegExp])[] = [
  ['협약', /협약/],
  ['주관', /주최|주관|추진주체/],
  ['위탁', /위탁|수탁|운영주체/],
  ['홍보', /보도|방송|신문|홍보/],
  ['지원', /지원|후원|보조/],
  ['참여', /참여|참석|참가/],
  ['교류', /벤치마킹|견학|방문/],
];

function namedRows(facts: readonly Fact<NamedFact>[], takeId: (base: string) => string, base: string): DraftRow[] {
  return facts.map(({ item, label, fact }) => {
    const part = PARTS.find(([, pattern]) => pattern.test(`${item.key ?? ''} ${item.text.slice(0, 60)}`))?.[0] ?? '소개';
    return row(takeId(base), item, [
      ['name', scalar(fact.name)],
      ['kind', judge(fact.kind ?? '조직 유형')],
      ['part', judge(`${part} ${at(item)}`)],
      ['role', judge(label === '' ? '무엇을 했는지' : `‘${label}’에 나온다`)],
      pageField(item),
    ]);
  });
}

function tableRow(table: FlatTable, id: string): DraftRow {
  const lines = table.rows.map((cells, index) => {
    // A row that could not be cut is left short, which the check refuses as well.
    const known = table.unclear.includes(index) ? cells.filter((cell) => cell !== '') : cells;
    return `      | ${table.unclear.includes(index) ? `${TO_JUDGE} ` : ''}${known.join(' | ')} |`;
  });
  return row(id, { line: table.first }, [
    ['caption', judge(`표 이름 (원문 ${String(table.first)}-${String(table.last)}줄)`)],
    pageField(table),
    ...(table.unit === undefined ? [] : ([['unit', scalar(table.unit)]] as const)),
    ['columns', `[${table.columns.map((name) => JSON.stringify(name)).join(', ')}]`],
    ['rows', `|\n${lines.join('\n')}`],
    ['total', judge('합계 줄이나 열이 있으면 적고, 없으면 이 줄을 지운다')],
  ]);
}
