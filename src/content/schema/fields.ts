/** Fields that the schemas of vocabularies, ledgers and other small files are made of. */
import { z } from 'zod';
import { parsePartialDate } from '../../korean/calendar.ts';

/** An id that is also part of an address: ASCII, lower case, begins with a letter. */
export const idPattern = /^[a-z][a-z0-9-]*$/;

export const id = z
  .string({ error: 'id는 문자열로 적으세요.' })
  .regex(idPattern, { error: '소문자 영문으로 시작하고 소문자 영문, 숫자, 붙임표(-)로만 적으세요.' });

export const text = z.string({ error: '문자열로 적으세요. 수는 큰따옴표로 감싸세요.' }).min(1, { error: '값을 적으세요.' });

export const day = text.refine((value) => value.length === 10 && parsePartialDate(value) !== undefined, {
  error: '연, 월, 일을 따옴표로 감싸 적으세요. 예시: "2026-11-22"',
});

export const list = <T extends z.ZodType>(item: T) => z.array(item, { error: '목록으로 적으세요. 행마다 ‘- ’로 시작합니다.' });
