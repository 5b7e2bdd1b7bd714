/**
 * The shape of a case file's front matter: the only place that says what a case is.
 * Types, the content check, the editing guide and the published JSON Schema all come from here.
 * Keys are English, values Korean; every object is strict, so a misspelt key is an error.
 */
import { z } from 'zod';
import { parsePages } from '../pages.ts';
import { date, day } from './date.ts';
import { inForms } from './forms.ts';
import { idPattern } from './fields.ts';
import type { Vocabulary } from './vocabulary.ts';

const text = (what: string) =>
  z
    .string({ error: `${what}: 문자열로 적으세요. 수는 큰따옴표로 감싸세요.` })
    .trim()
    .min(1, { error: `${what}: 값을 적거나, 적을 것이 없으면 이 행을 지우세요.` });

const ID_SHAPE = '소문자 영문으로 시작하고 소문자 영문, 숫자, 붙임표(-)로만 적으세요. 예시: ';
const idLike = (example: string) => z.string({ error: ID_SHAPE + example }).regex(idPattern, { error: ID_SHAPE + example });
const rowId = idLike('opening-day');

const PAGE_SHAPE = '쪽은 173처럼 수로, 여러 쪽이면 "174-175"처럼 적으세요.';
const page = z.union([z.int({ error: PAGE_SHAPE }), z.string()], { error: PAGE_SHAPE }).refine((value) => parsePages(value) !== undefined, {
  error: '쪽의 형식이 다릅니다. 173, "174-175", "173, 176-177"처럼 적으세요.',
});

const number = z.number({ error: '수는 쉼표와 따옴표 없이 적으세요. 예시: 70000' });
const list = <T extends z.ZodType>(item: T, what: string) =>
  z.array(item, { error: `${what}: 목록으로 적으세요. 행마다 ‘- ’로 시작합니다.` });

/** One of a closed list, anything while the list is not known; the check adds the nearest accepted value. */
const oneOf = (names: readonly string[] | undefined, what: string) =>
  z.string({ error: `${what}: 문자열로 적으세요.` }).refine((value) => names?.includes(value) ?? true, {
    error: `${what}: 정해진 값이 아닙니다.`,
    params: { accepted: names },
  });

const HEADLINE = 'headline: 맨 위에 몇 번째로 보일지 1, 2처럼 수로 적으세요. 보이지 않을 수이면 이 행을 지우세요.';
const QUALIFIERS = ['약', '여', '이상', '이하', '이내', '미만', '초과'] as const;

const amount = {
  /** What is counted, complete enough to stand alone in a list. */
  label: text('label'),
  value: number.optional(),
  /** Lower end of a range (`10~15분`). */
  min: number.optional(),
  max: number.optional(),
  /** As printed: `천원`, `명`, `㎡`, `%`. */
  unit: text('unit'),
  qualifier: z.enum(QUALIFIERS, { error: `qualifier: ${QUALIFIERS.join(', ')} 가운데 하나로 적으세요.` }).optional(),
  /** The time the number speaks of. */
  asOf: date.optional(),
  page,
  /** Its place among the three to six amounts on top of the page, from 1: the order in which a reader should meet them. */
  headline: z.int(HEADLINE).min(1, HEADLINE).optional(),
  note: text('note').optional(),
};

/** Id of the budget row that an amount of money is a part of; parts of one whole exclude each other. The check adds them up. */
const partOf = rowId.optional();

const rowOfAmount = <Row extends z.ZodObject>(row: Row) =>
  inForms(
    row,
    [
      { has: ['value'], lacks: ['min', 'max'] },
      { has: ['min'], lacks: ['value'] },
      { has: ['max'], lacks: ['value'] },
    ],
    { missing: '값이 없습니다.', mixed: 'value와 min/max가 함께 있습니다.', fix: '한 수이면 value, 범위이면 min과 max를 적으세요.' },
  );

/** `asks` alone, for who needs nothing else of a case. */
export const asksSchema = list(z.strictObject({ passage: rowId, text: text('text') }), 'asks').default([]);

/**
 * What a case says about itself, checked against the vocabularies it is given.
 * @param unread lists of the vocabulary that could not be read: their values are not judged
 */
