/** A link to a place that is not there, or no longer, opens a page at its top: says so, and where to look. Fetched when it happens. */
export function sayLost(hash: string): void {
  const said = document.createElement('p');
  said.id = 'lost';
  said.setAttribute('role', 'status');
  said.textContent = `이 페이지에 ‘${hash}’ 위치가 없습니다. 목차에서 선택해 주세요.`;
  document.querySelector('main')?.prepend(said);
}
