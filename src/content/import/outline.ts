/**
 * The lines of a casebook as items: what a bullet or number begins, with the lines that the print wrapped, under the headings above it.
 * Every office uses its own bullets, so only their family counts, and of two families the one that usually stands higher is taken as higher.
 */
import type { PageRange } from '../pages.ts';
import type { SourceLine } from './pages.ts';
import { closeUp } from './repair.ts';

/** 1 parts of the text (Ⅰ, 제1장), 2 numbers, 3 boxes and letters, 4 circles, 5 dashes and dots, 6 remarks. */
export type Level = 1 | 2 | 3 | 4 | 5 | 6;

export interface Item {
  readonly level: Level;
  /** Without its bullet; wrapped lines are joined by a space. */
  readonly text: string;
  /** 참여인원 of `참여인원 : 25명`. */
  readonly key?: string;
  readonly line: number;
  readonly pages: PageRange | undefined;
  /** The items that it stands under, from the highest. */
  readonly above: readonly Item[];
  /** It has a heading's mark, or items of a lower level stand under it. */
  readonly heading: boolean;
}

/** Bullets of a symbol font come out of a PDF as characters of the private use area. */
const PRIVATE = '\\ue000-\\uf8ff';
const FIELD = /^(?=[가-힣][가-힣\s/·]{0,11}[가-힣]\s?[:：]\s?\S)/;
const LONGEST_HEADING = 45;
const MARKS: readonly (readonly [Level, RegExp])[] = [
  [1, /^(?:[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ]+|(?:I{1,3}|IV|VI{0,3}|IX)(?=[.\s]))\s*[.)]?\s*(?=\S)/],
  [1, /^제\s?\d{1,2}\s?[장절편](?=\s)\s*/],
  [
    2,
    /^(?:\d{1,2}(?:-\d{1,2})?\s?\.\s+|\d{1,2}-\d{1,2}\s+|\d{1,2}\s+(?!(?:년|월|일|명|인|개|회|건|천|만|억|개소|단체|위|차|팀)(?![가-힣])))(?=[가-힣A-Za-z‘“「『(])/,
  ],
  [
    3,
    /^(?=(?:추진|사업|설립)?\s?(?:배경|이유|내용|개요|현황|경과|과정|성과|실적|효과|기대\s?효과|목적|목표|방향|체계|계획)(?:\s?및\s?[가-힣\s]{2,8})?\s*$)/,
  ],
  [3, /^(?=향후\s?(?:추진\s?)?(?:계획|과제|방향)|(?:추진|주요)\s?(?:내용|성과|과정)\s?및)/],
  [3, new RegExp(`^[□▢■▣◆◇❏❑☐▩◈${PRIVATE}]\\s?\\d?\\s*`)],
  [3, /^[가나다라마바사아자차카타파하]\s?\.\s+/],
  [4, /^[○〇❍◯●◦◎⊙▶►❙❚ᄋㅇο]\s*(?=\S)/],
  [4, /^o\s+(?=[가-힣])/],
  [4, /^(?:\d{1,2}|[가나다라마바사아자차카타파하])\s?\)\s*/],
  [4, /^\(\s?(?:\d{1,2}|[가나다라마바사아자차카타파하])\s?\)\s*/],
  [4, /^[①-⑳❶-❿㉠-㉻]\s*/],
  [5, /^[-–—‐•∙·‧․･・▪▸▻‣❖✓✔☑*]\s*(?=[^\s\d-]|\d)/],
  // A field of a form without a bullet.
  // Bullets of Wingdings that came out as letters.
  [5, /^[lmnuvwqüþØ§]\s+(?=[가-힣「『‘“(])/],
  [5, FIELD],
  // A list of dated lines.
  [5, /^(?=(?:['’‘]\d{2}|(?:19|20)\d{2})\s?[.년-]\s?\d{1,2}\s?[.월-])/],
  [6, /^(?:※|☞|➥|⇨|⇒|→|★|☆|▷|▲|▼|➲|≫+|✍)\s*/],
];
const KEY = /^([^:：()]{1,14}?)\s?[:：]\s*(?=[^\s/])/;

/** The level and the rest of a line that begins with a mark. */
export function readMark(text: string): { level: Level; rest: string } | undefined {
  const trimmed = text.trim();
  for (const [level, pattern] of MARKS) {
    const mark = pattern.exec(trimmed)?.[0];
    if (mark !== undefined) return { level, rest: trimmed.slice(mark.length) };
  }
  return undefined;
}

/** A caption of a picture or table between brackets: < 공공구매 시스템 화면 >. */
export const isCaption = (text: string): boolean => /^\s*[<〈【[].{2,60}[>〉】\]]\s*$/.test(text);

interface Draft {
  level: Level;
  parts: string[];
  line: number;
  pages: PageRange | undefined;
}

/**
 * Reads items out of the lines that belong to no table and no form.
 * @param lines without shadows; a gap in their numbers ends the item before it
 */
export function readItems(lines: readonly SourceLine[]): readonly Item[] {
  const drafts: Draft[] = [];
  let open: Draft | undefined;
  let lastLine = 0;
  let lastText = 0;
  for (const [index, { number, text, pages }] of lines.entries()) {
    const gap = number - lastLine > 1 && lastLine > 0;
    if (text.trim() === '') {
      lastLine = number;
      continue;
    }
    const mark = readMark(text);
    if (mark) {
      open = { level: mark.level, parts: [mark.rest], line: number, pages };
      drafts.push(open);
    } else if (number - lastText > 1 && isBareHeading(text, lines.slice(index + 1))) {
      open = { level: 4, parts: [text.trim()], line: number, pages };
      drafts.push(open);
    } else if (open !== undefined && !gap && !isCaption(text)) open.parts.push(text.trim());
    else {
      open = { level: open?.level ?? 5, parts: [text.trim()], line: number, pages };
      drafts.push(open);
    }
    lastLine = number;
    lastText = number;
  }
  return nest(drafts);
}

/** A short line without a mark, with a field of a form below it, heads that form. */
function isBareHeading(text: string, below: readonly SourceLine[]): boolean {
  const next = below.find((line) => line.text.trim() !== '')?.text.trim() ?? '';
  return text.trim().length <= LONGEST_HEADING && !/[,.]$/.test(text.trim()) && FIELD.test(next);
}

function nest(drafts: readonly Draft[]): Item[] {
  const items: Item[] = [];
  const above: Item[] = [];
  drafts.forEach((draft, index) => {
    while ((above.at(-1)?.level ?? 0) >= draft.level) above.pop();
    const text = draft.parts.join(' ').replaceAll(/\s+/g, ' ').trim();
    if (text === '') return;
    const key = KEY.exec(text)?.[1];
    const next = drafts[index + 1];
    const item: Item = {
      level: draft.level,
      text,
      ...(key === undefined || /\d{2}$/.test(key) ? {} : { key: closeUp(key) }),
      line: draft.line,
      pages: draft.pages,
      above: [...above],
      heading: draft.level <= 2 || (draft.level < 5 && next !== undefined && next.level > draft.level && next.level < 6),
    };
    items.push(item);
    above.push(item);
  });
  return items;
}

/** The text of an item behind its key. */
export function valueOf({ text, key }: Item): string {
  return key === undefined ? text : text.replace(KEY, '');
}
