/** What is said and shown of an answer. Comes while the answer is on its way; text only ever becomes text nodes. */
import type { Hit, SearchAnswer } from '../runtime/answer.ts';
import { element, listed, quote, type Child } from './element.ts';
import { renderNothing } from './nothing.ts';
import { type PassageOptions, renderPassage } from './passage.ts';
import { countSentence } from './sentences.ts';
import { type SearchState, STEP, writeState } from './state.ts';
import type { RenderOptions } from './render-options.ts';
import { findWays } from './ways.ts';

export interface Rendered {
  /** For the live region. */
  readonly sentence: string;
  /** Everything in the results element below the sentence. */
  readonly elements: readonly HTMLElement[];
}

export function renderAnswer(answer: SearchAnswer, options: RenderOptions): Rendered {
  const isFiltered = Object.keys(options.state.filters).length > 0;
  return { sentence: countSentence(answer, isFiltered), elements: renderElements(answer, options) };
}

function renderElements(answer: SearchAnswer, options: RenderOptions): HTMLElement[] {
  const { hits, matched } = answer;
  const full = hits.filter(({ tier }) => tier === 'full');
  const partial = hits.filter(({ tier }) => tier === 'partial');
  // A corrected or completed query is what was meant; only near words are marked as such.
  const showsNear = answer.notes.some(({ kind }) => kind === 'synonym');
  const render = (hit: Hit): HTMLElement => renderHit(hit, { ...options, showsNear });
  const about = [...renderNotes(answer, options), ...renderDemands(options), ...renderWays(answer, options)];
  if (hits.length === 0) return [...about, renderNothing(answer, options)];
  const rest = matched - full.length;
  const more = element(
    'a',
    { href: hrefOf({ ...options.state, most: options.state.most + STEP }, options) },
    `결과 ${String(rest)}건 더 보기`,
  );
  return [
    ...about,
    ...full.map(render),
    ...(rest > 0 ? [element('p', { className: 'more' }, more)] : []),
    ...(partial.length > 0 ? [renderPartial(partial.map(render))] : []),
  ];
}

/** Hits that lack something, apart from the others. */
function renderPartial(hits: readonly HTMLElement[]): HTMLElement {
  const section = element('section', { className: 'partial' }, element('h2', { id: 'partial-h' }, '일부만 맞는 사례'), ...hits);
  section.setAttribute('aria-labelledby', 'partial-h');
  return section;
}

const hrefOf = (state: SearchState, { base }: RenderOptions): string => `${base}search/${writeState(state)}`;

/** What was understood otherwise than typed, and the way back. */
function renderNotes({ notes, query }: SearchAnswer, options: RenderOptions): HTMLElement[] {
  if (notes.length === 0) return [];
  const sentences = notes.map(({ text }) => {
    const note = element('span', {}, `${text}. `);
    note.dataset['note'] = '';
    return note;
  });
  const literal = element('a', { href: hrefOf({ ...options.state, literal: true, most: STEP }, options) }, `${quote(query)} 그대로 검색`);
  return [element('p', { className: 'understood' }, ...sentences, literal)];
}

/** Words that every hit must hold, and the way back. */
function renderDemands(options: RenderOptions): HTMLElement[] {
  const { must } = options.state;
  if (must.length === 0) return [];
  const words = must.map((word) => {
    const left = must.filter((other) => other !== word);
    const free = element('a', { href: hrefOf({ ...options.state, must: left, most: STEP }, options) }, '해제');
    free.ariaLabel = `${quote(word)} 포함 조건 해제`;
    return element('span', { className: 'nb' }, `${quote(word)} 포함 `, free);
  });
  return [element('p', { className: 'understood demanded' }, '조건: ', ...listed(words))];
}

/** Rows of the lists across cases. */
function renderWays(answer: SearchAnswer, { base, isWaiting }: RenderOptions): HTMLElement[] {
  const ways = isWaiting ? [] : findWays(answer);
  if (ways.length === 0) return [];
  // The numbers come later (`browse/count-ways.ts`) and find their room.
  const links = ways.map(({ name, path }) =>
    element('a', { href: base + path.slice(1) }, name, ' ', element('span', { className: 'count' })),
  );
  return [element('p', { className: 'understood ways' }, '이 검색어로 모아 보기:', ...links)];
}

function renderHit(hit: Hit, options: RenderOptions & PassageOptions): HTMLElement {
  const place = `${options.regionNames.get(hit.region) ?? hit.province} ${hit.municipality}`;
  const title = element('a', { href: options.base + hit.url.slice(1) }, element('b', {}, place), ` ${hit.title}`);
  const heading = element('h3', {}, title);
  if (hit.viaSynonym && options.showsNear) heading.append(' ', element('small', {}, '비슷한 말로 일치'));
  const article = element('article', { className: 'hit' }, heading);
  article.dataset['case'] = hit.slug;
  article.dataset['tier'] = hit.tier;
  if (hit.missing.length > 0) article.append(renderMissing(hit.missing, options));
  // All of the words are there, but not as they were asked for.
  else if (hit.tier === 'partial' && !hit.viaSynonym)
    article.append(element('p', { className: 'missing' }, '검색어가 서로 다른 대목에 나뉘어 있음'));
  if (hit.passages.length > 0) article.append(element('ol', {}, ...hit.passages.map((passage) => renderPassage(passage, options))));
  else if (options.isWaiting) article.append(element('div', { className: 'waiting' }));
  else if (hit.isCut === true) article.append(element('p', { className: 'lost' }, '본문 발췌를 받지 못했습니다.'));
  return article;
}

/** `‘임대료’ 없음`, and the way to cases that have it. */
function renderMissing(missing: readonly string[], options: RenderOptions): HTMLElement {
  const demand = (word: string): Child => {
    const must = [...new Set([...options.state.must, word])];
    return element('a', { href: hrefOf({ ...options.state, must, most: STEP }, options) }, `${quote(word)} 포함해 검색`);
  };
  // An address takes only words that are part of the query (`readState`).
  const links = missing.filter((word) => options.state.query.includes(word)).map(demand);
  return element('p', { className: 'missing' }, `${missing.map(quote).join(', ')} 없음`, ...links.flatMap((link) => [' ', link]));
}
