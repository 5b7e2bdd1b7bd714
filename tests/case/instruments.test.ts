import { expect, test } from 'vitest';
import { listInstruments } from '../../src/case/instruments.ts';
import { cases, content } from './cases.ts';

test('every instrument of every case is listed once, kind by kind in the order of the vocabulary', () => {
  const listed = listInstruments(cases, content.vocabulary);
  expect(listed.length).toBe(cases.reduce((sum, { data }) => sum + data.instruments.length, 0));
  const kinds = content.vocabulary.kinds.instrument.map(({ name }) => name);
  const found = [...new Set(listed.map(({ row }) => row.kind))];
  expect(found).toEqual(kinds.filter((kind) => found.includes(kind)));
  // Each kind stands together, its rows in the order of the cases.
  const runs = listed.filter(({ row }, index) => row.kind !== listed[index - 1]?.row.kind);
  expect(runs.length).toBe(found.length);
});
