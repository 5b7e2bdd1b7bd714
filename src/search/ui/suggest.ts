/**
 * Suggestions under a search field: WAI-ARIA combobox with a listbox, fully usable by keyboard. Options are links, so that they open in a new
 * tab as links do.
 */
import { createMatcher, readGroups, type Match, type SuggestionGroup } from './match.ts';

const MOST = 8;
/** Letters. What is pasted as a whole sentence is a question, and the list of names (5 KB) is not fetched for it. */
const LONGEST = 20;
const base = import.meta.env.BASE_URL;

type Matcher = ReturnType<typeof createMatcher>;
let loading: Promise<Matcher> | undefined;

/** Fetched once a page, again after a failure; without it the field still searches. */
function loadMatcher(): Promise<Matcher> {
  loading ??= fetch(`${base}search/suggest.json`)
    .then(async (response) => createMatcher(response.ok ? readGroups((await response.json()) as SuggestionGroup[]) : []))
    .catch(() => {
      loading = undefined;
      return createMatcher([]);
    });
  return loading;
}

/**
 * Adds the list to a field and keeps it in step with what is typed.
 * @param isAsked it was typed in or pressed before this came
 */
export function attachSuggestions(input: HTMLInputElement, isAsked: boolean): void {
  const box = input.closest<HTMLElement>('[data-search-box]');
  if (!box) return;
  const list = Object.assign(document.createElement('div'), { className: 'suggest', id: `${input.id}-list`, hidden: true });
  list.role = 'listbox';
  list.ariaLabel = '검색어 제안';
  box.append(list);
  input.role = 'combobox';
  input.ariaAutoComplete = 'list';
  input.ariaExpanded = 'false';
  input.setAttribute('aria-controls', list.id);

  let active = -1;
  /** What the list stands for. */
  let shown: string | undefined;
  const options = () => [...list.querySelectorAll<HTMLAnchorElement>('[role=option]')];

  const select = (index: number) => {
    active = index;
    options().forEach((option, at) => {
      option.ariaSelected = String(at === index);
    });
    if (index < 0) input.removeAttribute('aria-activedescendant');
    else input.setAttribute('aria-activedescendant', `${list.id}-${String(index)}`);
  };
  const close = () => {
    list.hidden = true;
    input.ariaExpanded = 'false';
    select(-1);
  };
  const renderOption = ({ suggestion, missing }: Match, index: number): HTMLElement => {
    const option = document.createElement('a');
    option.id = `${list.id}-${String(index)}`;
    option.href = base + suggestion.path.slice(1);
    option.tabIndex = -1;
    const name = document.createElement('span');
    name.textContent = suggestion.name;
    const remark = document.createElement('small');
    remark.textContent = [...missing.map((word) => `‘${word}’ 없음`), suggestion.kind].join(', ');
    option.append(name, ' ', remark);
    option.role = 'option';
    option.dataset['tier'] = missing.length === 0 ? 'full' : 'partial';
    return option;
  };
  const update = async () => {
    if (loading === undefined && input.value.length > LONGEST) return;
    const typed = input.value;
    const found = (await loadMatcher())(typed, MOST);
    if (typed !== input.value || document.activeElement !== input) return;
    // There already, and perhaps chosen from meanwhile.
    if (!list.hidden && shown === typed) return;
    shown = typed;
    list.replaceChildren(...found.map(renderOption));
    select(-1);
    list.hidden = found.length === 0;
    input.ariaExpanded = String(found.length > 0);
  };

  input.addEventListener('input', () => void update());
  // Pressed again, as on a phone whose keyboard has gone. Not on every focus: the page sets it too, and the list would lie over the answer.
  input.addEventListener('click', () => {
    if (list.hidden) void update();
  });
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
      const places = options().length + 1;
      select(((active + 1 + step + places) % places) - 1);
      options()[active]?.scrollIntoView({ block: 'nearest' });
    } else if (event.key === 'Enter' && open) {
      const chosen = options()[active];
      if (chosen) {
        event.preventDefault();
        if (event.ctrlKey || event.metaKey) window.open(chosen.href, '_blank', 'noopener');
        else location.assign(chosen.href);
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
  input.addEventListener('blur', close);
  input.form?.addEventListener('submit', close);
  if (isAsked) void update();
}
