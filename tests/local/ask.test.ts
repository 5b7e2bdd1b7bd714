import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { createAsker, type Question } from '../../src/local/ask.ts';

const PAGES: Question = {
  option: 'pages',
  text: '쪽',
  example: '150-156',
  check: (answer) => (/^\d+-\d+$/.test(answer) ? undefined : '150-156처럼 적으세요.'),
};

/** A terminal at which somebody types a line after each question. */
function terminal(...lines: string[]) {
  const input = Object.assign(new PassThrough(), { isTTY: true });
  const output = new PassThrough();
  let said = '';
  output.on('data', (chunk: Buffer) => {
    said += chunk.toString();
    if (said.endsWith(': ')) input.write(`${lines.shift() ?? ''}\n`);
  });
  return { asker: createAsker({}, input as unknown as typeof process.stdin, output as unknown as typeof process.stdout), said: () => said };
}
const nobody = (given: Record<string, string>) =>
  createAsker(given, Object.assign(new PassThrough(), { isTTY: false }) as unknown as typeof process.stdin);

test('an option answers, and a wrong one is refused by its name', async () => {
  expect(await nobody({ pages: ' 10-12 ' }).ask(PAGES)).toBe('10-12');
  await expect(nobody({ pages: '12쪽' }).ask(PAGES)).rejects.toThrow('--pages ‘12쪽’: 150-156처럼 적으세요.');
});

test('where nobody sits at a terminal, what is missing is named', async () => {
  await expect(nobody({}).ask(PAGES)).rejects.toThrow('--pages: 쪽. 예시: --pages "150-156"');
  expect(await nobody({}).ask({ ...PAGES, optional: true })).toBe('');
});

test('a person is asked until the answer fits, and may leave out what is optional', async () => {
  const { asker, said } = terminal('', '열두 쪽', '10-12', '');
  expect(await asker.ask(PAGES)).toBe('10-12');
  expect(said()).toContain('값을 적으세요.');
  expect(said()).toContain('150-156처럼 적으세요.');
  expect(await asker.ask({ ...PAGES, optional: true })).toBe('');
  asker.close();
});