export function createCaseSchema(vocabulary: Vocabulary, unread: ReadonlySet<keyof Vocabulary> = new Set()) {
  const known = <K extends keyof Vocabulary>(key: K, names: (list: Vocabulary[K]) => readonly string[]) =>
    unread.has(key) ? undefined : names(vocabulary[key]);
  const names = (entries: readonly { name: string }[]) => entries.map((entry) => entry.name);
  const kind = (key: keyof Vocabulary['kinds']) => known('kinds', (kinds) => names(kinds[key]));
  return z.strictObject({
    title: text('title'),
    subtitle: text('subtitle').optional(),
    province: oneOf(known('places', names), 'province'),
    municipality: oneOf(
      known('places', (places) => places.flatMap((place) => names(place.municipalities))),
      'municipality',
    ),
    tier: oneOf(known('tiers', names), 'tier'),
    sector: oneOf(known('sectors', names), 'sector'),
    /** The sector ticked on the cover, where it differs from the book's index. */
    sectorAsTicked: oneOf(known('sectors', names), 'sectorAsTicked').optional(),
    pledges: list(z.strictObject({ text: text('text'), code: text('code').optional() }), 'pledges').min(1, {
      error: 'pledges: 관련공약을 하나 이상 적으세요.',
    }),
    casebook: oneOf(
      known('casebooks', (books) => books.map((book) => book.id)),
      'casebook',
    ),
    /** Printed pages of the case, `"173-180"`. */
    pages: page,
    /** The page that the book's index names, where it is another than the first. */
    indexPage: z.int({ error: 'indexPage: 쪽 번호를 수로 적으세요.' }).optional(),
    summary: text('summary'),
    /** Which sentence of the summary says what was done, counted from 1: lists show it. Without it they show the second, or the only one. */
    doneSentence: z.int({ error: 'doneSentence: 요약에서 한 일을 적은 문장이 몇 번째인지 2처럼 수로 적으세요.' }).optional(),
    topics: list(oneOf(known('topics', names), 'topics'), 'topics').min(1, { error: 'topics: 주제어를 하나 이상 적으세요.' }),
    /**
     * Short phrases and questions that a passage answers in words which are not its own: searched at low weight, never shown as an excerpt.
     * `passage` is an id on the page: of a section (`background`), or of a row with its prefix (`table-visits`, `figure-jobs`).
     */
    asks: asksSchema,
    /** When this page was first published. */
    published: day,
    updated: day.optional(),
    /** What was changed after publication, newest last. */
    changes: list(z.strictObject({ date: day, what: text('what'), why: text('why') }), 'changes').default([]),
    /** Old slugs of this case, oldest first; each keeps a redirect page. */
    aliases: list(idLike('busan-yeonje'), 'aliases').default([]),
    /** Old section ids and the ids that took their place. */
    anchorAliases: z.record(rowId, rowId, { error: 'anchorAliases: ‘이전 id: 새 id’ 형식으로 적으세요.' }).default({}),
    period: inForms(
      z.strictObject({
        start: date,
        end: date.optional(),
        ongoing: z.literal(true, { error: 'ongoing은 true로만 적습니다. 끝난 사업이면 end를 적으세요.' }).optional(),
        page,
      }),
      [
        { has: [], lacks: ['end'] },
        { has: [], lacks: ['ongoing'] },
      ],
      {
        missing: '사업 기간의 형식이 다릅니다.',
        mixed: 'end와 ongoing이 함께 있습니다.',
        fix: '끝난 사업이면 end, 계속되는 사업이면 ongoing만 적으세요.',
      },
    ).optional(),
    /** Money given, spent or planned. */
    budget: list(rowOfAmount(z.strictObject({ id: rowId, ...amount, partOf })), 'budget').default([]),
    /** Numbers that a reader would cite. */
    figures: list(rowOfAmount(z.strictObject({ id: rowId, kind: oneOf(kind('figure'), 'kind'), ...amount })), 'figures').default([]),
    events: list(
      inForms(
        z.strictObject({
          id: rowId,
          date: date.optional(),
          start: date.optional(),
          end: date.optional(),
          /** What readers see when ISO cannot say it: `2017년 6월 초`. */
          dateText: text('dateText').optional(),
          title: text('title'),
          page,
          /** Still to come when the book was written. */
          planned: z.boolean({ error: 'true나 false로 적으세요.' }).optional(),
          note: text('note').optional(),
        }),
        [
          { has: ['date'], lacks: ['start', 'end'] },
          { has: ['start'], lacks: ['date'] },
        ],
        {
          missing: '날짜(date나 start)가 없습니다.',
          mixed: 'date와 start나 end가 함께 있습니다.',
          fix: '하루나 한 달이면 date, 기간이면 start와 end(끝이 없으면 start만)를 적으세요.',
        },
      ),
      'events',
    ).default([]),
    organisations: list(
      z.strictObject({
        id: rowId,
        name: text('name'),
        aliases: list(text('aliases'), 'aliases').optional(),
        kind: oneOf(kind('organisation'), 'kind'),
        part: oneOf(kind('part'), 'part'),
        role: text('role'),
        page,
      }),
      'organisations',
    ).default([]),
    instruments: list(
      z.strictObject({
        id: rowId,
        kind: oneOf(kind('instrument'), 'kind'),
        name: text('name'),
        date: date.optional(),
        role: text('role'),
        page,
      }),
      'instruments',
    ).default([]),
    tables: list(
      z.strictObject({
        id: rowId,
        caption: text('caption'),
        page,
        /** One unit for all numbers of the table. */
        unit: text('unit').optional(),
        asOf: date.optional(),
        columns: list(text('columns'), 'columns').min(1, { error: 'columns: 열 이름을 하나 이상 적으세요.' }),
        /** Markdown pipes, one fact a row. */
        rows: text('rows'),
        /** Printed sums; the check adds them up again. */
        total: inForms(
          z.strictObject({
            /** The printed row of sums, as pipes. */
            row: text('row').optional(),
            /** The column that holds each row's sum. */
            column: text('column').optional(),
            /** Columns that `column` adds up; all other numeric columns but the first, which names the rows, when left out. */
            of: list(text('of'), 'of').optional(),
            /** The note that explains a printed sum that is not the sum. */
            note: rowId.optional(),
          }),
          [
            { has: ['row'], lacks: [] },
            { has: ['column'], lacks: [] },
          ],
          {
            missing: 'total에 row도 column도 없습니다.',
            mixed: 'total의 형식이 다릅니다.',
            fix: '합계 행이면 row, 합계 열이면 column을 적으세요.',
          },
        ).optional(),
        chart: z
          .strictObject({
            kind: oneOf(kind('chart'), 'kind'),
            /** Column with the names of the bars or points. */
            label: text('label'),
            /** Columns with the numbers. */
            values: list(text('values'), 'values').min(1, { error: 'values: 그릴 열을 하나 이상 적으세요.' }),
          })
          .optional(),
      }),
      'tables',
    ).default([]),
    notes: list(
      z.strictObject({
        id: rowId,
        kind: oneOf(kind('note'), 'kind'),
        topic: text('topic'),
        /** Where the mark stands when it is not in the prose: `sector`, `table:floors`. */
        at: text('at').optional(),
        readings: list(
          z.strictObject({ page: z.union([page, z.literal('목차')], { error: '쪽 번호나 ‘목차’를 적으세요.' }), text: text('text') }),
          'readings',
        ).min(1, { error: 'readings: 적힌 내용을 하나 이상 옮기세요.' }),
        comment: text('comment').optional(),
        computed: text('computed').optional(),
      }),
      'notes',
    ).default([]),
  });
}

export type CaseSchema = ReturnType<typeof createCaseSchema>;
/** What pages read: defaults filled in. */
export type CaseData = z.output<CaseSchema>;

export type Amount = CaseData['budget'][number] | CaseData['figures'][number];
export type CaseEvent = CaseData['events'][number];
export type Organisation = CaseData['organisations'][number];
export type Instrument = CaseData['instruments'][number];
export type CaseTable = CaseData['tables'][number];
export type Note = CaseData['notes'][number];

/** Rows of the facts panel that a note may hang on. */
export const NOTE_PLACES = ['title', 'municipality', 'sector', 'tier', 'pledges', 'period', 'pages', 'topics', 'summary'] as const;
export type NotePlace = (typeof NOTE_PLACES)[number];
