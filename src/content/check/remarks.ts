import { formatNumber, toWon } from '../../korean/amounts.ts';
import { findMoney } from '../../korean/money.ts';
import type { CheckedCase, Report } from './subject.ts';

/** Letters. A longer title is set whole everywhere, but takes a screen of a phone and most of a card. */
const LONG_TITLE = 60;
/** Pictures that the fonts of page, print and card lack. What is text by itself (©, ↔) is not meant. */
const EMOJI = /\p{Emoji_Presentation}|\p{Extended_Pictographic}\ufe0f/u;

/** What is allowed and yet mostly a slip: warnings, which stop nothing. */
export function findRemarks({ data, file }: CheckedCase, { line, at }: Report): void {
  const title = [data.subtitle, data.title].filter((part) => part !== undefined).join(' ');
  if (title.length > LONG_TITLE)
    at(
      ['title'],
      'title',
      `제목이 부제까지 ${String(title.length)}자입니다.`,
      '사례집에 그렇게 적혀 있으면 그대로 두세요. 설명이 섞였으면 summary로 옮기세요.',
    );
  file.text.split('\n').forEach((text, index) => {
    const [emoji] = EMOJI.exec(text) ?? [];
    if (emoji === undefined) return;
    line(index + 1, '글자', `그림 글자 ‘${emoji}’: 글꼴에 없어 기기마다 다르게 보이고 공유 카드에는 빈칸으로 나옵니다.`, '말로 적으세요.');
  });
  checkUnits({ data, file }, at);
}

/** The same figures as in the prose, with another unit: 70,000백만원 where the prose has 70,000천원. */
function checkUnits({ data, file }: Pick<CheckedCase, 'data' | 'file'>, at: Report['at']): void {
  const prose = `${data.summary}\n${file.source.body}`;
  const written = findMoney(prose).map(({ start, end, value }) => ({ text: prose.slice(start, end), won: value }));
  data.budget.forEach(({ id, value, unit }, index) => {
    const won = value === undefined ? undefined : toWon(value, unit);
    if (value === undefined || won === undefined) return;
    const alike = written.filter(({ text }) => Number.parseFloat(text.replaceAll(',', '')) === value);
    const [other] = alike;
    if (other === undefined || written.some((one) => one.won === won)) return;
    at(
      ['budget', index, 'unit'],
      `budget.${id}.unit`,
      `여기에는 ${formatNumber(value)}${unit}, 본문에는 ${other.text}입니다.`,
      '사례집의 단위를 다시 확인하세요. 서로 다른 금액이면 그대로 두세요.',
    );
  });
}
