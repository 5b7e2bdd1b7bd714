/** What an author probably meant by a value that cannot be accepted, as YAML text. */
import { parsePartialDate } from '../korean/calendar.ts';
import { parsePages } from './pages.ts';

/** A piece of a line and what should stand in its place. */
export interface Replacement {
  from: string;
  to: string;
}

/** Keys that hold dates and pages, wherever they stand. */
const DATES: ReadonlySet<string> = new Set(['date', 'start', 'end', 'asOf', 'published', 'updated']);
const PAGES: ReadonlySet<string> = new Set(['page', 'pages', 'indexPage']);
const NUMBERS: ReadonlySet<string> = new Set(['value', 'min', 'max', 'headline', 'number']);
const TRUTHS: ReadonlySet<string> = new Set(['planned', 'ongoing']);

/** The value as it should be written under this key; `undefined` where that cannot be told. */
export function guessValue(key: PropertyKey | undefined, value: unknown): Replacement | undefined {
  if (typeof key !== 'string' || (typeof value !== 'string' && typeof value !== 'number')) return undefined;
  const from = String(value);
  const to = DATES.has(key) ? guessDate(from) : PAGES.has(key) ? guessPages(from) : guessPlain(key, from);
  return to === undefined ? undefined : { from, to };
}

/** 2017.6.30 → "2017-06-30", 2017 → "2017". */
function guessDate(text: string): string | undefined {
  const match = /^(\d{4})(?:\s*[.\-/년]\s*(\d{1,2})(?:\s*[.\-/월]\s*(\d{1,2}))?)?\s*[.년월일]?$/.exec(unquote(text));
  if (!match) return undefined;
  const parts: (string | undefined)[] = match.slice(1);
  const date = parts.flatMap((part) => part?.padStart(2, '0') ?? []).join('-');
  return parsePartialDate(date) === undefined ? undefined : `"${date}"`;
}

/** 173쪽 → 173, 173~174쪽 → "173-174". */
function guessPages(text: string): string | undefined {
  const pages = unquote(text)
    .replaceAll(/\s*[-~∼～–—]\s*/g, '-')
    .replaceAll(/쪽|p\.?/g, '')
    .trim();
  if (parsePages(pages) === undefined) return undefined;
  return /^\d+$/.test(pages) ? pages : `"${pages}"`;
}

function guessPlain(key: string, text: string): string | undefined {
  const bare = unquote(text);
  // A unit behind it has a field of its own.
  const [, number] = /^(-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)\s?(?:[가-힣]{1,4}|[%㎡㎢])?$/.exec(bare) ?? [];
  if (NUMBERS.has(key) && number !== undefined) return number.replaceAll(',', '');
  if (TRUTHS.has(key) && /^(?:yes|y|on|true|예|네|참|o)$/i.test(bare)) return 'true';
  return undefined;
}

const unquote = (text: string): string => text.trim().replaceAll(/^["'“”‘’]+|["'“”‘’]+$/g, '');

/** What was written in place of a list: one value, or a row whose dash is missing. `undefined` where it is no list of one. */
export function guessList(value: unknown): Replacement | undefined {
  if (typeof value === 'string') return /[,[\]{}"'#]|: /.test(value) ? undefined : { from: value, to: `[${value}]` };
  const [key] = Object.keys(value ?? {});
  return key === undefined || Array.isArray(value) ? undefined : { from: `  ${key}:`, to: `- ${key}:` };
}

/** A line of prose without what Markdown would run: remarks go, angle brackets become 〈〉, braces go. `undefined` where nothing changes. */
export function guessProse(line: string): string | undefined {
  const plain = line
    .replaceAll(/<!--.*?-->/g, '')
    .replaceAll(/<(?![a-zA-Z/])([^<>]*)>/g, '〈$1〉')
    .replaceAll(/<(?![a-zA-Z/])/g, '〈')
    .replaceAll(/[{}]/g, '')
    .replace(/^# /, '## ')
    .replace(/^#{4,} /, '### ');
  return plain === line ? undefined : plain;
}

/** The line with the piece replaced, quotation marks around it included; `undefined` when it does not stand there once. */
export function correctLine(line: string, { from, to }: Replacement): string | undefined {
  for (const written of [`"${from}"`, `'${from}'`, from]) {
    const parts = line.split(written);
    if (parts.length === 1) continue;
    const corrected = parts.join(to);
    return parts.length > 2 || corrected === line ? undefined : corrected;
  }
  return undefined;
}

/** Whether a key holds what can be told from its shape alone: a date, pages, a number, true. */
export const isValueOfShape = (key: string): boolean => DATES.has(key) || PAGES.has(key) || NUMBERS.has(key) || TRUTHS.has(key);
