/**
 * What every page loads for its search field: the keys `/` and Ctrl/⌘+K, and the suggestions on first focus.
 * Everything else comes when it is needed.
 */
const base = import.meta.env.BASE_URL;

addEventListener('keydown', (event) => {
  const inField = event.target instanceof HTMLElement && event.target.matches('input, textarea, select, [contenteditable]');
  const slash = event.key === '/' && !inField && !event.ctrlKey && !event.metaKey && !event.altKey;
  const commandK = event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey);
  if (event.isComposing || !(slash || commandK)) return;
  const input = document.querySelector<HTMLInputElement>('[data-search-input]');
  if (!input) return;
  event.preventDefault();
  input.focus();
  input.select();
});

document.querySelectorAll<HTMLInputElement>('[data-search-input]').forEach((input) => {
  input.addEventListener(
    'focus',
    () => {
      void import('./suggest.ts').then(({ attachSuggestions }) => {
        attachSuggestions(input);
      });
      // The search page opens its own search; other pages make ready for it.
      if (!document.querySelector('[data-search-results]')) {
        void import('./warm.ts').then(({ warmUp }) => warmUp(new URL(base, location.href).href));
      }
    },
    { once: true },
  );
});
