/**
 * Laws of layout that no engine may break. Each function runs in the page, in any engine, and therefore uses nothing from outside itself; each
 * answers with what it found, in words.
 */

/** Text that lies on a drawing, or on a table beside it: a note of the margin on the timeline, a headline figure on the facts. */
export function findCoveredNeighbours(): string[] {
  const faults: string[] = [];
  const isShown = (element: Element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  const boxesOf = (element: Element): DOMRect[] => {
    const found: DOMRect[] = [];
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const { parentElement } = node;
      if (!parentElement || node.textContent?.trim() === '' || !isShown(parentElement) || parentElement.closest('.vh')) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      found.push(...[...range.getClientRects()].filter(({ width, height }) => width > 1 && height > 1));
    }
    return found;
  };
  const overlaps = (one: DOMRect, two: DOMRect) =>
    Math.min(one.right, two.right) - Math.max(one.left, two.left) > 1 && Math.min(one.bottom, two.bottom) - Math.max(one.top, two.top) > 1;
  const name = (element: Element) => (element.textContent ?? '').trim().replaceAll(/\s+/g, ' ').slice(0, 30);

  const drawings = [...document.querySelectorAll('svg')].filter(isShown);
  for (const drawing of drawings) {
    const box = drawing.getBoundingClientRect();
    for (const element of document.querySelectorAll('main .mn, main p, main li, main h2, main h3, main caption')) {
      if (!isShown(element) || element.contains(drawing) || drawing.contains(element)) continue;
      if (boxesOf(element).some((text) => overlaps(text, box))) faults.push(`text on a drawing: ‘${name(element)}’`);
    }
  }
  const headline = document.querySelector('#headline');
  const facts = document.querySelector('.facts');
  if (headline && facts && overlaps(headline.getBoundingClientRect(), facts.getBoundingClientRect()))
    faults.push('the headline figures run into the facts');
  return [...new Set(faults)].slice(0, 5);
}

/** Labels of drawings that lie outside their drawing, above or below, run into the next one, or are not of a size that can be read. */
export function findStrayLabels(): string[] {
  const faults: string[] = [];
  for (const drawing of document.querySelectorAll('svg')) {
    if (!drawing.checkVisibility()) continue;
    const frame = drawing.getBoundingClientRect();
    let last: DOMRect | undefined;
    for (const label of drawing.querySelectorAll('text')) {
      const box = label.getBoundingClientRect();
      if (box.width === 0) continue;
      const words = label.textContent.trim().slice(0, 20);
      if (last && box.left < last.right + 3 && box.right > last.left && box.top < last.bottom && box.bottom > last.top)
        faults.push(`‘${words}’ runs into the label before it`);
      last = box;
      const size = Number.parseFloat(getComputedStyle(label).fontSize);
      if (size < 12) faults.push(`‘${words}’ is ${String(size)} px`);
      if (box.top < frame.top - 3 || box.bottom > frame.bottom + 3)
        faults.push(
          `‘${words}’ stands ${String(Math.round(frame.top - box.top))} px above its drawing, ${String(Math.round(box.bottom - frame.bottom))} px below`,
        );
    }
  }
  return [...new Set(faults)].slice(0, 5);
}
