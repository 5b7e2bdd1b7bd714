/** `/` and Ctrl/⌘+K put the cursor into the page's search box. Typing in a field is left alone. */
addEventListener('keydown', (event) => {
  const inField = event.target instanceof HTMLElement && event.target.matches('input, textarea, select, [contenteditable]');
  const asked =
    event.key === '/'
      ? !inField && !event.ctrlKey && !event.metaKey && !event.altKey
      : event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey);
  if (!asked || event.isComposing) return;
  const input = document.querySelector<HTMLInputElement>('[data-search-input]');
  if (!input) return;
  event.preventDefault();
  input.focus();
  input.select();
});
