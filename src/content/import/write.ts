/** A draft as the text of a case file. */
import type { Vocabulary } from '../schema/vocabulary.ts';
import { parsePages } from '../pages.ts';
import type { Draft } from './draft.ts';
import { formatPage, layOut, scalar, TO_JUDGE, type DraftRow, type DraftRows } from './rows.ts';
import { readSections, type Section } from './sections.ts';

/** How the line of a section calls each kind of row. */
const KINDS: readonly (readonly [keyof DraftRows, string])[] = [
  ['events', '날짜'],
  ['budget', '예산'],
  ['figures', '수치'],
  ['organisations', '조직'],
  ['instruments', '제도·사업'],
];

/** A longer quotation is a sentence, and no name. */
const LONGEST_NAME = 30;

/**
 * The whole file: front matter with every row found, and sections that list what stands in them. It holds no sentence of the book.
 * @param today ISO day on which the page is meant to appear
 */
export function writeDraft(draft: Draft, vocabulary: Pick<Vocabulary, 'kinds'>, today: string): string {
  const rows = layOut(draft, vocabulary);
  const { cover, place, book, facts } = draft;
  const judge = (text: string): string => JSON.stringify(`${TO_JUDGE} ${text}`);
  // Of a part that mixes sectors, the cover says which.
  const sector = book.sector.length === 1 ? book.sector[0] : book.sector.find((name) => name === cover.sector);
  const front = [
    `title: ${cover.title === undefined ? judge('사례명을 적힌 대로') : scalar(cover.title)}`,
    `province: ${place.province}`,
    `municipality: ${place.municipality}`,
    `tier: ${place.tier}`,
    `sector: ${sector ?? judge(book.sector.join(', '))}`,
    ...(cover.sector !== undefined && !book.sector.includes(cover.sector) ? [`sectorAsTicked: ${cover.sector}`] : []),
    'pledges:',
    ...(cover.pledges.length === 0
      ? [`  - text: ${judge('관련공약을 적힌 대로')}`]
      : cover.pledges.flatMap(({ text, code }) => [
          `  - text: ${scalar(text)}`,
          ...(code === undefined ? [] : [`    code: ${JSON.stringify(code)}`]),
        ])),
    `casebook: ${book.id}`,
    `pages: ${draft.pages}`,
    `summary: ${judge('두세 문장. 누가 무엇을 왜 했고 얼마가 들었는지')}`,
    'topics:',
    ...(draft.topics.length === 0 ? [`  - ${judge('주제어')}`] : draft.topics.map((name) => `  - ${judge(name)}`)),
    '',
    `published: "${today}"`,
    ...formatPeriod(facts.period),
    ...(['budget', 'figures', 'events', 'organisations', 'instruments', 'tables'] as const).flatMap((list) => formatList(list, rows[list])),
  ];
  return `---\n${front.join('\n')}\n---\n\n${writeBody(draft, rows)}`;
}

function formatPeriod(period: Draft['facts']['period']): string[] {
  if (period === undefined) return [];
  const { fact, item } = period;
  const end =
    fact.to === undefined
      ? `  ongoing: ${JSON.stringify(`${TO_JUDGE} 이어지는 사업이면 true, 아니면 이 줄 대신 end`)}`
      : `  end: ${JSON.stringify(fact.to)}`;
  return ['', 'period:', `  start: ${JSON.stringify(fact.from)}`, end, `  page: ${formatPage(item.pages)}`];
}

function formatList(list: keyof DraftRows, rows: readonly DraftRow[]): string[] {
  if (rows.length === 0) return [];
  return ['', `${list}:`, ...rows.flatMap(({ id, fields }) => [`  - id: ${id}`, ...fields.map(([key, value]) => `    ${key}: ${value}`)])];
}

function writeBody(draft: Draft, rows: DraftRows): string {
  const sections = readSections(draft.items, parsePages(draft.pages)?.[0] ?? { first: 0, last: 0 });
  return sections
    .map((section, index) => {
      const begin = index === 0 ? 0 : section.line;
      const end = sections[index + 1]?.line ?? Infinity;
      const inside = <T extends { line: number }>(list: readonly T[]): T[] => list.filter(({ line }) => line >= begin && line < end);
      const listed = KINDS.flatMap(([list, word]) => {
        const ids = inside(rows[list]).map(({ id }) => id);
        return ids.length === 0 ? [] : [`${word} ${ids.join(', ')}`];
      });
      const quoted = draft.facts.quoted
        .filter(({ item, fact }) => item.line >= begin && item.line < end && fact.length < LONGEST_NAME)
        .map(({ fact }) => `‘${fact.replaceAll(/[<>{}[\]*_~`|\\]/g, ' ')}’`);
      if (quoted.length > 0) listed.push(`이름 ${quoted.join(', ')}`);
      const tables = inside(rows.tables).map(({ id }) => `<Table id="${id}" />\n\n`);
      // A quotation is refused in a case, so the check names the line until a person has written the section.
      return `${heading(section)}\n\n> ${TO_JUDGE} ${listed.length === 0 ? '이 부분을 쓴다.' : `${listed.join('; ')}.`}\n\n${tables.join('')}`;
    })
    .join('');
}

function heading({ depth, title, id, pages }: Section): string {
  const said =
    pages === undefined ? TO_JUDGE : pages.first === pages.last ? String(pages.first) : `${String(pages.first)}-${String(pages.last)}`;
  return `${'#'.repeat(depth)} ${title} [#${id}, ${said}${pages === undefined ? ' ' : ''}쪽]`;
}
