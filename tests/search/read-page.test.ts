/** What the search takes from a page: what its components say by `data-search`, whatever the classes are called. */
import { describe, expect, test } from 'vitest';
import { PageError, readPage } from '../../src/search/index/read-page.ts';

const ARTICLE =
  'data-pagefind-body data-slug="a-b" data-province="가도" data-municipality="나구" data-region="a" data-sector="s" data-tier="t" data-topics="x y"';
const read = (body: string, before = '') => {
  const page = readPage(`<body>${before}<article ${ARTICLE}>${body}</article></body>`, 'a-b');
  if (!page) throw new Error('no page');
  return page;
};
/** Lines with the passage they belong to: `heading#anchor pages kind: text`. */
const passages = (body: string) => {
  const { sections, lines } = read(body);
  return lines.map(({ section, text }) => {
    const { heading = '', anchor = '', pages = '', kind = '', silent } = sections[section] ?? {};
    return `${heading}#${anchor} ${pages} ${kind}${silent === true ? ' silent' : ''}: ${text}`;
  });
};

describe('what is searched', () => {
  test('not what says skip, nor the printed page, whatever it is called', () => {
    const body = '<h1>제목</h1><p class="vh mn pp no">하나 <span data-search="skip">둘</span> 셋</p><dl><dt>넷</dt><dd>다섯</dd></dl>';
    expect(
      passages(body)
        .slice(1)
        .map((line) => line.split(': ')[1]),
    ).toEqual(['하나 셋', '넷', '다섯']);
  });

  test('an empty cell leaves nothing', () => {
    const body = '<h1>제목</h1><table><tr><td></td><td>하나</td><td> </td><td></td><td>둘</td><td></td></tr></table>';
    expect(passages(body).at(-1)?.split(': ')[1]).toBe('하나 | 둘');
  });

  test('a heading that says skip leaves what follows where it was', () => {
    const body = '<h1>제목</h1><h2 id="a">가</h2><h2 id="b" data-search="skip">나</h2><p>다</p>';
    expect(passages(body).at(-1)).toBe('가#a  본문: 다');
  });

  test('a small word stands apart, and so does what says so', () => {
    const body = '<h1>제목</h1><p>하나<small>둘</small>셋<b data-search="apart">넷</b>다섯<b>여섯</b></p>';
    expect(passages(body).at(-1)?.split(': ')[1]).toBe('하나 둘 셋 넷 다섯여섯');
  });
});

