/**
 * Bad input on the built site: every answer within 200 ms of a processor, and with few files. Processor time, not the clock: tests share their
 * machine. The server runs in the same process and is counted too. The gate runs on machines of any speed and only asks that nothing runs away.
 */
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { openBuiltEngine } from '../../scripts/eval-search.ts';
import { type RunningServer, serve } from '../../src/local/serve.ts';
import { isAudit } from '../audit.ts';

const MOST_MILLISECONDS = isAudit ? 200 : 1_000;
/** A query has two hundred letters at most; every pair of them may stand on a shelf of its own. */
const MOST_FILES = 120;

/** The same letters at every run. */
function lettersOf(alphabet: string, length: number): string {
  let state = 7;
  return Array.from({ length }, () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fff_ffff;
    return alphabet[(state >> 8) % alphabet.length] ?? '';
  }).join('');
}
const SYLLABLES = Array.from({ length: 11_172 }, (_, at) => String.fromCharCode(0xac00 + at)).join('');
const COMMON = '협동조합사회적경제마을기업주민일자리센터카페노인청년지원사업공공구매공정무역인증교육';

const STRANGE: readonly (readonly [name: string, query: string])[] = [
  ['nothing', ''],
  ['spaces', '   '],
  ['one syllable', '가'],
  ['one letter', 'ㄱ'],
  ['two initials', 'ㄱㄱ'],
  ['10,000 syllables', '협동조합'.repeat(2_500)],
  ['10,000 Latin letters', 'abcd'.repeat(2_500)],
  ['10,000 digits', '1'.repeat(10_000)],
  ['any syllables', lettersOf(SYLLABLES, 10_000)],
  ['any common syllables', lettersOf(COMMON, 10_000)],
  ['any common words', lettersOf(COMMON, 400).replace(/../g, '$& ')],
  ['common words', '사업 주민 지역 기업 사회 경제 마을 조합 센터 지원 운영 추진 설치 교육 활동 공동'],
  ['slips', '협둉조핟 사회젹겅제 마을긔업 공정무욕 일자뤼 센터룰 카폐를 자전겨'],
  ['the keys of any word', lettersOf('qwertasdfgzxcvbyuiophjklnm', 200)],
  ['jamo soup', 'ㅏㅑㅓㅕㄱㄴㅣㅢㄳㅄㅏㅏ'.repeat(20)],
  ['initials', 'ㅎㄷㅈㅎ'.repeat(50)],
  ['decomposed', '협동조합'.normalize('NFD').repeat(50)],
  ['hanja', '社會的經濟協同組合'.repeat(20)],
  ['dots', '가·'.repeat(100)],
  ['full stops', '가.'.repeat(100)],
  ['dates', '2015.9.25.'.repeat(20)],
  ['numerals', '억만천백십 '.repeat(40)],
  ['commas and points', '1,1.1'.repeat(40)],
  ['punctuation', '…?!.,;:"\'(){}[]'.repeat(20)],
  ['emoji', '👩‍👩‍👧‍👦🇰🇷😀'.repeat(30)],
  ['control characters', '협동\u0000\u0007조합\u001b[31m\u202e'],
  ['lone surrogates', `협동\ud800조합${'\udc00'.repeat(100)}`],
  ['joiners', '\u200b\u200d\ufeff'.repeat(60)],
  ['escapes', '%00%ED%A0%80협동조합%00'],
  ['markup', '<script>document.title="x"</script><img src=x onerror=document.title="x">'],
  ['a regular expression', '(.*)+$|[가-'],
  ['another script', 'مرحبا'.repeat(40)],
];

let server: RunningServer;
beforeAll(async () => {
  server = await serve({ dir: 'dist', port: 0 });
  // What is the machine's own is made ready before.
  await openBuiltEngine('dist', server.address).search('협동조합 카페');
});
afterAll(() => server.close());

/** Milliseconds of the processor and number of files, for a reader whose search is open. */
async function cost(query: string): Promise<{ milliseconds: number; files: number }> {
  const engine = openBuiltEngine('dist', server.address);
  await engine.search('가');
  const fetched = vi.spyOn(globalThis, 'fetch');
  try {
    const before = process.cpuUsage();
    await engine.search(query);
    const { user, system } = process.cpuUsage(before);
    return { milliseconds: (user + system) / 1_000, files: fetched.mock.calls.length };
  } finally {
    fetched.mockRestore();
  }
}

test.each(STRANGE)('%s', async (_, query) => {
  const [first, second] = [await cost(query), await cost(query)];
  // The lesser of two: memory may be tidied up in one of them.
  expect(Math.min(first.milliseconds, second.milliseconds)).toBeLessThan(MOST_MILLISECONDS);
  expect(second.files).toBeLessThanOrEqual(MOST_FILES);
});

test('what is too long costs no more files than its beginning', async () => {
  const long = lettersOf(SYLLABLES, 10_000);
  expect((await cost(long)).files).toBe((await cost(long.slice(0, 200))).files);
});
