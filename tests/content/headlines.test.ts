import { expect, test } from 'vitest';
import { checkContent } from '../../src/content/check/check.ts';
import { contentOf, edit, SAMPLE, sampleFile } from './sample.ts';

const check = (text: string) => checkContent(contentOf(sampleFile(text)), '2099-01-01');

test('two numbers cannot stand in one place on top', () => {
  const [fault, ...others] = check(edit(SAMPLE, ['headline: 2', 'headline: 1']));
  expect(fault).toMatchObject({ field: 'figures.members.headline', problem: expect.stringContaining('subsidy') as string });
  expect(others).toEqual([]);
});

test.each(['true', '0', '1.5', '첫째'])('%s is no place on top', (value) => {
  const faults = check(edit(SAMPLE, ['headline: 2', `headline: ${value}`]));
  expect(faults).toMatchObject([{ field: 'figures.members.headline', fix: expect.stringContaining('1, 2처럼 수로') as string }]);
});
