/** What a fact is about, in the words of the keys and headings around it: at most fifty letters. */
import { type Item, valueOf } from './outline.ts';

interface Stretch {
  readonly start: number;
  readonly end: number;
}

const LONGEST_TITLE = 50;
const LONGEST_LABEL = 40;
/** Fields that say when, where or how, and nothing of what. */
const TIME_KEY =
  /^(?:일\s?시|일\s?자|날\s?짜|기\s?간|시\s?기|때|연도|(?:추진|사업|운영|개최|행사|교육|실시|개설|공모|접수|모집|시행)\s?(?:기간|일시|일자|시기|일))$/;
const PLACE_KEY = /^(?:장\s?소|위\s?치|소\s?재\s?지|주\s?소|대\s?상|지원\s?대상|참석\s?대상|대상\/장소)$/;
const EMPTY_KEY =
  /^(?:내\s?용|개\s?요|주요\s?내용|사업\s?내용|주요\s?성과|추진\s?성과|추진\s?실적|추진\s?내용|사업\s?개요|성\s?과|기대\s?효과|현\s?황|기\s?타|비\s?고|규\s?모)$/;
/** Over everything: too wide to tell one fact from another. */
const WIDE_HEADING =
  /^(?:추진|사업|주요|향후|그간)?\s?(?:배경|이유|내용|개요|현황|경과|과정|성과|실적|효과|기대\s?효과|목적|목표|방향|체계|계획|추진\s?내용|추진\s?성과|여건\s?조성)(?:\s?및.*)?$/;

/** The nearest item above that says what this one belongs to. */
export function describeContext(item: Item): string {
  for (const above of item.above.toReversed()) {
    // Of a field with a value (소재지 : …) only what it asks for tells what stands under it.
    const text =
      above.key === undefined
        ? tidy(removeStretches(above.text, []))
        : TIME_KEY.test(above.key) || PLACE_KEY.test(above.key)
          ? ''
          : above.key;
    if (text !== '' && text.length <= LONGEST_TITLE && !EMPTY_KEY.test(text) && !WIDE_HEADING.test(text)) return text;
  }
  return tidy(item.above[0]?.text.slice(0, LONGEST_LABEL) ?? '');
}

/** The title of what happened on a date: the words beside it, or those of the heading when the item holds nothing but the date. */
export function titleOf(item: Item, date: Stretch, dates: readonly Stretch[]): string {
  const { text, key } = item;
  const keyed = key !== undefined && date.start > text.indexOf(':') && text.indexOf(':') > 0;
  const context = describeContext(item);
  if (keyed && TIME_KEY.test(key)) return shorten(context === '' ? key : context, LONGEST_TITLE);
  const index = dates.indexOf(date);
  const from = dates[index - 1]?.end ?? 0;
  // Several dates in one item: each belongs to the words before its bracket.
  const own = dates.length > 1 && /[([<]\s*$/.test(text.slice(0, date.start)) ? tidy(text.slice(from, date.start)) : '';
  if (own.replaceAll(/[^가-힣A-Za-z]/g, '').length > 5) return shorten(own, LONGEST_TITLE);
  const rest = tidy(removeStretches(text, dates));
  const words = rest.replaceAll(/[^가-힣A-Za-z]/g, '').length;
  if (words < 4) return shorten(`${context} ${rest}`.trim(), LONGEST_TITLE);
  return shorten(rest, LONGEST_TITLE);
}

/** What a number counts: heading, field and the words before it. */
export function labelOf(item: Item, number: Stretch, dates: readonly Stretch[]): string {
  const { text, key } = item;
  const clean = (part: string): string => tidy(removeStretches(part, []));
  const keyEnd = key === undefined ? 0 : text.length - valueOf(item).length;
  const before = text.slice(Math.max(keyEnd, dates.findLast(({ end }) => end <= number.start)?.end ?? 0), number.start);
  const clause = clean(before.split(/[,/;→⇒]|\s[·-]\s|[(:)]/).at(-1) ?? '');
  const after = clean(text.slice(number.end).split(/[,/;→⇒():]/)[0] ?? '').replace(/^(?:의|이|가|을|를|은|는|으로|에|과|와)\s/, '');
  const field = key !== undefined && number.start >= keyEnd && !EMPTY_KEY.test(key) ? key : '';
  const head = item.level > 2 ? describeContext(item) : '';
  const own = [field, clause === '' && field === '' ? after : clause].filter((part) => part !== '');
  const parts = own.join(' ').length >= LONGEST_LABEL - 10 ? own : [shorten(head, LONGEST_LABEL - own.join(' ').length), ...own];
  const label = shorten(
    parts.filter((part, at) => part !== '' && !parts.slice(0, at).some((other) => other.includes(part))).join(' '),
    LONGEST_LABEL + 8,
  );
  return label === '' ? shorten(clean(text), LONGEST_LABEL) : label;
}

function removeStretches(text: string, stretches: readonly Stretch[]): string {
  let out = '';
  let at = 0;
  for (const { start, end } of stretches) {
    out += `${text.slice(at, start)} `;
    at = end;
  }
  return (out + text.slice(at)).replaceAll(/[([<〈]\s*[)\]>〉]/g, ' ');
}

/** Without what brackets, bullets and removed dates leave behind. */
function tidy(text: string): string {
  const bare = text
    .replace(/^[\s)\]]+/, '')
    .replaceAll(/[([<〈][\s/,.~:·]*[)\]>〉]/g, ' ')
    .replaceAll(/\([월화수목금토일]\)/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/(?<=[([])\s|\s(?=[)\]])/g, '')
    .replace(/^[\s:：,./~·*※☞➥⇨⇒→★▷▲○❍□▢▣•∙-]+/, '')
    .replace(/[\s:：,/~·(<[-]+$/, '')
    .trim();
  const opens = (bare.match(/\(/g) ?? []).length;
  const closes = (bare.match(/\)/g) ?? []).length;
  if (closes > opens) return bare.replace(/^[^(]*\)\s*/, '').replace(/\)$/, '');
  return opens > closes ? bare.replace(/\s*\([^)]*$/, '') : bare;
}

/** True of a piece of a sentence, which a case must not take over. */
export const isSentence = (text: string): boolean =>
  /(?:으나|하여|되어|하고|하며|하면서|으로써|통해|위해)(?:\s|$)|(?:[다음함임됨]|있음|하였음)\.?$/.test(text);

/** At most so many letters, cut between words. */
export function shorten(text: string, longest: number): string {
  if (longest <= 0) return '';
  if (text.length <= longest) return text;
  const cut = text.slice(0, longest + 1);
  const space = cut.lastIndexOf(' ');
  return tidy(space > longest / 2 ? cut.slice(0, space) : cut.slice(0, longest));
}
