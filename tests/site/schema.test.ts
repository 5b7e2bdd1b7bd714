import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { readContent } from '../../src/content/read.ts';
import { SITE } from './pages.ts';

const published = JSON.parse(readFileSync(`${SITE}/data/schema.json`, 'utf8')) as Parameters<typeof z.fromJSONSchema>[0];
const schema = z.fromJSONSchema(published);
const { files } = readContent('content');

describe('the published JSON Schema', () => {
  test('says which dialect it speaks and what it describes', () => {
    expect(published).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      type: 'object',
      additionalProperties: false,
    });
    expect(JSON.stringify(published)).not.toContain('undefined');
  });

  test.for(files.map((file) => [file.slug, file.source.data] as const))('accepts %s', ([, data]) => {
    expect(schema.safeParse(data).error).toBeUndefined();
  });

  test.for(files.map(({ slug }) => slug))('accepts /data/cases/%s.json', (slug) => {
    const data = JSON.parse(readFileSync(`${SITE}/data/cases/${slug}.json`, 'utf8')) as Record<string, unknown>;
    expect(schema.safeParse(data).error).toBeUndefined();
    expect(schema.safeParse({ ...data, sections: [{ id: 'x' }] }).success).toBe(false);
  });

  test('refuses a key that it does not know, a missing key and a wrong type', () => {
    const data = files[0]?.source.data as Record<string, unknown>;
    expect(schema.safeParse({ ...data, colour: 'red' }).success).toBe(false);
    expect(schema.safeParse({ ...data, title: undefined }).success).toBe(false);
    expect(schema.safeParse({ ...data, topics: '노인 일자리' }).success).toBe(false);
    expect(schema.safeParse({ ...data, figures: [{ id: 'x' }] }).success).toBe(false);
  });
});
