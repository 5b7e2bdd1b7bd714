import type { APIRoute, GetStaticPaths } from 'astro';
import { getCases, vocabulary } from '../../../case/cases.ts';
import { datasets } from '../../../publish/datasets/all.ts';
import { datasetCsv, type Dataset } from '../../../publish/datasets/dataset.ts';
import { absoluteUrl } from '../../../url.ts';

export const getStaticPaths = (() => datasets.map((set) => ({ params: { dataset: set.name }, props: { set } }))) satisfies GetStaticPaths;

/** The same records as the file for spreadsheets, for programs: nothing before the header, nothing before a value. */
export const GET: APIRoute<{ set: Dataset }> = async ({ props }) =>
  new Response(datasetCsv(props.set, await getCases(), { vocabulary, link: absoluteUrl }, 'program'));
