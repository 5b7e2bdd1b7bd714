// Runs before the first paint, so that a remembered colour scheme never flashes.
(() => {
  const root = document.documentElement;
  const key = 'theme';
  let saved = null;
  try {
    saved = localStorage.getItem(key);
  } catch {
    // Storage may be forbidden; the page then follows the system.
  }
  // The colour of the browser's own bars goes with it: one of two elements, light before dark.
  const choose = (theme) => {
    root.dataset.theme = theme;
    document.querySelectorAll('[name=theme-color]').forEach((meta, index) => {
      meta.media = index === Number(theme === 'dark') ? 'all' : 'not all';
    });
  };
  if (saved === 'light' || saved === 'dark') choose(saved);
  // Search and comparison then keep room for the answer from the first paint, so that nothing jumps when it comes.
  if (/[?&](?:q|cases|add)=[^&]/.test(location.search)) root.dataset.asked = '';
  addEventListener('DOMContentLoaded', () => {
    const button = document.getElementById('theme');
    if (!button) return;
    const system = matchMedia('(prefers-color-scheme: dark)');
    const isDark = () => (root.dataset.theme ? root.dataset.theme === 'dark' : system.matches);
    const show = () => {
      button.textContent = isDark() ? '밝은 화면' : '어두운 화면';
    };
    button.hidden = false;
    show();
    system.addEventListener('change', show);
    button.addEventListener('click', () => {
      choose(isDark() ? 'light' : 'dark');
      try {
        localStorage.setItem(key, root.dataset.theme);
      } catch {
        // The choice then lasts for this page only.
      }
      show();
    });
  });
})();
