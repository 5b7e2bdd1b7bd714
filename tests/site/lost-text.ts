/**
 * Text that is cut off, that runs over other text, or that makes the page scroll sideways; at most five findings. Runs in the page, in any
 * engine, and therefore uses nothing from outside itself.
 */
export function findLostText(): string[] {
  const faults: string[] = [];
  // Rows that wait for the screen to reach them have no place yet: a reader who is there sees them laid out.
  const sheet = new CSSStyleSheet();
  // The bar at the edge of the window lies over the text on purpose, and scrolling shows what is behind it.
  sheet.replaceSync('tr { content-visibility: visible !important; } .bar { position: static !important; }');
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  const over = document.documentElement.scrollWidth - document.documentElement.clientWidth;
  if (over > 0) faults.push(`scrolls sideways by ${String(over)} px`);
  const isClipped = (element: Element | null): boolean =>
    element !== null && (getComputedStyle(element).clipPath !== 'none' || isClipped(element.parentElement));
  const isShown = (element: Element) =>
    element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && !element.closest('.skip, svg') && !isClipped(element);
  // A table that scrolls by itself (WCAG 1.4.10 lets tables of data do so).
  const SCROLLING = '.grid';
  const boxes: { rect: DOMRect; text: string; node: Text }[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    const text = node.textContent?.trim() ?? '';
    if (!parent || text === '' || !isShown(parent)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const rect of range.getClientRects()) {
      if (rect.width < 2 || rect.height < 2) continue;
      if ((rect.right > innerWidth + 1 || rect.left < -1) && !parent.closest(SCROLLING)) faults.push(`outside: ${text.slice(0, 30)}`);
      if (getComputedStyle(parent).overflowX === 'hidden' && parent.scrollWidth > parent.clientWidth + 1)
        faults.push(`cut: ${text.slice(0, 30)}`);
      boxes.push({ rect, text, node: node as Text });
    }
  }
  boxes.sort((a, b) => a.rect.top - b.rect.top);
  boxes.forEach((one, index) => {
    for (let at = index + 1; at < boxes.length; at += 1) {
      const two = boxes[at];
      if (!two || two.rect.top >= one.rect.bottom) break;
      if (two.node === one.node) continue;
      const width = Math.min(one.rect.right, two.rect.right) - Math.max(one.rect.left, two.rect.left);
      const height = Math.min(one.rect.bottom, two.rect.bottom) - Math.max(one.rect.top, two.rect.top);
      // Line boxes of fonts overlap a little; letters do not.
      if (width > 2 && height > Math.min(one.rect.height, two.rect.height) * 0.4)
        faults.push(`over each other: ‘${one.text.slice(0, 25)}’ and ‘${two.text.slice(0, 25)}’`);
    }
  });
  return [...new Set(faults)].slice(0, 5);
}
