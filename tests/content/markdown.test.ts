import { unified } from '@astrojs/markdown-remark';
import { describe, expect, test } from 'vitest';
import { markdownOptions } from '../../src/content/markdown/plugins.ts';

async function render(markdown: string): Promise<string> {
  const renderer = await unified(markdownOptions).createRenderer({});
  return (await renderer.render(markdown)).code;
}

describe('Korean that the default engine corrupts', () => {
  test('ranges with tildes are not struck out', async () => {
    expect(await render('금리는 10~20%였고 기간은 3~5년이었다.')).toBe(
      '<p>금리는 <span class="nb">10~20%였고</span> 기간은 3~5년이었다.</p>',
    );
    expect(await render('2015.3 ~ 2016.2, 4~5월')).toBe('<p>2015.3 ~ 2016.2, 4~5월</p>');
  });

  test('bold ends before a particle', async () => {
    expect(await render('**전주시(全州市)**는 도시다.')).toContain('<strong>전주시(全州市)</strong>는');
    expect(await render('**‘다방’**을 열었다.')).toContain('<strong>‘다방’</strong>을');
  });

  test('quotation marks and dots stay as they are', async () => {
    expect(await render('"인용"과 \'인용\'... 3--5')).toBe('<p>"인용"과 \'인용\'... 3--5</p>');
  });
});

describe('headings', () => {
  test('id and pages leave the text and become attributes of the page', async () => {
    const html = await render('## 추진 배경 [#background, 173-174쪽]');
    // Beside the heading, which is called by its title alone; the word of the link comes from the style sheet.
    expect(html).toMatch(/^<div class="hd" data-search="heading"><h2 id="background">추진 배경<\/h2><span class="pp"/);
    expect(html.replaceAll(/<[^>]+>/g, '')).toBe('추진 배경사례집 173–174쪽 ');
    expect(html).toContain('href="#background"');
    expect(html).not.toContain('[#');
  });

  test('a heading without id and pages is left alone', async () => {
    expect(await render('## 추진 배경')).toMatch(/<h2 id="[^"]+">추진 배경<\/h2>/);
  });
});

test('web addresses of 2017 are printed, not linked; links within the page stay', async () => {
  expect(await render('누리집은 https://www.example.go.kr 이었다.')).toBe('<p>누리집은 https://www.example.go.kr 이었다.</p>');
  expect(await render('[위](#top)')).toContain('<a href="#top">위</a>');
});

test('particles stay with the mark before them', async () => {
  expect(await render('‘다방’을 열었다.')).toBe('<p><span class="nb">‘다방’을</span> 열었다.</p>');
});
