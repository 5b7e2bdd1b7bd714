import { fold } from '../../korean/normalise.ts';

/** Letters and digits only, so that bullets, spaces and punctuation neither hide nor make a likeness. */
export const squeeze = (text: string): string => fold(text.normalize('NFKC')).replaceAll(/[^\p{L}\p{N}]/gu, '');
