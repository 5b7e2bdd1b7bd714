/** The search page: the address holds the whole state; the form, the facets and the back button change it. */
import type { SearchAnswer } from '../runtime/answer.ts';
import { createSearchClient, SearchError } from '../runtime/client.ts';
import worker from '../runtime/worker.ts?worker&url';
import { element, quote } from './element.ts';
import type { renderAnswer } from './render.ts';
import { rememberPlace } from './return.ts';
import { FACETS, readState, STEP, writeState, type SearchState } from './state.ts';

const base = import.meta.env.BASE_URL;

let rendering: Promise<typeof renderAnswer> | undefined;
/** Rejects with a `SearchError` when the script has gone with an earlier publication. */
function loadRendering(): Promise<typeof renderAnswer> {
  rendering ??= import('./render.ts').then(
    (module) => module.renderAnswer,
    (error: unknown) => {
      rendering = undefined;
      throw new SearchError('outdated', String(error));
    },
  );
  return rendering;
}

/** Milliseconds without an answer after which the reader is shown a way on. */
const PATIENCE = 10_000;

function one(selector: string): HTMLElement {
  const found = document.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`search page without ${selector}`);
  return found;
}

export function startSearchPage(): void {
  const results = one('[data-search-results]');
  const count = one('[data-search-count]');
  const list = one('[data-search-list]');
  const heading = one('[data-search-heading]');
  const facets = one('[data-search-facets]');
  const reset = one('[data-search-reset]');
  const form = one('form.find') as HTMLFormElement;
  const input = one('#q') as HTMLInputElement;
  const boxes = [...facets.querySelectorAll<HTMLInputElement>('input[type=checkbox]')];
  const namesOf = (facet: string) =>
    new Map(boxes.filter(({ name }) => name === facet).map((box) => [box.value, box.nextElementSibling?.textContent ?? '']));
  const regionNames = namesOf('region');
  const topicNames = namesOf('topic');
  const client = createSearchClient({ worker, site: new URL(base, location.href).href });
  const place = rememberPlace();
  const siteTitle = document.title.split(' | ').at(-1) ?? '';
  let running: AbortController | undefined;

  const isFiltered = ({ filters }: SearchState) => Object.keys(filters).length > 0;
  const showFacets = (state: SearchState, answer: SearchAnswer | undefined) => {
    const counts = Object.values(answer?.facets ?? {}).flatMap((facet) => Object.values(facet));
    facets.hidden = answer === undefined || (!isFiltered(state) && counts.every((hits) => hits === 0));
    reset.hidden = !isFiltered(state);
    for (const box of boxes) {
      const facet = FACETS.find((name) => name === box.name);
      if (!facet) continue;
      const hits = answer?.facets[facet][box.value] ?? 0;
      box.checked = state.filters[facet]?.includes(box.value) ?? false;
      const row = box.closest('li');
      if (row) row.hidden = hits === 0 && !box.checked;
      const number = row?.querySelector('.c');
      if (number) number.textContent = String(hits);
    }
    for (const group of facets.querySelectorAll('fieldset')) group.hidden = group.querySelector('li:not([hidden])') === null;
  };
  /** Said again only when it is another: it is read out. */
  const say = (sentence: string) => {
    if (count.textContent !== sentence) count.textContent = sentence;
  };
  const button = (name: string, press: () => void) => {
    const made = element('button', { type: 'button', className: 'again' }, name);
    made.addEventListener('click', press);
    return made;
  };
  const again = () =>
    button('다시 검색', () => {
      client.restart();
      void run();
    });

  const hrefOf = (state: SearchState) => base + `search/${writeState(state)}`;
  const show = (render: typeof renderAnswer, state: SearchState, answer: SearchAnswer, isWaiting: boolean) => {
    const { sentence, elements } = render(answer, { base, state, regionNames, topicNames, isWaiting });
    heading.hidden = false;
    say(sentence);
    const lost = answer.hits.some(({ isCut }) => isCut === true);
    list.replaceChildren(
      ...(lost && !isWaiting ? [element('p', { className: 'understood' }, '일부 사례의 본문 발췌를 받지 못했습니다. ', again())] : []),
      ...elements,
    );
    showFacets(state, answer);
    place.arrive(!isWaiting);
    if (!isWaiting) results.dispatchEvent(new Event('shown'));
  };
  const showProblem = (state: SearchState, sentence: string, way: HTMLElement) => {
    say(sentence);
    list.replaceChildren(way);
    showFacets(state, undefined);
    results.dataset['state'] = 'error';
  };

  const run = async () => {
    const state = readState(location.search);
    running?.abort();
    input.value = state.query;
    heading.hidden = true;
    // Set at the first paint by public/theme.js.
    document.documentElement.toggleAttribute('data-asked', state.query !== '');
    document.title = state.query === '' ? `검색 | ${siteTitle}` : `${quote(state.query)} 검색 결과 | ${siteTitle}`;
    if (results.dataset['query'] !== state.query) say('');
    results.dataset['query'] = state.query;
    if (state.query === '') {
      results.dataset['state'] = 'idle';
      list.replaceChildren();
      showFacets(state, undefined);
      place.arrive(true);
      return;
    }
    const control = new AbortController();
    running = control;
    results.dataset['state'] = 'loading';
    const loading = loadRendering();
    let partial: SearchAnswer | undefined;
    const draw = (answer: SearchAnswer, isWaiting: boolean) =>
      loading.then((render) => {
        if (!control.signal.aborted) show(render, state, answer, isWaiting);
      });
    const patience = setTimeout(() => {
      // What comes later is still shown.
      if (partial) {
        const hits = partial.hits.map((hit) => (hit.passages.length > 0 ? hit : { ...hit, isCut: true as const }));
        void draw({ ...partial, hits }, false).then(() => (results.dataset['state'] = 'done'));
      } else
        showProblem(
          state,
          '검색이 10초 넘게 걸리고 있습니다. 연결을 확인하고 다시 검색하거나 아래 주제어나 목록에서 사례를 고르세요.',
          again(),
        );
    }, PATIENCE);
    try {
      const answer = await client.search(state.query, {
        filters: state.filters,
        literal: state.literal,
        demanded: state.must,
        most: state.most,
        signal: control.signal,
        onPartial: (first) => {
          partial = first;
          draw(first, true).catch(() => undefined);
        },
      });
      await draw(answer, false);
      if (control.signal.aborted) return;
      results.dataset['state'] = 'done';
    } catch (error) {
      if (control.signal.aborted) return;
      const known = error instanceof SearchError ? error : new SearchError('broken', String(error));
      const reload = () => {
        location.reload();
      };
      showProblem(state, known.message, known.reason === 'outdated' ? button('새로 고침', reload) : again());
    } finally {
      clearTimeout(patience);
    }
  };

  const move = (state: SearchState) => {
    const target = hrefOf(state);
    if (target !== location.pathname + location.search) {
      place.leave();
      history.pushState(null, '', target);
    }
    void run();
  };

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    // A new query begins without the conditions of the old one, unless it is the same.
    const before = readState(location.search);
    const query = input.value.trim();
    move(query === before.query ? before : { query, filters: {}, literal: false, must: [], most: STEP });
    if (query !== before.query) scrollTo({ top: 0, behavior: 'instant' });
  });
  facets.addEventListener('change', () => {
    const state = readState(location.search);
    const filters: SearchState['filters'] = {};
    for (const facet of FACETS) {
      const values = boxes.filter((box) => box.name === facet && box.checked).map((box) => box.value);
      if (values.length > 0) filters[facet] = values;
    }
    move({ ...state, filters, most: STEP });
  });
  reset.addEventListener('click', () => {
    move({ ...readState(location.search), filters: {}, most: STEP });
    input.focus();
  });
  list.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || link.pathname !== location.pathname) return;
    event.preventDefault();
    const isMore = link.closest('.more') !== null;
    move(readState(new URL(link.href).search));
    // Who asks for more goes on reading; who takes a change back may want to type.
    if (!isMore) input.focus();
  });
  addEventListener('popstate', () => {
    place.come();
    void run();
  });
  // Who hears of a failure is the search itself.
  const open = () => {
    loadRendering().catch(() => undefined);
    client.open(input.value).catch(() => undefined);
  };
  input.addEventListener('focus', open);
  input.addEventListener('input', open);
  void run();
}
