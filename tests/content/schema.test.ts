/** The published JSON Schema and the content check say the same of which keys of a row stand together. */
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { createCaseSchema } from '../../src/content/schema/case.ts';
import { edit, SAMPLE, sampleFile, vocabulary } from './sample.ts';

const schema = createCaseSchema(vocabulary);
const published = z.fromJSONSchema(z.toJSONSchema(schema, { io: 'input' }) as Parameters<typeof z.fromJSONSchema>[0]);
const DAY = '    date: "2015-09-25"\n';
const PERIOD = 'published:';

function judge(...pair: [from: string, to: string]): { check: boolean; published: boolean } {
  const { data } = sampleFile(edit(SAMPLE, pair)).source;
  return { check: schema.safeParse(data).success, published: published.safeParse(data).success };
}

describe('refused by both', () => {
  test.for([
    ['an amount without a number', '    value: 13\n', ''],
    ['a number and a range', '    value: 13\n', '    value: 13\n    min: 1\n'],
    ['an event without a time', DAY, ''],
    ['a day and a beginning', DAY, `${DAY}    start: "2015"\n`],
    ['a day and an end', DAY, `${DAY}    end: "2016"\n`],
    ['an end without a beginning', DAY, '    end: "2016"\n'],
    ['a total of nothing', '      row: "| 계 | 70 | 20 | 90 |"\n      column: 계\n', '      of: [빵]\n'],
    ['a period that has ended and goes on', PERIOD, `period: { start: "2015", end: "2016", ongoing: true, page: 173 }\n${PERIOD}`],
  ] as const)('%s', ([, from, to]) => {
    expect(judge(from, to)).toEqual({ check: false, published: false });
  });
});

describe('accepted by both', () => {
  test.for([
    ['a number', '    value: 13\n', '    value: 14\n'],
    ['one end of a range', '    value: 13\n', '    min: 13\n'],
    ['a span', DAY, '    start: "2015"\n    end: "2016"\n'],
    ['a span without an end', DAY, '    start: "2015"\n'],
    ['a row of sums alone', '      column: 계\n', ''],
    ['a period that goes on', PERIOD, `period: { start: "2015", ongoing: true, page: 173 }\n${PERIOD}`],
    ['a period that neither ended nor goes on', PERIOD, `period: { start: "2015", page: 173 }\n${PERIOD}`],
  ] as const)('%s', ([, from, to]) => {
    expect(judge(from, to)).toEqual({ check: true, published: true });
  });
});
