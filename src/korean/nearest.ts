/** Edit distance over jamo, so that one wrong vowel counts one and not a whole syllable. */
function distance(a: string, b: string): number {
  const from = [...a.normalize('NFD')];
  const to = [...b.normalize('NFD')];
  let row = to.map((_, index) => index + 1);
  row.unshift(0);
  from.forEach((letter, i) => {
    const next = [i + 1];
    to.forEach((other, j) => {
      const kept = (row[j] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min(kept, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    });
    row = next;
  });
  return row.at(-1) ?? 0;
}

/** The candidate nearest to a misspelt word; `undefined` when none is close enough to be meant. */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  const squeeze = (text: string) => text.replaceAll(/[\s·,]/g, '').toLowerCase();
  const wanted = squeeze(word);
  const ranked = candidates.map((candidate) => ({ candidate, far: distance(wanted, squeeze(candidate)) })).sort((a, b) => a.far - b.far);
  const best = ranked[0];
  const within = Math.max(2, Math.floor(wanted.normalize('NFD').length * 0.4));
  return best && best.far <= within ? best.candidate : undefined;
}
