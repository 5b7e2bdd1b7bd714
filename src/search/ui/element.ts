export type Child = Node | string;

/** An element with its properties and children. Text only ever becomes text nodes. */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  properties: Partial<HTMLElementTagNameMap[K]>,
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

/** Children with a comma between them. */
export function listed(children: readonly Child[]): Child[] {
  return children.flatMap((child, index) => (index > 0 ? [', ', child] : [child]));
}

const LONGEST_ECHO = 40;

/** What was typed, in quotation marks; a long query is not said in full. */
export function quote(text: string): string {
  const characters = [...text];
  return `‘${characters.length > LONGEST_ECHO ? `${characters.slice(0, LONGEST_ECHO).join('')}…` : text}’`;
}
