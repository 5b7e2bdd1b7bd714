/** The form of a list as its script makes and reads it: check boxes and ways to order. */
import { readState, SORT_KEY, type ListShape, type ListState } from './list-state.ts';
import type { SortColumn } from './list-table.ts';

/** Links to static pages become check boxes with the same words. */
export function upgradeLinks(form: HTMLFormElement): void {
  for (const link of form.querySelectorAll<HTMLAnchorElement>('a[data-value]')) {
    const label = document.createElement('label');
    const box = document.createElement('input');
    box.type = 'checkbox';
    box.name = link.closest<HTMLElement>('[data-facet]')?.dataset['facet'] ?? '';
    box.value = link.dataset['value'] ?? '';
    box.autocomplete = 'off';
    label.dataset['name'] = link.dataset['name'] ?? '';
    label.append(box, ...link.childNodes);
    link.replaceWith(label);
  }
}

export function readForm(form: HTMLFormElement, shape: ListShape): ListState {
  const params = new URLSearchParams();
  for (const [key, value] of new FormData(form)) if (typeof value === 'string') params.append(key, value);
  return readState(params, shape).state;
}

export function addSortButtons(columns: readonly SortColumn[], sortBy: (key: string) => void): void {
  for (const { head, key, name } of columns) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'sort';
    button.setAttribute('aria-label', `${name} 기준 정렬`);
    button.addEventListener('click', () => {
      sortBy(key);
    });
    head.append(button);
    head.setAttribute('aria-sort', 'none');
  }
}

/** On a phone the head of the table is not shown; there the order is a line of the form. */
export function addSortChoices(form: HTMLFormElement, columns: readonly SortColumn[]): void {
  const list = form.querySelector('[data-list-sorts]');
  const choices = columns.flatMap(({ key, name, isNumber }) =>
    isNumber
      ? [
          [`-${key}`, `${name} 큰 순`],
          [key, `${name} 작은 순`],
        ]
      : [[key, name]],
  );
  for (const [value = '', name = ''] of [['', '기본 순서'], ...choices]) {
    const label = document.createElement('label');
    const radio = document.createElement('input');
    radio.type = 'radio';
    radio.name = SORT_KEY;
    radio.value = value;
    radio.autocomplete = 'off';
    radio.checked = value === '';
    label.append(radio, name);
    const item = document.createElement('li');
    item.append(label);
    list?.append(item);
  }
}
