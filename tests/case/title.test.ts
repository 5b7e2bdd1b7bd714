import { describe, expect, test } from 'vitest';
import { titleParts } from '../../src/case/title.ts';

describe('the subtitle', () => {
  test.for(['경제 양극화 해결을 위한', '협동조합을 통한', '주민과 함께하는', '스스로 만드는', '구민에 의한, 구민의'])(
    '‘%s’ wants a noun and stands before the title',
    (subtitle) => {
      expect(titleParts({ title: '일자리', subtitle })).toEqual({ before: subtitle, title: '일자리' });
    },
  );

  test.for(['사회적경제 활성화 기반 구축 사업', '철길마을 토박이 어르신의 인생역전 프로젝트', '민관 협의', '찾아가는 강의', '규제의 제한'])(
    '‘%s’ is complete and stands after it',
    (subtitle) => {
      expect(titleParts({ title: '일자리', subtitle })).toEqual({ title: '일자리', after: subtitle });
    },
  );

  test('is not there where the source has none', () => {
    expect(titleParts({ title: '일자리' })).toEqual({ title: '일자리' });
  });
});
