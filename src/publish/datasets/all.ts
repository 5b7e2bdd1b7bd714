import { casesDataset } from './cases.ts';
import type { Dataset } from './dataset.ts';
import { eventsDataset } from './events.ts';
import { figuresDataset } from './figures.ts';
import { instrumentsDataset } from './instruments.ts';
import { notesDataset } from './notes.ts';
import { organisationsDataset } from './organisations.ts';
import { tablesDataset } from './tables.ts';

/** The files, in the order in which the codebook explains them. */
export const datasets: readonly Dataset[] = [
  casesDataset,
  figuresDataset,
  eventsDataset,
  organisationsDataset,
  instrumentsDataset,
  tablesDataset,
  notesDataset,
];
