/** Turns an answer into elements. Text only ever becomes text nodes. */
import { withParticle } from '../../korean/particle.ts';
import type { ExcerptPart, Hit, Passage, SearchAnswer } from '../runtime/answer.ts';

export interface RenderOptions {
  /** Base path with a slash at its end. */
  base: string;
  /** Short names of provinces by id: seoul → 서울. */
  regionNames: ReadonlyMap<string, string>;
  /** Address of the same search taken literally. */
  literalHref: string;
  /** Address of the same search with more hits. */
  moreHref: string;
  /** Names of topics by id, for a reader whose words are nowhere. */
  topicNames: ReadonlyMap<string, string>;
  /** Passages are still to come: their place is kept. */
  waiting: boolean;
}

type Child = Node | string;

function el<K extends keyof HTMLElementTagNameMap>(
  name: K,
  properties: Partial<HTMLElementTagNameMap[K]>,
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
}

const quote = (query: string) => `‘${query.length > 40 ? `${query.slice(0, 40)}…` : query}’`;

/** `‘공공구매’를 찾은 사례 5건`, the sentence above the list and in the live region. */
export function countText(answer: SearchAnswer): string {
  const { matched, unfiltered, query } = answer;
  const asked = withParticle(quote(query), '을');
  if (unfiltered === 0) return `${asked} 찾지 못했다.`;
  if (matched === 0) return `${asked} 찾은 사례 ${unfiltered}건이 있으나, 고른 조건에 맞는 것은 없다.`;
  return matched === unfiltered ? `${asked} 찾은 사례 ${matched}건` : `${asked} 찾은 사례 ${unfiltered}건 가운데 ${matched}건`;
}

/** Everything in the results element below the count. */
export function renderAnswer(answer: SearchAnswer, options: RenderOptions): HTMLElement[] {
  const notes = answer.notes.map(({ text }) => {
    const note = el('span', {}, `${text}. `);
    note.dataset['note'] = '';
    return note;
  });
  const changed =
    notes.length === 0
      ? []
      : [el('p', { className: 'understood' }, ...notes, el('a', { href: options.literalHref }, `${quote(answer.query)} 그대로 찾기`))];
  if (answer.hits.length === 0) return [...changed, renderNothing(answer, options)];
  // A corrected or completed query is what was meant; only near words are marked as such.
  const nearWords = answer.notes.some(({ kind }) => kind === 'synonym');
  const rest = answer.matched - answer.hits.length;
  const more =
    rest > 0 ? [el('p', { className: 'more' }, el('a', { href: options.moreHref }, `남은 ${rest}건 가운데 다음 사례 보기`))] : [];
  return [...changed, ...answer.hits.map((hit) => renderHit(hit, nearWords, options)), ...more];
}

function renderHit(hit: Hit, nearWords: boolean, options: RenderOptions): HTMLElement {
  const place = `${options.regionNames.get(hit.region) ?? hit.province} ${hit.municipality}`;
  const title = el('a', { href: address(hit.url, options) }, el('b', {}, place), ` ${hit.title}`);
  const heading = el('h3', {}, title);
  if (hit.viaSynonym && nearWords) heading.append(' ', el('small', {}, '비슷한 말로 찾음'));
  const article = el('article', { className: 'hit' }, heading);
  article.dataset['case'] = hit.slug;
  if (hit.passages.length > 0) article.append(el('ol', {}, ...hit.passages.map((passage) => renderPassage(passage, nearWords, options))));
  else if (options.waiting) article.append(el('div', { className: 'waiting' }));
  return article;
}

function renderPassage(passage: Passage, nearWords: boolean, options: RenderOptions): HTMLElement {
  const runs = passage.pages.split(' ').flatMap((run) => [el('span', { className: 'nb' }, run), ' ']);
  const pages = el('span', { className: 'pp' }, el('span', { className: 'vh' }, '사례집 '), ...runs);
  // The title has no anchor of its own; the summary stands right below it.
  const path = passage.url.includes('#') ? passage.url : `${passage.url}#summary`;
  const link = el('a', { href: address(path, options) + textFragment(passage.excerpt) }, passage.heading);
  const heading = el('h4', {}, el('span', {}, link, ' ', el('small', {}, passage.kind)), ' ', pages);
  return el('li', {}, heading, el('p', {}, ...passage.excerpt.map((part) => renderPart(part, nearWords))));
}

function renderPart({ text, mark }: ExcerptPart, nearWords: boolean): Child {
  return mark === undefined ? text : el('mark', mark === 'synonym' && nearWords ? { className: 'near' } : {}, text);
}

/** Hits come without the base path. */
function address(path: string, { base }: RenderOptions): string {
  return base + path.slice(1);
}

const LONGEST_FRAGMENT = 24;

/**
 * A text directive behind the anchor, so that browsers that know it show the very words; others go to the section.
 * It runs from the first mark to the next punctuation, because notes and marks part the text of the page there.
 */
export function textFragment(excerpt: readonly ExcerptPart[]): string {
  const first = excerpt.findIndex((part) => part.mark !== undefined);
  if (first === -1) return '';
  const text = excerpt
    .slice(first)
    .map((part) => part.text)
    .join('');
  const run = /^[^.,…()‘’“”「」『』:;|]+/.exec(text)?.[0] ?? '';
  const words = run.slice(0, LONGEST_FRAGMENT).split(' ');
  if (run.length > LONGEST_FRAGMENT && words.length > 1) words.pop();
  const wanted = words.join(' ').trim();
  return wanted.length < 2 ? '' : `:~:text=${encodeURIComponent(wanted).replaceAll('-', '%2D')}`;
}

/** Topics to offer: those that share two syllables with what was typed first. */
const MOST_TOPICS = 8;

function nearTopics(query: string, names: ReadonlyMap<string, string>): [id: string, name: string][] {
  const pairs = [...query].map((_, at) => query.slice(at, at + 2)).filter((pair) => /^[가-힣]{2}$/.test(pair));
  const isNear = ([, name]: [string, string]) => pairs.some((pair) => name.includes(pair));
  return [...names].sort((a, b) => Number(isNear(b)) - Number(isNear(a))).slice(0, MOST_TOPICS);
}

function renderNothing({ query, suggestions, unfiltered }: SearchAnswer, { base, topicNames }: RenderOptions): HTMLElement {
  const link = (href: string, text: string) => el('a', { href: base + href }, text);
  const near = suggestions.terms.flatMap((term, index) => [
    ...(index > 0 ? [', '] : []),
    link(`search/?q=${encodeURIComponent(term)}`, term),
  ]);
  const topics = nearTopics(query, topicNames).flatMap(([id, name], index) => [...(index > 0 ? [', '] : []), link(`topics/${id}/`, name)]);
  return el(
    'div',
    { className: 'nothing' },
    ...(near.length > 0 ? [el('p', {}, '가까운 낱말: ', ...near)] : []),
    el(
      'p',
      {},
      unfiltered > 0
        ? '왼쪽에서 고른 조건을 하나씩 풀어 본다.'
        : '낱말을 줄이거나 더 널리 쓰는 말로 바꾸어 본다. 이곳에 실리지 않은 일일 수도 있다.',
    ),
    ...(topics.length > 0 ? [el('p', {}, '주제어: ', ...topics)] : []),
    el('p', {}, link('', '전체 목록'), ', ', link('topics/', '주제어 모두'), ', ', link('organisations/', '조직'), '에서 고를 수도 있다.'),
  );
}
