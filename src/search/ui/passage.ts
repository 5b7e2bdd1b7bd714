/** A passage of a hit: what it is called, where it is printed, and the words that were found in it. */
import type { ExcerptPart, Passage } from '../runtime/answer.ts';
import { element, type Child } from './element.ts';

export interface PassageOptions {
  /** Base path with a slash at its end. */
  readonly base: string;
  /** Words found by a near word are marked as such. */
  readonly showsNear: boolean;
}

export function renderPassage(passage: Passage, options: PassageOptions): HTMLElement {
  const { name, rest } = splitName(passage.excerpt, passage.heading);
  const runs = passage.pages.split(' ').flatMap((run) => [element('span', { className: 'nb' }, run), ' ']);
  const pages = element('span', { className: 'pp' }, element('span', { className: 'vh' }, '사례집 '), ...runs);
  const link = element('a', { href: passageHref(passage, options.base) }, ...name.map((part) => renderPart(part, options)));
  const heading = element('h4', { className: 'hd' }, element('span', {}, link, ' ', element('small', {}, passage.kind)), ' ', pages);
  const excerpt = rest.length > 0 ? [element('p', {}, ...rest.map((part) => renderPart(part, options)))] : [];
  return element('li', {}, heading, ...excerpt);
}

function renderPart({ text, mark }: ExcerptPart, { showsNear }: PassageOptions): Child {
  return mark === undefined ? text : element('mark', mark === 'synonym' && showsNear ? { className: 'near' } : {}, text);
}

/**
 * The address of a passage: its id, and behind it the words that were found, so that browsers that know text fragments show the very place.
 * Hits come without the base path.
 */
export function passageHref({ url, fragment }: Passage, base: string): string {
  const directive = fragment === undefined ? '' : `${url.includes('#') ? '' : '#'}:~:text=${encodeDirective(fragment)}`;
  return base + url.slice(1) + directive;
}

/** A hyphen would set a word of context apart. */
function encodeDirective(words: string): string {
  return encodeURIComponent(words).replaceAll('-', '%2D');
}

const SEPARATOR = ' · ';

/**
 * A row says its own name, and so does the first line of a section: it is shown once, as the name, with what was found in it.
 * @returns parts of the name and of what is left of the excerpt
 */
export function splitName(
  excerpt: readonly ExcerptPart[],
  heading: string,
): { name: readonly ExcerptPart[]; rest: readonly ExcerptPart[] } {
  const whole = excerpt.map(({ text }) => text).join('');
  const at = findCell(whole, heading);
  if (at === -1) return { name: [{ text: heading }], rest: excerpt };
  const end = at + heading.length;
  const before = trimEnd(cut(excerpt, 0, at));
  const after = trimStart(cut(excerpt, end, whole.length));
  // A remark belongs to the name, not to the cell before it.
  const seam = after[0]?.text.startsWith('(') === true ? ' ' : SEPARATOR;
  return {
    name: cut(excerpt, at, end),
    rest: before.length > 0 && after.length > 0 ? [...before, { text: seam }, ...after] : [...before, ...after],
  };
}

/** Where the heading stands as a cell of its own, or at the beginning of one before a remark; -1 where it does not. */
function findCell(whole: string, heading: string): number {
  if (heading === '') return -1;
  for (let at = whole.indexOf(heading); at !== -1; at = whole.indexOf(heading, at + 1)) {
    const begins = at === 0 || whole.slice(0, at).endsWith(SEPARATOR);
    const rest = whole.slice(at + heading.length);
    if (begins && (rest === '' || rest.startsWith(SEPARATOR) || /^ ?\(/.test(rest))) return at;
  }
  return -1;
}

function cut(parts: readonly ExcerptPart[], from: number, to: number): ExcerptPart[] {
  let at = 0;
  return parts.flatMap((part) => {
    const text = part.text.slice(Math.max(0, from - at), Math.max(0, to - at));
    at += part.text.length;
    return text === '' ? [] : [{ ...part, text }];
  });
}

function trimStart(parts: readonly ExcerptPart[]): readonly ExcerptPart[] {
  const [first, ...others] = parts;
  if (!first) return [];
  const text = first.text.replace(/^(?: · | )/, '');
  return text === '' ? trimStart(others) : [{ ...first, text }, ...others];
}

function trimEnd(parts: readonly ExcerptPart[]): readonly ExcerptPart[] {
  const last = parts.at(-1);
  if (!last) return [];
  const text = last.text.replace(/(?: · | )$/, '');
  return text === '' ? trimEnd(parts.slice(0, -1)) : [...parts.slice(0, -1), { ...last, text }];
}
