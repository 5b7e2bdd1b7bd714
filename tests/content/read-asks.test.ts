import { expect, test } from 'vitest';
import { readAsks } from '../../src/content/read-asks.ts';
import { readContent, validateCase } from '../../src/content/read.ts';

test('are the ones that the whole front matter has', () => {
  const { files, vocabulary } = readContent('content');
  const whole = files.map((file) => [file.slug, validateCase(file, vocabulary).data.asks] as const);
  expect([...readAsks('content')]).toEqual(whole);
  expect(whole.some(([, asks]) => asks.length > 0)).toBe(true);
});
