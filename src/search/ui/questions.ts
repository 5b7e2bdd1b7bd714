/** Questions to try, from what the cases say they answer. Pure. */

/** Ends as a question does, with or without its mark. */
const QUESTION = /(?:\?|나요|까요?|는지|은가|ㄴ가|인가|는가|나|뭐|무엇|얼마|어디|언제|누구|어떻게)\s*\??$/;

/** Longer ones would take two lines of a phone. */
const LONGEST = 28;

/**
 * One question of each case, the one that says most, spread evenly over the cases where there are more than `most`. Cases without one are left out.
 * @param asks texts of each case, in the order of its file
 */
export function chooseQuestions(asks: readonly (readonly string[])[], most: number): readonly string[] {
  const questions = asks.flatMap((texts) => {
    const asked = texts.filter((text) => text.length <= LONGEST && QUESTION.test(text));
    return asked.toSorted((a, b) => b.length - a.length)[0] ?? [];
  });
  const different = [...new Set(questions)];
  if (different.length <= most) return different;
  return Array.from({ length: most }, (_, at) => different[Math.floor((at * different.length) / most)] ?? '');
}
