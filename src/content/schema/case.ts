/**
 * The shape of a case file's front matter: the only place that says what a case is.
 * Types, the content check, the editing guide and the published JSON Schema all come from here.
 * Keys are English, values Korean; every object is strict, so a misspelt key is an error.
 */
import { z } from 'zod';
import { parsePartialDate } from '../../korean/calendar.ts';
import { parsePages } from '../pages.ts';
import { idPattern, type Vocabulary } from './vocabulary.ts';

const text = (what: string) =>
  z
    .string({ error: `${what}: 글이어야 한다.` })
    .trim()
    .min(1, { error: `${what}: 비어 있다. 적을 것이 없으면 이 줄을 지운다.` });

const ID_SHAPE = '소문자 영문으로 시작하고 소문자 영문, 숫자, 붙임표(-)로만 적는다. 보기: ';
const idLike = (example: string) => z.string({ error: ID_SHAPE + example }).regex(idPattern, { error: ID_SHAPE + example });
const rowId = idLike('opening-day');

const date = z
  .string({ error: '날짜는 따옴표로 감싼 글이어야 한다. 보기: "2015-09-25"' })
  .refine((value) => parsePartialDate(value) !== undefined, {
    error: '달력에 없는 날짜이거나 꼴이 다르다. "2015", "2015-09", "2015-09-25" 가운데 하나로 적는다.',
  });

const day = date.refine((value) => value.length === 10, { error: '해·달·날을 다 적는다. 보기: "2026-11-22"' });

const PAGE_SHAPE = '쪽은 173처럼 수로, 여러 쪽이면 "174-175"처럼 적는다.';
const page = z.union([z.int({ error: PAGE_SHAPE }), z.string()], { error: PAGE_SHAPE }).refine((value) => parsePages(value) !== undefined, {
  error: '쪽의 꼴이 다르다. 173, "174-175", "173, 176-177"처럼 적는다.',
});

const number = z.number({ error: '수는 쉼표와 따옴표 없이 적는다. 보기: 70000' });
const yes = z.boolean({ error: 'true나 false로 적는다.' });
const list = <T extends z.ZodType>(item: T, what: string) => z.array(item, { error: `${what}: 목록이어야 한다. 줄마다 ‘- ’로 시작한다.` });

/** One of a closed list; the check adds the nearest accepted value. */
const oneOf = (names: readonly string[], what: string) =>
  z.string({ error: `${what}: 글이어야 한다.` }).refine((value) => names.includes(value), {
    error: `${what}: 정해진 말이 아니다.`,
    params: { accepted: names },
  });

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
  qualifier: z.enum(QUALIFIERS, { error: `qualifier: ${QUALIFIERS.join(', ')} 가운데 하나여야 한다.` }).optional(),
  /** The time the number speaks of. */
  asOf: date.optional(),
  page,
  /** Shown large on top of the page; three to six a case. */
  headline: yes.optional(),
  note: text('note').optional(),
};

