/** The button ‘비교할 사례 선택’ of the index; what it does comes when it is first pressed. */
const button = document.querySelector<HTMLButtonElement>('[data-choose]');
const link = document.querySelector<HTMLAnchorElement>('[data-choose-link]');
const table = document.querySelector<HTMLTableElement>('table#cases');
if (button && link && table) {
  const load = async () => {
    (await import('./choose.ts')).startChoosing(button, link, table);
  };
  button.addEventListener('click', () => void load(), { once: true });
}
