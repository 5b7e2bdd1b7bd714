import { describe, expect, test } from 'vitest';
import { createRelations } from '../../src/case/related.ts';
import type { ValidCase } from '../../src/content/read.ts';
import { caseOf, cases } from './cases.ts';

describe('related cases', () => {
  const relate = createRelations(cases);

  test('each has three, never itself, each with a reason, and the same every time', () => {
    for (const entry of cases) {
      const related = relate(entry, 3);
      expect(related.length).toBe(3);
      expect(related.map(({ slug }) => slug)).not.toContain(entry.slug);
      for (const { reason } of related) expect(reason).toMatch(/^같은 /);
      expect(relate(entry, 3)).toEqual(related);
    }
  });

  test('the reason names what is shared', () => {
    const [nearest] = relate(caseOf('busan-yeonje'), 1);
    expect(nearest?.slug).toBe('busan-sasang');
    expect(nearest?.reason).toBe('같은 주제어 ‘노인 일자리’, ‘취약계층 지원’, 같은 부산광역시');
  });

  test('rare topics weigh more than common ones, and the same city most', () => {
    const like = (slug: string, topics: string[], municipality: string): ValidCase => ({
      slug,
      data: { ...caseOf('busan-yeonje').data, topics, province: municipality, municipality },
    });
    const few = [
      like('one', ['a', 'b'], '가'),
      like('common', ['a'], '나'),
      like('rare', ['b'], '다'),
      like('city', ['c'], '가'),
      like('other', ['a'], '라'),
    ];
    expect(createRelations(few)(few[0] as ValidCase, 4).map(({ slug }) => slug)).toEqual(['city', 'rare', 'common', 'other']);
  });

  test('the topics of a case are read once, however many cases are held against it', () => {
    const reads = new Map<string, number>();
    const counted = cases.map(({ slug, data: { topics, ...rest } }): ValidCase => {
      const read = () => {
        reads.set(slug, (reads.get(slug) ?? 0) + 1);
        return topics;
      };
      return { slug, data: Object.defineProperty({ ...rest, topics }, 'topics', { get: read }) };
    });
    const relateCounted = createRelations(counted);
    const before = new Map(reads);
    for (const entry of counted) relateCounted(entry, 3);
    for (const { slug } of counted) expect((reads.get(slug) ?? 0) - (before.get(slug) ?? 0)).toBe(1);
  });

  test('a case with nothing in common has none', () => {
    const alone = { slug: 'z', data: { ...caseOf('busan-yeonje').data, topics: [], province: '제주특별자치도' } };
    expect(relate(alone, 3)).toEqual([]);
  });
});
