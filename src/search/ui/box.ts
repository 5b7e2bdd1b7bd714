/**
 * What every page loads for its search field: Ctrl/⌘+K, and the suggestions on first focus. Everything else comes when it is needed.
 * No key by itself leads there: who speaks to the machine would press it by saying something else (WCAG 2.1.4).
 */
const base = import.meta.env.BASE_URL;

addEventListener('keydown', (event) => {
  if (event.isComposing || event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return;
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
      const before = input.value;
      let isPressed = false;
      input.addEventListener('click', () => (isPressed = true), { once: true });
      import('./suggest.ts').then(
        ({ attachSuggestions }) => {
          attachSuggestions(input, isPressed || input.value !== before);
        },
        // Gone with an earlier publication: the field searches without suggestions.
        () => undefined,
      );
      // The search page opens its own search; other pages make ready for it.
      if (!document.querySelector('[data-search-results]')) {
        import('./warm.ts').then(
          ({ warmUp }) => warmUp(new URL(base, location.href).href),
          () => undefined,
        );
      }
    },
    { once: true },
  );
});
