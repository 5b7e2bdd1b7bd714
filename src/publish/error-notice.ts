/** The place that a reader reports an error about. */
export interface NoticeSubject {
  title: string;
  /** Absolute address with its anchor. */
  url: string;
  /** Printed pages, where the place has its own. */
  pages: string | undefined;
}

/** Where a contact leads: a mail address to a letter, a web address to itself. */
export function contactUrl(contact: string): string {
  return /^https?:/.test(contact) ? contact : `mailto:${contact}`;
}

/**
 * The address of "오류 알리기": a mail with the place filled in, or the contact's web form with the place in its query.
 * @param contact `site.contact`: a mail address or a web address; null while the owner has not named one
 * @returns undefined without contact: the link is then left out
 */
export function errorNoticeUrl(contact: string | null, { title, url, pages }: NoticeSubject): string | undefined {
  if (contact === null) return undefined;
  if (/^https?:/.test(contact)) {
    const form = new URL(contact);
    form.searchParams.set('address', url);
    if (pages !== undefined) form.searchParams.set('page', pages);
    return form.href;
  }
  const lines = [`링크: ${url}`, ...(pages === undefined ? [] : [`사례집 쪽: ${pages}`]), '', '무엇이 틀렸는지:', ''];
  return `mailto:${contact}?subject=${encodeURIComponent(`오류 알리기: ${title}`)}&body=${encodeURIComponent(lines.join('\r\n'))}`;
}
