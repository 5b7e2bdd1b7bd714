/** Whether each case page shows all that its file says, as a reader sees it. */
import type { Element } from 'hast';
import { describe, expect, test } from 'vitest';
import { parseBody } from '../../src/content/prose.ts';
import { readContent, validateCase } from '../../src/content/read.ts';
import { describeAmount, describeWhen, headlineRows } from '../../src/case/display.ts';
import { formatPages } from '../../src/content/pages.ts';
import { parseRow, parseRows } from '../../src/content/tables.ts';
import { byId, elements, property, readPages, squeeze, textOf } from './pages.ts';

const { files, vocabulary } = readContent('content');
const pages = new Map(readPages().map((page) => [page.path, page]));

describe.each(files.map((file) => [file.slug, file] as const))('%s', (slug, file) => {
  const { data } = validateCase(file, vocabulary);
  const tree = pages.get(`/cases/${slug}/`)?.tree;
  if (!tree) throw new Error(`dist has no page of ${slug}`);
  const main = elements(tree, ({ tagName }) => tagName === 'main')[0];
  const whole = squeeze(main ? textOf(main) : '');

  /** Texts that the element with an id lacks. */
  const missingIn = (id: string, texts: readonly (string | undefined)[]): string[] => {
    const element = byId(tree, id);
    if (!element) return [`#${id}`];
    const shown = squeeze(textOf(element));
    return texts.filter((text) => text !== undefined && !shown.includes(squeeze(text))).map((text) => `#${id}: ${text ?? ''}`);
  };
  const missing = (texts: readonly (string | undefined)[]) => texts.filter((text) => text !== undefined && !whole.includes(squeeze(text)));

  test('title, summary, pledges, pages and topics', () => {
    expect(
      missing([
        data.title,
        data.subtitle,
        data.province,
        data.municipality,
        data.sector,
        data.sectorAsTicked,
        data.summary,
        `${formatPages(data.pages)}쪽`,
        ...data.pledges.flatMap(({ text, code }) => [text, code]),
        ...data.topics,
      ]),
    ).toEqual([]);
  });

  test('marks of notes stand apart where one follows another at once, and nowhere else', () => {
    const classesOf = ({ properties }: Element) => [properties['className'] ?? []].flat();
    const wrong = elements(tree, ({ children }) => children.some((child) => child.type === 'element')).flatMap(({ children }) => {
      const inLine = children.filter((child) => child.type !== 'element' || !classesOf(child).includes('mn'));
      return inLine.flatMap((child, index) => {
        if (child.type !== 'element' || !classesOf(child).includes('nm')) return [];
        const before = inLine[index - 1];
        const follows = before?.type === 'element' && classesOf(before).includes('nm');
        return follows === classesOf(child).includes('next') ? [] : [textOf(child)];
      });
    });
    expect(wrong).toEqual([]);
  });

  test('every figure with number, unit, time, note and page', () => {
    const rows = [...data.budget, ...data.figures];
    expect(
      rows.flatMap((row) => {
        const { number, unit, everyday } = describeAmount(row);
        return missingIn(`figure-${row.id}`, [row.label, number + unit, everyday, row.note, formatPages(row.page)]);
      }),
    ).toEqual([]);
    expect(missing(headlineRows(data).map((row) => row.label))).toEqual([]);
  });

  test('every event with time, title, note and page, in the order of time', () => {
    expect(
      data.events.flatMap((event) =>
        missingIn(`event-${event.id}`, [
          describeWhen(event),
          event.title,
          event.note,
          event.planned === true ? '예정' : undefined,
          formatPages(event.page),
        ]),
      ),
    ).toEqual([]);
    const times = elements(tree, (one) => (property(one, 'id') ?? '').startsWith('event-')).map(
      (row) => elements(row, ({ tagName }) => tagName === 'data').map((time) => property(time, 'value') ?? '')[0] ?? '',
    );
    expect(times).toEqual([...times].sort());
  });

  test('every organisation and instrument with kind, part, role and page', () => {
    expect([
      ...data.organisations.flatMap((body) =>
        missingIn(`org-${body.id}`, [body.name, ...(body.aliases ?? []), body.kind, body.part, body.role, formatPages(body.page)]),
      ),
      ...data.instruments.flatMap((one) => missingIn(`instrument-${one.id}`, [one.name, one.kind, one.role, formatPages(one.page)])),
    ]).toEqual([]);
  });

  test('every table with all its cells', () => {
    expect(
      data.tables.flatMap((table) => {
        const cells = [...parseRows(table.rows), ...(table.total?.row === undefined ? [] : [parseRow(table.total.row)])].flat();
        const items = cells.flatMap((cell) => cell.split(' / ')).filter((item) => item !== '-' && item !== '');
        return missingIn(`table-${table.id}`, [table.caption, ...table.columns, ...items, formatPages(table.page)]);
      }),
    ).toEqual([]);
    for (const table of data.tables) {
      const rows = elements(byId(tree, `table-${table.id}`) ?? tree, ({ tagName }) => tagName === 'tr');
      expect(rows.length, table.id).toBe(1 + parseRows(table.rows).length + (table.total?.row === undefined ? 0 : 1));
    }
  });

  test('every note with its readings, and a mark that leads there and back', () => {
    expect(
      data.notes.flatMap((note) =>
        missingIn(`note-${note.id}`, [
          note.topic,
          note.kind,
          note.comment,
          note.computed,
          ...note.readings.flatMap(({ page, text }) => [text, formatPages(page)]),
        ]),
      ),
    ).toEqual([]);
    for (const [index, note] of data.notes.entries()) {
      const mark = byId(tree, `ref-${note.id}`);
      expect(mark && [property(mark, 'href'), squeeze(textOf(mark))], note.id).toEqual([`#note-${note.id}`, `${String(index + 1)})`]);
      const back = elements(byId(tree, `note-${note.id}`) ?? tree, (one) => property(one, 'href') === `#ref-${note.id}`);
      expect(back, note.id).toHaveLength(1);
    }
  });

  test('every section of the prose, with its pages and all its words', () => {
    const body = parseBody(file.source.body, file.source.bodyLine);
    for (const section of body.sections) {
      const heading = byId(tree, section.id);
      // The heading is its title; the pages stand beside it.
      expect(heading && [heading.tagName, squeeze(textOf(heading))], section.id).toEqual([
        `h${String(section.depth)}`,
        squeeze(section.title),
      ]);
      expect(whole, section.id).toContain(squeeze(`${section.title}${formatPages(section.pages)}쪽`));
    }
    // Marks and margin notes stand between sentences: compare sentence by sentence.
    const sentences = body.texts.flatMap(({ text }) => text.split(/(?<=[.)”’])\s+|(?<=다\.)/)).filter((text) => text.trim() !== '');
    expect(missing(sentences)).toEqual([]);
  });
});
