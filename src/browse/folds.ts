/**
 * On a phone the long lists of a case are closed when it opens, but for the one that the address leads into; what leads to a row, the
 * browser's search in the page and paper open them. The bar there names the section that is being read.
 */
const isPhone = matchMedia('(max-width: 44rem)').matches;
const folds = [...document.querySelectorAll<HTMLDetailsElement>('.rows-fold')];

const targetOf = (hash: string): Element | null => {
  try {
    return document.getElementById(decodeURIComponent(hash.slice(1)));
  } catch {
    return null;
  }
};

/** Browsers open what they find by themselves, older ones only scroll. */
const openTarget = (): void => {
  const target = targetOf(location.hash);
  const fold = target?.closest<HTMLDetailsElement>('.rows-fold:not([open])');
  if (!fold) return;
  fold.open = true;
  target?.scrollIntoView();
};

if (isPhone) {
  const target = targetOf(location.hash);
  for (const fold of folds) fold.open = target !== null && fold.contains(target);
  // What stood above the place has grown shorter.
  target?.scrollIntoView();
  addEventListener('hashchange', openTarget);
  // A note that comes to its mark is drawn only where its list is open.
  const lent = new Set<HTMLDetailsElement>();
  addEventListener(
    'beforetoggle',
    ({ target: note, newState }) => {
      const fold = note instanceof HTMLElement && note.popover !== null ? note.closest<HTMLDetailsElement>('.rows-fold') : null;
      if (!fold) return;
      if (newState === 'open') {
        if (!fold.open) lent.add(fold);
        fold.open = true;
      } else
        // Another note may take its place at once.
        setTimeout(() => {
          if (!fold.querySelector(':popover-open') && lent.delete(fold)) fold.open = false;
        });
    },
    true,
  );
  addEventListener('beforeprint', () => {
    for (const fold of folds) fold.open = true;
  });
}

/** Part of the window's height, from above, in which the heading of what is being read has come. */
const READING_LINE = 0.3;
const here = document.querySelector('[data-here]');
if (isPhone && here) {
  const headings = [...document.querySelectorAll('.body h2')];
  const observer = new IntersectionObserver(
    () => {
      here.textContent =
        headings.findLast((heading) => heading.getBoundingClientRect().top < innerHeight * READING_LINE)?.textContent.trim() ?? '';
    },
    { rootMargin: `0px 0px -${String(100 - READING_LINE * 100)}%` },
  );
  for (const heading of headings) observer.observe(heading);
}
