import { expect, test } from 'vitest';
import { anchor, noteMarkAnchor, RESERVED_PREFIXES, RESERVED_SECTION_IDS } from '../../src/content/anchors.ts';

test('rows of data carry a prefix by kind: published addresses that must not change', () => {
  expect(anchor('table', 'floors')).toBe('table-floors');
  expect(anchor('figure', 'subsidy')).toBe('figure-subsidy');
  expect(anchor('event', 'opening')).toBe('event-opening');
  expect(anchor('organisation', 'busan')).toBe('org-busan');
  expect(anchor('instrument', 'welfare-act')).toBe('instrument-welfare-act');
  expect(anchor('note', 'sector')).toBe('note-sector');
  expect(noteMarkAnchor('sector')).toBe('ref-sector');
});

test('a section can take neither a generated id nor a prefix', () => {
  expect(RESERVED_SECTION_IDS).toEqual(
    expect.arrayContaining(['summary', 'contents', 'timeline', 'figures', 'organisations', 'press', 'notes', 'cite', 'related']),
  );
  for (const id of [anchor('table', 'x'), anchor('organisation', 'x'), noteMarkAnchor('x')])
    expect(RESERVED_PREFIXES.some((prefix) => id.startsWith(prefix))).toBe(true);
});
