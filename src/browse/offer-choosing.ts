/** The button ‘비교할 사례 선택’ of the index; what it does comes when it is first pressed. */
const button = document.querySelector<HTMLButtonElement>('[data-choose]');
const link = document.querySelector<HTMLAnchorElement>('[data-choose-link]');
const table = document.querySelector<HTMLTableElement>('table#cases');
if (button && link && table) {
  const load = () => {
    button.removeEventListener('click', load);
    import('./choose.ts').then(
      ({ startChoosing }) => {
        startChoosing(button, link, table);
      },
      () => {
        // No network, or a newer site has taken the script's place: only the first can be tried again.
        button.addEventListener('click', load);
        const place = document.querySelector('[data-list-message]');
        if (place) place.textContent = '선택 기능을 불러오지 못했습니다. 연결을 확인하거나 페이지를 새로 고친 뒤 다시 눌러 주세요.';
      },
    );
  };
  button.addEventListener('click', load);
}
