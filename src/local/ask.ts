import { createInterface } from 'node:readline/promises';
import { UserError } from '../user-error.ts';

export interface Question {
  /** Name of the option that answers it: `pages` for `--pages`. */
  readonly option: string;
  readonly text: string;
  readonly example: string;
  /** Says what is wrong with an answer; undefined when nothing is. */
  readonly check?: (answer: string) => string | undefined;
  /** May be left empty. */
  readonly optional?: true;
}

/** Asks one question after another. */
export interface Asker {
  ask: (question: Question) => Promise<string>;
  close: () => void;
}

/**
 * Answers come from the options of a command, and from a person where one sits at a terminal; else a missing or wrong one is told as a `UserError`.
 * @param given options by name
 */
export function createAsker(given: Readonly<Record<string, string | undefined>>, input = process.stdin, output = process.stdout): Asker {
  const terminal = input.isTTY ? createInterface({ input, output }) : undefined;
  const read = async (prompt: string): Promise<string> => {
    try {
      return (await terminal?.question(prompt)) ?? '';
    } catch {
      // Ctrl+C or Ctrl+D.
      throw new UserError('멈췄습니다. 만들거나 고친 파일은 없습니다.');
    }
  };
  return {
    async ask({ option, text, example, check, optional }) {
      const faultOf = (answer: string) => (answer === '' ? (optional ? undefined : '값을 적으세요.') : check?.(answer));
      const answer = given[option]?.trim();
      if (answer !== undefined) {
        const fault = faultOf(answer);
        if (fault !== undefined) throw new UserError(`--${option} ‘${answer}’: ${fault}`);
        return answer;
      }
      if (!terminal) {
        if (optional) return '';
        throw new UserError(`--${option}: ${text}. 예시: --${option} "${example}"`);
      }
      for (;;) {
        const typed = (await read(`${text} (예: ${example})${optional ? ', 모르면 Enter' : ''}: `)).trim().normalize('NFC');
        const fault = faultOf(typed);
        if (fault === undefined) return typed;
        output.write(`  ${fault}\n`);
      }
    },
    close() {
      terminal?.close();
    },
  };
}
