/**
 * Coming back to the list: the browser remembers how far it was read, but the list is only there when the search has answered again. So every
 * entry of the history keeps its own place, and the place is taken when there is a list to take it in.
 */
export interface Return {
  /** Before the address changes: the entry that is left keeps its place. */
  leave(): void;
  /** The history has moved to another entry; its place is taken at the next `arrive`. */
  come(): void;
  /** The list is there, or a part of it. Takes the place, if it reaches so far and the reader has not moved meanwhile. */
  arrive(isWhole: boolean): void;
}

const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);

function placeOf(state: unknown): number | undefined {
  const scroll = typeof state === 'object' && state !== null && 'scroll' in state ? state.scroll : undefined;
  return isNumber(scroll) ? scroll : undefined;
}

export function rememberPlace(): Return {
  history.scrollRestoration = 'manual';
  const [entry] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  // A new visit begins at the top, even where the entry is an old one.
  let wanted = entry?.type === 'back_forward' || entry?.type === 'reload' ? placeOf(history.state) : undefined;
  const keep = (): void => {
    if (wanted === undefined) history.replaceState({ scroll: Math.round(scrollY) }, '');
  };
  let timer: ReturnType<typeof setTimeout> | undefined;
  addEventListener(
    'scroll',
    () => {
      clearTimeout(timer);
      timer = setTimeout(keep, 200);
    },
    { passive: true },
  );
  addEventListener('pagehide', keep);
  // Who moves the page has found another place.
  const give = (): void => {
    wanted = undefined;
  };
  for (const type of ['wheel', 'touchmove', 'pointerdown', 'keydown']) addEventListener(type, give, { passive: true });
  return {
    leave() {
      clearTimeout(timer);
      give();
      keep();
    },
    come() {
      clearTimeout(timer);
      wanted = placeOf(history.state) ?? 0;
    },
    arrive(isWhole) {
      if (wanted === undefined) return;
      scrollTo({ top: wanted, behavior: 'instant' });
      if (isWhole) give();
    },
  };
}
