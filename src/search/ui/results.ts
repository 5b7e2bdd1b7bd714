/** The search page: the address holds the whole state; the form, the facets and the back button change it. */
import type { SearchAnswer } from '../runtime/answer.ts';
import { createSearchClient, SearchError } from '../runtime/client.ts';
import { countText, renderAnswer, type RenderOptions } from './render.ts';
import { FACETS, readState, STEP, writeState, type SearchState } from './state.ts';

const base = import.meta.env.BASE_URL;

function one(selector: string): HTMLElement {
  const found = document.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`search page without ${selector}`);
  return found;
}

export function startSearchPage(): void {
  const results = one('[data-search-results]');
  const count = one('[data-search-count]');
  const list = one('[data-search-list]');
  const plain = one('[data-search-plain]');
  const facets = one('[data-search-facets]');
  const form = one('form.find') as HTMLFormElement;
  const input = one('#q') as HTMLInputElement;
  const boxes = [...facets.querySelectorAll<HTMLInputElement>('input[type=checkbox]')];
  const namesOf = (facet: string) =>
    new Map(boxes.filter(({ name }) => name === facet).map((box) => [box.value, box.dataset['name'] ?? '']));
  const regionNames = namesOf('region');
  const topicNames = namesOf('topic');
  const client = createSearchClient({
    createWorker: () => new Worker(new URL('../runtime/worker.ts', import.meta.url), { type: 'module' }),
    site: new URL(base, location.href).href,
  });
  const siteTitle = document.title.split(' | ').at(-1) ?? '';
  let running: AbortController | undefined;

  const showFacets = (state: SearchState, answer: SearchAnswer | undefined) => {
    facets.hidden = answer === undefined || answer.unfiltered === 0;
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

  const hrefOf = (state: SearchState) => base + `search/${writeState(state)}`;
  const show = (state: SearchState, answer: SearchAnswer, waiting: boolean) => {
    const options: RenderOptions = {
      base,
      regionNames,
      topicNames,
      literalHref: hrefOf({ ...state, literal: true, most: STEP }),
      moreHref: hrefOf({ ...state, most: state.most + STEP }),
      waiting,
    };
    count.textContent = countText(answer);
    list.replaceChildren(...renderAnswer(answer, options));
    showFacets(state, answer);
  };

  const run = async () => {
    const state = readState(location.search);
    running?.abort();
    input.value = state.query;
    plain.hidden = true;
    document.title = state.query === '' ? `찾기 | ${siteTitle}` : `‘${state.query}’ 찾기 | ${siteTitle}`;
    if (state.query === '') {
      results.dataset['state'] = 'idle';
      results.dataset['query'] = '';
      count.textContent = '';
      list.replaceChildren();
      showFacets(state, undefined);
      return;
    }
    const control = new AbortController();
    running = control;
    results.dataset['state'] = 'loading';
    results.dataset['query'] = state.query;
    try {
      const answer = await client.search(state.query, {
        filters: state.filters,
        literal: state.literal,
        most: state.most,
        signal: control.signal,
        onPartial: (partial) => {
          if (!control.signal.aborted) show(state, partial, true);
        },
      });
      if (control.signal.aborted) return;
      show(state, answer, false);
      results.dataset['state'] = 'done';
    } catch (error) {
      if (control.signal.aborted) return;
      count.textContent = error instanceof SearchError ? error.message : '찾는 도중에 문제가 생겼다.';
      const again = document.createElement('button');
      again.type = 'button';
      again.className = 'again';
      again.textContent = '다시 찾기';
      again.addEventListener('click', () => void run());
      list.replaceChildren(again);
      plain.hidden = false;
      showFacets(state, undefined);
      results.dataset['state'] = 'error';
    }
  };

  const move = (state: SearchState) => {
    const target = hrefOf(state);
    if (target !== location.pathname + location.search) history.pushState(null, '', target);
    void run();
  };

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    // A new query begins without the conditions of the old one, unless it is the same.
    const before = readState(location.search);
    const query = input.value.trim();
    move(query === before.query ? before : { query, filters: {}, literal: false, most: STEP });
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
  list.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || link.pathname !== location.pathname) return;
    event.preventDefault();
    history.pushState(null, '', link.href);
    void run();
    // Who asks for more goes on reading; who takes a change back may want to type.
    if (!link.closest('.more')) input.focus();
  });
  addEventListener('popstate', () => void run());
  const open = () => void client.open(input.value).catch(() => undefined);
  input.addEventListener('focus', open);
  input.addEventListener('input', open);
  void run();
}
