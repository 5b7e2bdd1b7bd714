/** Which keys of a row stand together: said once, for the check and for the published JSON Schema. */
import type { z } from 'zod';

/** One way to write a row: keys that stand in it, and keys that must not. */
export interface Form {
  has: readonly string[];
  lacks: readonly string[];
}

/** What to tell when a row has none of the forms. */
export interface FormWords {
  /** No key that tells the forms apart is there. */
  missing: string;
  /** Keys of different forms are there. */
  mixed: string;
  fix: string;
}

const fits = ({ has, lacks }: Form, row: object): boolean =>
  has.every((key) => Reflect.get(row, key) !== undefined) && lacks.every((key) => Reflect.get(row, key) === undefined);

const describeForm = ({ has, lacks }: Form) => ({
  type: 'object',
  properties: { ...Object.fromEntries(has.map((key) => [key, {}])), ...Object.fromEntries(lacks.map((key) => [key, { not: {} }])) },
  ...(has.length === 0 ? {} : { required: has }),
});

/** A row that must have one of the forms. Its issue stands at the key that is one too many, else at the row. */
export function inForms<Row extends z.ZodObject>(row: Row, forms: readonly Form[], words: FormWords): Row {
  return row
    .superRefine((value, context) => {
      if (forms.some((form) => fits(form, value))) return;
      const lacked = new Set(forms.flatMap(({ lacks }) => lacks));
      const extra = [...lacked].find((key) => Reflect.get(value, key) !== undefined);
      const { fix, missing, mixed } = words;
      context.addIssue({
        code: 'custom',
        path: extra === undefined ? [] : [extra],
        message: fix,
        params: { problem: extra === undefined ? missing : mixed, rule: true },
      });
    })
    .meta({ anyOf: forms.map(describeForm) });
}
