/** Suggestions under a search field: WAI-ARIA combobox with a listbox, fully usable by keyboard. */
import { matchSuggestions, type Suggestion } from './match.ts';

const MOST = 8;
const base = import.meta.env.BASE_URL;

let loading: Promise<readonly Suggestion[]> | undefined;

/** Fetched once a page; without it the field still searches. */
function loadSuggestions(): Promise<readonly Suggestion[]> {
  loading ??= fetch(`${base}search/suggest.json`)
    .then((response) => (response.ok ? (response.json() as Promise<Suggestion[]>) : []))
    .catch(() => []);
  return loading;
}

/** Adds the list to a field and keeps it in step with what is typed. */
export function attachSuggestions(input: HTMLInputElement): void {
  const box = input.closest<HTMLElement>('[data-search-box]');
  if (!box) return;
  const list = document.createElement('ul');
  list.className = 'suggest';
  list.id = `${input.id}-list`;
  list.role = 'listbox';
  list.ariaLabel = '찾기 제안';
  list.hidden = true;
  box.append(list);
  input.role = 'combobox';
  input.ariaAutoComplete = 'list';
  input.ariaExpanded = 'false';
  input.setAttribute('aria-controls', list.id);

  let shown: Suggestion[] = [];
  let active = -1;

  const select = (index: number) => {
    active = index;
    [...list.children].forEach((option, at) => {
      option.ariaSelected = String(at === index);
    });
    if (index < 0) input.removeAttribute('aria-activedescendant');
    else input.setAttribute('aria-activedescendant', `${list.id}-${index}`);
  };
  const close = () => {
    list.hidden = true;
    input.ariaExpanded = 'false';
    select(-1);
  };
  const go = (suggestion: Suggestion) => {
    location.assign(base + suggestion.path.slice(1));
  };
  const update = async () => {
    const typed = input.value;
    const found = matchSuggestions(await loadSuggestions(), typed, MOST);
    if (typed !== input.value || document.activeElement !== input) return;
    shown = found;
    list.replaceChildren(
      ...found.map(({ kind, name }, index) => {
        const option = document.createElement('li');
        option.id = `${list.id}-${index}`;
        option.role = 'option';
        const text = document.createElement('span');
        text.textContent = name;
        const label = document.createElement('small');
        label.textContent = kind;
        option.append(text, label);
        return option;
      }),
    );
    select(-1);
    list.hidden = found.length === 0;
    input.ariaExpanded = String(found.length > 0);
  };

  input.addEventListener('input', () => void update());
  input.addEventListener('keydown', (event) => {
    // While a syllable is being composed the keys belong to the input method.
    if (event.isComposing) return;
    const open = !list.hidden;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      if (!open) {
        void update();
        return;
      }
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      // One place before the first stands for the field itself.
      const places = shown.length + 1;
      select(((active + 1 + step + places) % places) - 1);
    } else if (event.key === 'Enter' && open) {
      const chosen = shown[active];
      if (chosen) {
        event.preventDefault();
        go(chosen);
      } else close();
    } else if (event.key === 'Escape' && open) {
      event.preventDefault();
      close();
    } else if (event.key === 'Tab') close();
  });
  // A press must not take the focus away before the click arrives.
  list.addEventListener('mousedown', (event) => {
    event.preventDefault();
  });
  list.addEventListener('click', (event) => {
    const option = event.target instanceof Element ? event.target.closest('[role=option]') : null;
    const chosen = option ? shown[[...list.children].indexOf(option)] : undefined;
    if (chosen) go(chosen);
  });
  input.addEventListener('blur', close);
  input.form?.addEventListener('submit', close);
  if (input.value !== '') void update();
}