/** What a case says about itself, checked against the vocabularies it is given. */
export function createCaseSchema(vocabulary: Vocabulary) {
  const names = (entries: readonly { name: string }[]) => entries.map((entry) => entry.name);
  const { kinds } = vocabulary;
  return z.strictObject({
    title: text('title'),
    subtitle: text('subtitle').optional(),
    province: oneOf(names(vocabulary.places), 'province'),
    municipality: oneOf(
      vocabulary.places.flatMap((place) => names(place.municipalities)),
      'municipality',
    ),
    tier: oneOf(names(vocabulary.tiers), 'tier'),
    sector: oneOf(names(vocabulary.sectors), 'sector'),
    /** The sector ticked on the cover, where it differs from the book's index. */
    sectorAsTicked: oneOf(names(vocabulary.sectors), 'sectorAsTicked').optional(),
    pledges: list(z.strictObject({ text: text('text'), code: text('code').optional() }), 'pledges').min(1, {
      error: 'pledges: 관련공약을 하나 이상 적는다.',
    }),
    casebook: oneOf(
      vocabulary.casebooks.map((book) => book.id),
      'casebook',
    ),
    /** Printed pages of the case, `"173-180"`. */
    pages: page,
    /** The page that the book's index names, where it is another than the first. */
    indexPage: z.int({ error: 'indexPage: 쪽 번호를 수로 적는다.' }).optional(),
    summary: text('summary'),
    topics: list(oneOf(names(vocabulary.topics), 'topics'), 'topics').min(1, { error: 'topics: 주제어를 하나 이상 적는다.' }),
    /**
     * Short phrases and questions that a passage answers in words which are not its own: searched at low weight, never shown as an excerpt.
     * `passage` is an id on the page: of a section (`background`), or of a row with its prefix (`table-visits`, `figure-jobs`).
     */
    asks: list(z.strictObject({ passage: rowId, text: text('text') }), 'asks').default([]),
    /** When this page was first published. */
    published: day,
    updated: day.optional(),
    /** What was changed after publication, newest last. */
    changes: list(z.strictObject({ date: day, what: text('what'), why: text('why') }), 'changes').default([]),
    /** Old slugs of this case, oldest first; each keeps a redirect page. */
    aliases: list(idLike('busan-yeonje'), 'aliases').default([]),
    /** Old section ids and the ids that took their place. */
    anchorAliases: z.record(rowId, rowId, { error: 'anchorAliases: ‘옛 id: 새 id’ 꼴로 적는다.' }).default({}),
    period: z
      .strictObject({
        start: date,
        end: date.optional(),
        ongoing: z.literal(true, { error: 'ongoing은 true로만 적는다. 끝난 사업이면 end를 적는다.' }).optional(),
        page,
      })
      .optional(),
    /** Money given, spent or planned. */
    budget: list(z.strictObject({ id: rowId, ...amount }), 'budget').default([]),
    /** Numbers that a reader would cite. */
    figures: list(z.strictObject({ id: rowId, kind: oneOf(names(kinds.figure), 'kind'), ...amount }), 'figures').default([]),
    events: list(
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
        planned: yes.optional(),
        note: text('note').optional(),
      }),
      'events',
    ).default([]),
    organisations: list(
      z.strictObject({
        id: rowId,
        name: text('name'),
        aliases: list(text('aliases'), 'aliases').optional(),
        kind: oneOf(names(kinds.organisation), 'kind'),
        part: oneOf(names(kinds.part), 'part'),
        role: text('role'),
        page,
      }),
      'organisations',
    ).default([]),
    instruments: list(
      z.strictObject({
        id: rowId,
        kind: oneOf(names(kinds.instrument), 'kind'),
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
        columns: list(text('columns'), 'columns').min(1, { error: 'columns: 열 이름을 하나 이상 적는다.' }),
        /** Markdown pipes, one fact a row. */
        rows: text('rows'),
        /** Printed sums; the check adds them up again. */
        total: z
          .strictObject({
            /** The printed row of sums, as pipes. */
            row: text('row').optional(),
            /** The column that holds each row's sum. */
            column: text('column').optional(),
            /** Columns that `column` adds up; all other numeric columns but the first, which names the rows, when left out. */
            of: list(text('of'), 'of').optional(),
            /** The note that explains a printed sum that is not the sum. */
            note: rowId.optional(),
          })
          .optional(),
        chart: z
          .strictObject({
            kind: oneOf(names(kinds.chart), 'kind'),
            /** Column with the names of the bars or points. */
            label: text('label'),
            /** Columns with the numbers. */
            values: list(text('values'), 'values').min(1, { error: 'values: 그릴 열을 하나 이상 적는다.' }),
          })
          .optional(),
      }),
      'tables',
    ).default([]),
    notes: list(
      z.strictObject({
        id: rowId,
        kind: oneOf(names(kinds.note), 'kind'),
        topic: text('topic'),
        /** Where the mark stands when it is not in the prose: `sector`, `table:floors`. */
        at: text('at').optional(),
        readings: list(
          z.strictObject({ page: z.union([page, z.literal('목차')], { error: '쪽 번호나 ‘목차’를 적는다.' }), text: text('text') }),
          'readings',
        ).min(1, { error: 'readings: 적힌 대로를 하나 이상 옮긴다.' }),
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