describe('what a passage is called', () => {
  test('a section by its heading, with its pages; a subsection without pages has those of its section', () => {
    const body = '<h1>제목</h1><h2 id="a">가 <span data-search="page">3–4쪽</span></h2><p>나</p><h3 id="b">다</h3><p>라</p>';
    expect(passages(body).slice(1)).toEqual(['가#a 3–4쪽 본문: 가', '가#a 3–4쪽 본문: 나', '다#b 3–4쪽 본문: 다', '다#b 3–4쪽 본문: 라']);
  });

  test('a heading in a frame as one without, with the pages of the frame and nothing else of it', () => {
    const body =
      '<h1>제목</h1><div data-search="heading"><h2 id="a">가</h2><span data-search="page">3–4쪽</span><a href="#a">링크</a></div><p>나</p>';
    expect(passages(body).slice(1)).toEqual(['가#a 3–4쪽 본문: 가', '가#a 3–4쪽 본문: 나']);
  });

  test('a row by its own name without remarks, with its page; its kind by the heading above', () => {
    const body =
      '<h1>제목</h1><h2 id="timeline" data-search="event">연표</h2><table data-search="rows"><thead data-search="skip"><tr><th>때</th></tr></thead><tbody>' +
      '<tr id="event-x"><td>178</td><td>2016년</td><th>문을 열었다 <small>(둘째)</small><b data-search="apart">예정</b></th></tr>' +
      '</tbody></table><h2 id="more">그 뒤</h2><p>끝</p>';
    expect(passages(body).slice(1)).toEqual([
      '연표#timeline  연표: 연표',
      '문을 열었다#event-x 178쪽 연표: 2016년 | 문을 열었다 (둘째) 예정',
      '그 뒤#more  본문: 그 뒤',
      '그 뒤#more  본문: 끝',
    ]);
  });

  test('an item of a list by its heading; a table by its caption; a paragraph by the name it gives itself', () => {
    const body =
      '<h1>제목</h1><p id="summary" data-search-name="사례요약">가</p><h2 id="notes" data-search="note">메모</h2><ol><li id="note-a"><h3 data-search="name">어긋난 해 <small>누락</small></h3><p>나</p></li></ol>' +
      '<h2 id="b">다</h2><table id="table-c"><caption>라</caption><tbody><tr><td>마</td></tr></tbody></table>';
    expect(passages(body).slice(1)).toEqual([
      '사례요약#summary  본문: 가',
      '메모#notes  메모: 메모',
      '어긋난 해#note-a  메모: 어긋난 해 누락',
      '어긋난 해#note-a  메모: 나',
      '다#b  본문: 다',
      '라#table-c  표: 라',
      '라#table-c  표: 마',
    ]);
  });

  test('the title and what says silent is searched and never shown', () => {
    const body = '<p data-search="silent">가도 나구</p><h1>제목</h1><p>가</p><dl><dd data-search="silent">주제</dd><dd>나</dd></dl>';
    expect(passages(body)).toEqual([
      '#  본문 silent: 가도 나구',
      '제목#  본문 silent: 제목',
      '제목#  본문: 가',
      '제목#  본문 silent: 주제',
      '제목#  본문: 나',
    ]);
  });
});

test('a page without a title or a facet is no page, and is named', () => {
  expect(() => read('<p>가</p>')).toThrow(PageError);
  expect(() => readPage('<article data-pagefind-body data-slug="a-b"><h1>가</h1></article>', 'a-b')).toThrow(/a-b.*dataProvince/);
  expect(readPage('<article><h1>가</h1></article>', 'x')).toBeUndefined();
});

describe('words that stand on the page for the first time', () => {
  const firstsOf = (body: string, before = '') => read(`<h1>제목</h1>${body}`, before).lines.at(-1)?.firsts;

  test('as many from each word on as it takes', () => {
    expect(firstsOf('<p>협동조합 세 곳을 세웠다.</p><p>협동조합 세 곳을 도왔다.</p>')).toBe('4321');
  });

  test('none of what stands before, not even as a part of a word, in the header or where nobody sees it', () => {
    expect(firstsOf('<p>사회적기업협의회가 모였다.</p><p>기업협의 시작을</p>')).toBe('21');
    expect(firstsOf('<p>협동조합 육성</p>', '<nav><a>협동조합</a></nav><p hidden>조합 육성</p>')).toBe('2');
  });

  test('none that a mark, a button or the end of a cell parts, since a browser does not find them there', () => {
    expect(firstsOf('<p>공공구매<a data-search="skip">3)</a> 시스템</p>')).toBe('01');
    expect(firstsOf('<p>공공<button></button>구매 제도를</p>')).toBe('01');
    expect(firstsOf('<p>모두 60<span>여년</span> 동안에</p>')).toBe('001');
    expect(firstsOf('<p><span>‘협약’을</span> 맺었다</p>')).toBe('11');
    expect(firstsOf('<table><tr><td>하나의</td><td>둘째의</td></tr></table>')).toBe('101');
  });

  test('case, width and white space make no difference', () => {
    expect(firstsOf('<p>SNS　홍보</p><p>sns 홍보 계획을</p>')).toBe('321');
  });

  test('what is never shown has none', () => {
    expect(firstsOf('<p data-search="silent">하나뿐인 말</p>')).toBeUndefined();
  });
});
