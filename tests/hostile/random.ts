/** Chance that is the same at every run. */
export interface Random {
  /** A whole number from 0 to below `below`. */
  below(below: number): number;
  /** One of a list. Throws when it is empty. */
  pick<Value>(values: readonly Value[]): Value;
}

/** Mulberry32: small, and good enough to choose by. */
export function seed(start: number): Random {
  let state = start;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (most: number): number => Math.floor(next() * most);
  return {
    below,
    pick: (values) => {
      const value = values[below(values.length)];
      if (value === undefined) throw new RangeError('nothing to pick from');
      return value;
    },
  };
}
