import { expect, test } from 'vitest';
import { z } from 'zod';
import { casebookSchema } from '../../src/content/schema/casebook.ts';
import { createCaseSchema } from '../../src/content/schema/case.ts';
import { BOOK_FIELDS, CASE_FIELDS, listFields } from '../../src/content/schema/field-guide.ts';
import { vocabulary } from './sample.ts';

test('every field of a case is explained, and nothing that is none', () => {
  const fields = listFields(z.toJSONSchema(createCaseSchema(vocabulary), { io: 'input' })).map(({ path }) => path);
  expect(Object.keys(CASE_FIELDS).toSorted()).toEqual(fields.toSorted());
});

test('every field of a casebook is explained, and nothing that is none', () => {
  expect(Object.keys(BOOK_FIELDS)).toEqual(Object.keys(casebookSchema.shape));
});

test('explanations are sentences', () => {
  for (const text of [...Object.values(CASE_FIELDS), ...Object.values(BOOK_FIELDS)]) expect(text).toMatch(/[가-힣].*[.:]$/);
});
