import { expect, test } from 'vitest';
import { withParticle } from '../../src/korean/particle.ts';

test.for([
  ['조례', '을', '조례를'],
  ['조합', '을', '조합을'],
  ['구', '은', '구는'],
  ['군', '이', '군이'],
  ['시', '과', '시와'],
  ['서울', '으로', '서울로'],
  ['부산', '으로', '부산으로'],
  ['대구', '으로', '대구로'],
  ['‘조합’', '이', '‘조합’이'],
  ['사업(2차)', '이라', '사업(2차)라'],
  ['3', '이', '3이'],
  ['5', '은', '5는'],
  ['1', '으로', '1로'],
  ['6', '으로', '6으로'],
  ['10', '을', '10을'],
  ['CSV', '을', 'CSV을(를)'],
  ['洞', '은', '洞은(는)'],
] as const)('%s and %s', ([word, particle, joined]) => {
  expect(withParticle(word, particle)).toBe(joined);
});
