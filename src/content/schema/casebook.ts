import { z } from 'zod';
import { parsePartialDate } from '../../korean/calendar.ts';
import { pagesOverlap, parsePages } from '../pages.ts';
import type { ContentFile } from '../yaml.ts';
import { day, id, list, text } from './fields.ts';

const YEAR = '네 자리 연도를 따옴표로 감싸 적으세요. 예시: "2017"';

/**
 * A value, or a list of them; always a list once read.
 * @param accepted the values that there are; any text when their file could not be read
 */
const oneOrMore = (accepted: readonly string[]) => {
  const isAccepted = (value: unknown) => typeof value === 'string' && (accepted.length === 0 || accepted.includes(value));
  return z
    .unknown()
    .transform((value): unknown => (Array.isArray(value) ? value : [value]))
    .pipe(
      z.custom<string[]>((values) => Array.isArray(values) && values.length > 0 && values.every(isAccepted), {
        error: '정해진 값이 아닙니다.',
        params: { accepted },
      }),
    );
};

/** One part of a printed book: `content/casebooks/<id>.yaml`. */
export const casebookSchema = z.strictObject({
  id,
  title: text,
  /** Which part of the book: `1분야(사회적경제) 구(區)`. */
  part: text,
  /** Its sectors, and the tiers of its municipalities: one each as a rule, a list where the part mixes them. */
  sector: oneOrMore([]),
  tier: oneOrMore([]),
  /** The time that the book describes, as an ISO date at its own precision. */
  asOf: text.refine((value) => parsePartialDate(value) !== undefined, { error: '"2017", "2017-06", "2017-06-30" 가운데 하나로 적으세요.' }),
  /** Printed pages of the part, `149-247`. */
  pages: text
    .refine((value) => parsePages(value) !== undefined, { error: '149-247처럼 적으세요.' })
    .refine((value) => !overlapsItself(value), { error: '쪽이 서로 겹치지 않게 적으세요.' }),
  /** Left out while the source does not say it; citations then read 미상. */
  publisher: text.optional(),
  /** Year of publication, four digits. */
  year: text.regex(/^\d{4}$/, { error: YEAR }).optional(),
  /** What was changed after the first of its cases was published, newest last. */
  changes: list(z.strictObject({ date: day, what: text, why: text })).optional(),
});

export type Casebook = z.output<typeof casebookSchema>;

function overlapsItself(pages: string): boolean {
  const ranges = parsePages(pages) ?? [];
  return ranges.some((range, index) => pagesOverlap([range], ranges.slice(index + 1)));
}

interface Named {
  name: string;
}

/**
 * The file of a casebook.
 * @param name its file name without `.yaml`, which is also its id
 * @param sectors the sectors that there are; none when their file could not be read
 * @param tiers the tiers that there are; likewise
 */
export function casebookFile(name: string, sectors: readonly Named[], tiers: readonly Named[]): ContentFile<Casebook> {
  const oneOf = (entries: readonly Named[]) => oneOrMore(entries.map((entry) => entry.name));
  return {
    name: `casebooks/${name}.yaml`,
    schema: casebookSchema.extend({ sector: oneOf(sectors), tier: oneOf(tiers) }),
    rules: (book, source) =>
      book.id === name
        ? []
        : [
            {
              line: source.lineAt(['id']),
              field: 'id',
              problem: `‘${book.id}’: 파일 이름 ‘${name}.yaml’과 다릅니다.`,
              fix: `이렇게 적으세요: ‘id: ${name}’. 아니면 파일 이름을 바꾸세요. 이 책의 사례가 casebook에 적은 것을 따르세요.`,
            },
          ],
  };
}
