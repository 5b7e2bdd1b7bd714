/** Sections that answer the same question in every case, known by their headings, and where their text begins. */
import type { SectionText } from './sections.ts';

/** A section and those before it. */
export type Fits = (section: SectionText, before: readonly SectionText[]) => boolean;

const isMain = ({ depth }: SectionText) => depth === 2;
export const isBackground: Fits = (section) => isMain(section) && section.title.includes('배경');
export const isResult: Fits = (section) => isMain(section) && section.title.startsWith('성과');
export const isPlan: Fits = (section) => isMain(section) && /계획|향후|앞으로|미래/.test(section.title);

/** Difficulties that a background tells of came before the case, and 과제 below another heading are the tasks of a plan (전략과 과제). */
export const isChallenge: Fits = (section, before) => {
  if (isMain(section)) return /과제|어려움|한계/.test(section.title);
  const main = before.findLast(isMain);
  return /어려움|한계/.test(section.title) && !(main && isBackground(main, []));
};

/** The first section that fits with its first paragraph, from its own text or that of its parts; its title where it has none. */
export function findPassage(sections: readonly SectionText[], fits: Fits): { section: SectionText; text: string } | undefined {
  const at = sections.findIndex((section, index) => fits(section, sections.slice(0, index)));
  const section = sections[at];
  if (!section) return undefined;
  const after = sections.slice(at);
  const next = after.findIndex(({ depth }, index) => index > 0 && depth <= section.depth);
  const text = after.slice(0, next === -1 ? undefined : next).flatMap(({ paragraphs }) => paragraphs)[0] ?? section.title;
  return { section, text };
}
