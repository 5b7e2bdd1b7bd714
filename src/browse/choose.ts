/** ‘비교할 사례 선택’ on the index: boxes before the titles, and a link to the comparison of those that are ticked. Loaded when first asked for. */
import { MOST_COMPARED, writeChosen } from './chosen.ts';

export function startChoosing(button: HTMLButtonElement, link: HTMLAnchorElement, table: HTMLTableElement): void {
  const chosen: string[] = [];
  const address = link.pathname;

  const show = () => {
    const full = chosen.length >= MOST_COMPARED;
    for (const box of table.querySelectorAll<HTMLInputElement>('.choose')) {
      box.checked = chosen.includes(box.value);
      box.disabled = full && !box.checked;
    }
    link.hidden = chosen.length < 2;
    link.href = address + writeChosen(chosen);
    link.textContent = `선택한 ${String(chosen.length)}건 비교`;
    button.textContent = chosen.length === 1 ? '하나 더 선택하세요' : full ? '네 건까지 선택할 수 있습니다' : '비교할 사례를 선택하세요';
  };
  const addBoxes = () => {
    for (const row of table.querySelectorAll<HTMLTableRowElement>('tr[data-case]')) {
      if (row.querySelector('.choose')) continue;
      const box = document.createElement('input');
      box.type = 'checkbox';
      box.className = 'choose';
      box.autocomplete = 'off';
      box.value = row.dataset['case'] ?? '';
      const title = row.querySelector('th');
      box.setAttribute('aria-label', `${title?.querySelector('a')?.textContent.trim() ?? ''} 비교에 담기`);
      title?.prepend(box);
    }
    show();
  };

  table.addEventListener('change', (event) => {
    const box = event.target;
    if (!(box instanceof HTMLInputElement) || !box.classList.contains('choose')) return;
    if (box.checked) chosen.push(box.value);
    else chosen.splice(chosen.indexOf(box.value), 1);
    show();
  });
  addBoxes();
  // Rows of other pages come in when a filter asks for them.
  new MutationObserver(addBoxes).observe(table, { childList: true, subtree: true });
  table.querySelector<HTMLInputElement>('.choose')?.focus();
}
