/** Past this many runs, a list helps nobody. */
const MOST_RUNS = 8;

/** Lines as messages name them: [2, 3, 4, 9] → `2–4, 9`; of many only the beginning. */
export function describeLines(lines: readonly number[]): string {
  const runs: [first: number, last: number][] = [];
  for (const line of lines) {
    const run = runs.at(-1);
    if (run?.[1] === line - 1) run[1] = line;
    else runs.push([line, line]);
  }
  const shown = runs.slice(0, MOST_RUNS).map(([first, last]) => (first === last ? String(first) : `${String(first)}–${String(last)}`));
  return shown.join(', ') + (runs.length > MOST_RUNS ? ' …' : '');
}
