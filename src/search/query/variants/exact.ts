/** The term as typed. */
import type { Knowledge } from '../knowledge.ts';
import type { Query, Variant } from '../term.ts';

export function exactVariants({ terms }: Query, { parameters }: Pick<Knowledge, 'parameters'>): readonly Variant[] {
  return terms.flatMap(({ text, literal, hanja }, from) => {
    const make = (kind: Variant['kind'], trust: number, term: string): Variant => ({
      kind,
      text,
      terms: [term],
      from,
      to: from + 1,
      trust,
    });
    if (hanja === undefined) return literal.map((term) => make('exact', 1, term));
    // Typed in hanja, the reading is another form of the word; that of a single character is that of many.
    const trust = text.length > 1 ? parameters.trust.same : parameters.trust.alike;
    return [make('exact', 1, hanja), ...literal.map((term) => make('inflected', trust, term))];
  });
}
