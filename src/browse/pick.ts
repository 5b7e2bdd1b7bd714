/** Brings what ‘비교에 담기’ does (`picked.ts`) when it is first pressed, or where something was kept before. */
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
      if (place) place.textContent = '담지 못했습니다. 페이지를 새로 고친 뒤 다시 눌러 주세요.';
    },
  );
};
const loadFor = ({ target }: Event) => {
  if (isBox(target)) load(target);
};
addEventListener('change', loadFor);
try {
  // The key of `picks.ts`, which comes with the rest.
  if (localStorage.getItem('compare')) load();
} catch {
  // Storage may be forbidden.
}
