/** Brings what ‘비교에 담기’ does (`picked.ts`) when it is first pressed, or where something was kept before. */
import { readPicks } from './picks.ts';

const isBox = (target: EventTarget | null): target is HTMLInputElement =>
  target instanceof HTMLInputElement && target.dataset['pick'] !== undefined;

let loading: Promise<void> | undefined;
const load = (pressed?: HTMLInputElement) => {
  loading ??= import('./picked.ts').then(
    ({ startPicking }) => {
      removeEventListener('change', loadFor);
      startPicking();
    },
    () => {
      // No network, or a newer site has taken the script's place: only the first can be tried again.
      loading = undefined;
      if (!pressed) return;
      pressed.checked = false;
      const place = document.querySelector('[data-list-message]');
      if (place) place.textContent = '비교에 담지 못했습니다. 연결을 확인하거나 페이지를 새로 고친 뒤 다시 눌러 주세요.';
    },
  );
};
const loadFor = ({ target }: Event) => {
  if (isBox(target)) load(target);
};
addEventListener('change', loadFor);
if (readPicks().length > 0) load();
