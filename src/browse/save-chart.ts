/**
 * Saves a chart of a case page as a picture that can stand alone: its title above, what it is taken from below, in the colours of the page.
 * Loaded when first asked for.
 */
import { textWithout } from './place.ts';

/** What the style sheet gives a shape, which a file must carry itself. */
const STYLES = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'font-size',
  'font-weight',
  'text-anchor',
  'dominant-baseline',
] as const;
const SVG = 'http://www.w3.org/2000/svg';
/** Pixels. */
const EDGE = 16;
const LINE = 22;
const GAP = 8;
const LETTERS = { title: 15, source: 12 };
/** Picture points for one of the page: sharp in print. */
const SCALE = 3;
const FONT = "'Apple SD Gothic Neo', 'Malgun Gothic', 'Noto Sans KR', 'Noto Sans CJK KR', sans-serif";

document.addEventListener('click', (event) => {
  const button = event.target instanceof Element ? event.target.closest<HTMLButtonElement>('button[data-save]') : null;
  const figure = button?.closest('figure');
  if (!button || !figure) return;
  const label = [...button.childNodes];
  const say = (words: string) => {
    button.textContent = words;
    setTimeout(() => {
      button.replaceChildren(...label);
    }, 2000);
  };
  save(figure, button.dataset['save'] === 'png').then(
    () => {
      say('저장했습니다');
    },
    () => {
      say('저장하지 못했습니다');
    },
  );
});

async function save(figure: Element, asPoints: boolean): Promise<void> {
  const table = figure.nextElementSibling?.querySelector('table');
  const pages = textWithout(figure.querySelector('.pp'));
  const cite = figure.closest<HTMLElement>('[data-cite]')?.dataset['cite'] ?? '';
  const address = document.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href ?? location.href.split('#')[0] ?? '';
  const id = table?.id ?? '';
  const picture = draw(figure, textWithout(figure.querySelector('.ct')), [`${cite} ${pages}`, `${address}#${id}`]);
  const text = new XMLSerializer().serializeToString(picture);
  const blob = asPoints ? await toPoints(text, picture) : new Blob([text], { type: 'image/svg+xml' });
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = `${location.pathname.split('/').at(-2) ?? 'chart'}-${id}.${asPoints ? 'png' : 'svg'}`;
  link.click();
  setTimeout(() => {
    URL.revokeObjectURL(link.href);
  }, 10_000);
}

/** The drawings of a figure, one below the other between title and source, at the width that they have on the page. */
function draw(figure: Element, title: string, source: readonly string[]): SVGSVGElement {
  const drawn = figure.querySelector<SVGSVGElement>(':scope > svg');
  if (!drawn) throw new Error('no drawing');
  const page = getComputedStyle(figure);
  const { width, height } = drawn.getBoundingClientRect();
  const root = document.createElementNS(SVG, 'svg');
  const add = (tag: string, attributes: Record<string, string | number>, text = '') => {
    const shape = document.createElementNS(SVG, tag);
    for (const [name, value] of Object.entries(attributes)) shape.setAttribute(name, String(value));
    shape.textContent = text;
    root.append(shape);
  };
  const legend = [...figure.querySelectorAll('.legend li')];
  const lines = { title: fold(title, width, LETTERS.title), source: source.flatMap((line) => fold(line, width, LETTERS.source)) };
  const top = EDGE + lines.title.length * LINE + GAP;
  const under = top + height + GAP;
  const below = under + legend.length * LINE;
  const whole = { width: width + 2 * EDGE, height: below + lines.source.length * LINE + EDGE };
  root.setAttribute('width', String(whole.width));
  root.setAttribute('height', String(whole.height));
  root.setAttribute('viewBox', `0 0 ${String(whole.width)} ${String(whole.height)}`);
  root.setAttribute('font-family', FONT);
  add('rect', { width: '100%', height: '100%', fill: getComputedStyle(document.body).backgroundColor });
  lines.title.forEach((line, index) => {
    add('text', { x: EDGE, y: EDGE + (index + 0.7) * LINE, fill: page.color, 'font-size': LETTERS.title, 'font-weight': 600 }, line);
  });
  root.append(copyOf(drawn, EDGE, top, width, height));
  legend.forEach((item, index) => {
    const mark = item.querySelector('svg');
    const y = under + index * LINE;
    if (mark) root.append(copyOf(mark, EDGE, y + 4, 14, 14));
    add('text', { x: EDGE + 20, y: y + LINE * 0.7, fill: page.color, 'font-size': LETTERS.source }, textWithout(item));
  });
  lines.source.forEach((line, index) => {
    add('text', { x: EDGE, y: below + (index + 0.9) * LINE, fill: page.color, 'font-size': LETTERS.source }, line);
  });
  return root;
}

/** A drawing with what the style sheet says of each shape written into it. */
function copyOf(drawn: SVGElement, x: number, y: number, width: number, height: number): SVGElement {
  const copy = drawn.cloneNode(true) as SVGElement;
  const from = drawn.querySelectorAll('*');
  copy.querySelectorAll<SVGElement>('*').forEach((shape, index) => {
    const original = from[index];
    const style = original && getComputedStyle(original);
    for (const name of STYLES) {
      const value = style?.getPropertyValue(name) ?? '';
      if (value !== '') shape.style.setProperty(name, value);
    }
    shape.removeAttribute('class');
  });
  for (const [name, value] of Object.entries({ x, y, width, height, overflow: 'visible' })) copy.setAttribute(name, String(value));
  copy.removeAttribute('aria-label');
  return copy;
}

/** Words in lines of a width in pixels, as far as widths can be told without setting them. */
function fold(text: string, width: number, size: number): string[] {
  const context = document.createElement('canvas').getContext('2d');
  if (context) context.font = `${String(size)}px ${FONT}`;
  const lines: string[] = [];
  for (const word of text.split(' ').filter(Boolean)) {
    const longer = lines.length === 0 ? word : `${lines.at(-1) ?? ''} ${word}`;
    if (lines.length > 0 && (context?.measureText(longer).width ?? 0) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

async function toPoints(text: string, { width, height }: SVGSVGElement): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = width.baseVal.value * SCALE;
  canvas.height = height.baseVal.value * SCALE;
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob) resolve(blob);
      else reject(new Error('no picture'));
    }, 'image/png');
  });
}
