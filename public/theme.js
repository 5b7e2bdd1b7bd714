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
  if (saved === 'light' || saved === 'dark') root.dataset.theme = saved;
  addEventListener('DOMContentLoaded', () => {
    const button = document.getElementById('theme');
    if (!button) return;
    const system = matchMedia('(prefers-color-scheme: dark)');
    const isDark = () => (root.dataset.theme ? root.dataset.theme === 'dark' : system.matches);
    const show = () => {
      button.textContent = isDark() ? '밝게' : '어둡게';
    };
    button.hidden = false;
    show();
    system.addEventListener('change', show);
    button.addEventListener('click', () => {
      root.dataset.theme = isDark() ? 'light' : 'dark';
      try {
        localStorage.setItem(key, root.dataset.theme);
      } catch {
        // The choice then lasts for this page only.
      }
      show();
    });
  });
})();
