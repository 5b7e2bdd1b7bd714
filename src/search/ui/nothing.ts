/** What is shown when nothing was found: near words, topics, and how to go on. */
import type { SearchAnswer } from '../runtime/answer.ts';
import { element, listed, quote } from './element.ts';
import type { RenderOptions } from './render-options.ts';
import { STEP, writeState } from './state.ts';

const MOST_TOPICS = 8;

/** Topics to offer: those that share two syllables with what was typed first. */
function nearTopics(query: string, names: ReadonlyMap<string, string>): [id: string, name: string][] {
  const pairs = [...query].map((_, at) => query.slice(at, at + 2)).filter((pair) => /^[가-힣]{2}$/.test(pair));
  const isNear = ([, name]: [string, string]) => pairs.some((pair) => name.includes(pair));
  return [...names].sort((a, b) => Number(isNear(b)) - Number(isNear(a))).slice(0, MOST_TOPICS);
}

export function renderNothing({ query, suggestions, unfiltered }: SearchAnswer, { base, topicNames, state }: RenderOptions): HTMLElement {
  const link = (href: string, text: string) => element('a', { href: base + href }, text);
  const search = (query: string) => link(`search/${writeState({ query, filters: {}, literal: false, must: [], most: STEP })}`, query);
  const row = (name: string, links: readonly HTMLElement[]) =>
    links.length === 0 ? [] : [element('dt', {}, name), element('dd', {}, ...listed(links))];
  const hasConditions = unfiltered > 0 || state.must.length > 0;
  const free = link(`search/${writeState({ ...state, filters: {}, must: [], most: STEP })}`, `조건 없이 ${quote(query)} 검색`);
  const advice = hasConditions
    ? element('p', {}, '조건을 줄이거나 전체 해제해 보세요. ', free)
    : element('p', {}, '검색어를 줄이거나 더 널리 쓰는 말로 바꾸어 보세요. 사례집에 없는 내용일 수도 있습니다.');
  return element(
    'div',
    { className: 'nothing' },
    advice,
    element(
      'dl',
      {},
      ...row('비슷한 검색어', suggestions.terms.map(search)),
      ...row(
        '주제어',
        nearTopics(query, topicNames).map(([id, name]) => link(`topics/${id}/`, name)),
      ),
      ...row('목록', [
        link('', '사례'),
        link('topics/', '주제어'),
        link('timeline/', '연표'),
        link('figures/', '수치'),
        link('organisations/', '조직'),
      ]),
    ),
  );
}
