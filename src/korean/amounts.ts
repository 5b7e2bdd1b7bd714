/** Units of money as printed, in won. */
const WON: Readonly<Record<string, number>> = {
  원: 1,
  천원: 1e3,
  만원: 1e4,
  십만원: 1e5,
  백만원: 1e6,
  천만원: 1e7,
  억원: 1e8,
  조원: 1e12,
};

/** 1234567.5 → `1,234,567.5`; the same on every machine. */
export function formatNumber(value: number): string {
  const [whole = '0', fraction] = String(Math.abs(value)).split('.');
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ',');
  return (value < 0 ? '−' : '') + grouped + (fraction === undefined ? '' : `.${fraction}`);
}

/** The amount in won when the unit is one of money, otherwise `undefined`. White space in the unit is ignored. */
export function toWon(value: number, unit: string): number | undefined {
  const scale = WON[unit.replaceAll(/\s/g, '')];
  return scale === undefined ? undefined : Math.round(value * scale);
}

/** 7000 → `7천`, 7500 → `7,500`, 50 → `50`: only a round thousand is shortened. */
function shorten(value: number): string {
  return value >= 1000 && value % 1000 === 0 ? `${String(value / 1000)}천` : formatNumber(value);
}

/**
 * A printed amount of money as it is said every day: (70000, '천원') → `7천만 원`, (775, '백만원') → `7억 7,500만 원`.
 * Exact, never rounded. `undefined` when the unit is no money or the printed form already is the everyday one.
 */
export function everydayAmount(value: number, unit: string): string | undefined {
  const won = toWon(value, unit);
  if (won === undefined || won <= 0) return undefined;
  const parts: string[] = [];
  let rest = won;
  for (const [name, size] of [
    ['조', 1e12],
    ['억', 1e8],
    ['만', 1e4],
  ] as const) {
    const count = Math.floor(rest / size);
    if (count > 0) parts.push(shorten(count) + name);
    rest -= count * size;
  }
  if (rest > 0) parts.push(rest % 1000 === 0 ? `${String(rest / 1000)}천` : formatNumber(rest));
  const said = `${parts.join(' ')} 원`;
  const printed = `${formatNumber(value)}${unit}`;
  return said.replaceAll(/\s/g, '') === printed.replaceAll(/\s/g, '') ? undefined : said;
}
