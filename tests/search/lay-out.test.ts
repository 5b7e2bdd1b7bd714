import { describe, expect, test } from 'vitest';
import { PassageError, layOut } from '../../src/search/index/lay-out.ts';
import type { Page, PassageKind } from '../../src/search/runtime/page.ts';
import { FIELDS, ROW, WINDOW, blockAt, passageAt } from '../../src/search/runtime/positions.ts';
import { makePage } from '../../src/search/index/memory-site.ts';

/** Every word is a token. */
const tokeniser = { segment: (run: string) => [{ text: run, class: 'N' as const }], readings: new Map([['洞', '동']]) };
const words = (word: string, count: number): string => Array.from({ length: count }, () => word).join(' ');

function pageOf(lines: readonly (readonly [anchor: string, heading: string, kind: PassageKind, text: string])[]): Page {
  const anchors = [...new Set(lines.map(([anchor]) => anchor))];
  const sections = anchors.map((anchor) => {
    const [, heading = '', kind = '본문'] = lines.find(([other]) => other === anchor) ?? [];
    // The head of a case, as its components say it.
    return { anchor, heading, pages: '', kind, ...(['', 'facts'].includes(anchor) ? { silent: true as const } : {}) };
  });
  return { ...makePage('one', []), sections, lines: lines.map(([anchor, , , text]) => ({ section: anchors.indexOf(anchor), text })) };
}
const lay = (page: Page, asks: Parameters<typeof layOut>[1] = []) => layOut(page, asks, tokeniser, () => undefined);
/** Where a term stands: the start of its passage and its field. */
const placesOf = (term: string, laid: ReturnType<typeof lay>): readonly string[] =>
  laid.terms.flatMap((other, position) =>
    other === term ? [`${String(passageAt(position, laid))} ${FIELDS[laid.fields[position] ?? 0] ?? ''}`] : [],
  );

describe('positions', () => {
  const page = pageOf([
    ['', '요약', '본문', '제목'],
    ['summary', '요약', '본문', words('요약문', 150)],
    ['text', '머리', '본문', '머리'],
    ['text', '머리', '본문', '앞글'],
    ['table-a', '표이름', '표', '표이름'],
    ['table-a', '표이름', '표', '칸'],
    ['text', '머리', '본문', '뒷글'],
    ['event-a', '행사', '연표', '행사일'],
    ['figure-a', '수', '수치', '수치값'],
    ['note-a', '메모', '메모', '쪽지'],
  ]);
  const laid = lay(page);

  test('the lead is one passage, however long', () => {
    expect(placesOf('제목', laid)).toEqual(['0 heading']);
    expect(new Set(placesOf('요약문', laid))).toEqual(new Set(['0 lead']));
    expect(laid.texts).toBe(2 * WINDOW);
  });

  test('a section is one passage, also where a table stands in its middle', () => {
    expect(placesOf('앞글', laid)).toEqual([`${String(laid.texts)} body`]);
    expect(placesOf('뒷글', laid)).toEqual(placesOf('앞글', laid));
    expect(placesOf('머리', laid)).toEqual([`${String(laid.texts)} heading`]);
    expect(placesOf('칸', laid)).toEqual([`${String(laid.texts + WINDOW)} table`]);
  });

  test('every row is a passage, and says of which list', () => {
    expect(placesOf('행사일', laid)).toEqual([`${String(laid.rows)} event`]);
    expect(placesOf('수치값', laid)).toEqual([`${String(laid.rows + ROW)} figure`]);
    expect(placesOf('쪽지', laid)).toEqual([`${String(laid.texts + 2 * WINDOW)} note`]);
  });

  test('a section that is too long goes on in further windows under the same heading, parted between sentences', () => {
    const long = lay(
      pageOf([
        ['text', '머리', '본문', '머리'],
        ['text', '머리', '본문', [words('하나', 90), words('둘', 90)].join('. ')],
      ]),
    );
    expect(new Set(placesOf('하나', long))).toEqual(new Set([`${String(long.texts)} body`]));
    expect(new Set(placesOf('둘', long))).toEqual(new Set([`${String(long.texts + WINDOW)} body`]));
    expect(placesOf('머리', long)).toHaveLength(2);
  });
});

describe('blocks', () => {
  test('a line lies in the block of each of its positions, with where it goes on', () => {
    const text = [words('하나', 90), words('둘', 90)].join('. ');
    const laid = lay(
      pageOf([
        ['text', '머리', '본문', '머리'],
        ['text', '머리', '본문', text],
      ]),
    );
    const [, , start, term, position] = laid.blocks.get(blockAt(laid.texts))?.lines[0] ?? [];
    expect(start).toBe(laid.texts + 2);
    expect(term).toBe(91);
    expect(laid.terms[position ?? 0]).toBe('둘');
    expect(passageAt(position ?? 0, laid)).toBe(laid.texts + WINDOW);
  });

  test('title, facts and headings are not shown', () => {
    const laid = lay(
      pageOf([
        ['', '요약', '본문', '제목'],
        ['facts', '사례 정보', '본문', '주제'],
        ['text', '머리', '본문', '머리'],
        ['text', '머리', '본문', '글'],
      ]),
    );
    expect([...laid.blocks.values()].flatMap(({ lines }) => lines.map(([, text]) => text))).toEqual(['글']);
  });

  test('a block brings the readings of its hanja', () => {
    expect([...lay(pageOf([['text', '', '본문', '1洞']])).blocks.values()][0]?.hanja).toBe('洞동');
  });
});

describe('asks', () => {
  const page = pageOf([
    ['text', '머리', '본문', '머리'],
    ['text', '머리', '본문', '글'],
    ['event-a', '행사', '연표', '행사일'],
  ]);

  test('stand in their passage, in a field of their own, and in no block', () => {
    const laid = lay(page, [
      { passage: 'text', text: '물음 하나' },
      { passage: 'event-a', text: '물음 둘' },
    ]);
    expect(placesOf('하나', laid)).toEqual([`${String(laid.texts)} ask`]);
    expect(placesOf('둘', laid)).toEqual([`${String(laid.rows)} ask`]);
    expect(JSON.stringify([...laid.blocks])).not.toContain('물음');
  });

  test('of a passage that is not there are refused', () => {
    expect(() => lay(page, [{ passage: 'nowhere', text: '물음' }])).toThrow(PassageError);
    expect(() => lay(page, [{ passage: 'nowhere', text: '물음' }])).toThrow(/one: .*nowhere/);
  });
});
