/** The form on the first page of a case: whose it is, its title, pledge and sector. */
import type { Vocabulary } from '../schema/vocabulary.ts';
import type { SourceLine } from './pages.ts';
import { closeUp } from './repair.ts';

export interface Cover {
  readonly title?: string;
  /** 부산광역시 연제구, as printed. */
  readonly municipality?: string;
  readonly pledges: readonly { readonly text: string; readonly code?: string }[];
  /** The sector that is ticked. */
  readonly sector?: string;
  /** The lines of the text that the form takes. */
  readonly lines: ReadonlySet<number>;
}

/** How forms call their fields, closed up. */
const FIELDS = {
  municipality: ['지자체명', '지자체', '기관명', '자치단체명', '자치단체', '시군구명', '기관'],
  title: ['사례명', '사업명', '우수사례명', '제목', '정책명'],
  sector: ['분야', '응모분야', '공모분야', '신청분야'],
  pledge: ['관련공약', '공약명', '관련공약명', '공약'],
  end: ['사례요약', '사업요약', '요약', '주요내용', '사업개요', '추진배경'],
} as const;
type Field = keyof typeof FIELDS;
/** The form stands at the top; a field further down belongs to the text. */
const DEPTH = 60;
const SPREAD = (name: string): string => Array.from(name).join('\\s*');
const START = new RegExp(
  `^\\s*(?:${Object.entries(FIELDS)
    .flatMap(([field, names]) =>
      [...names].sort((a, b) => b.length - a.length).map((name) => `(?<${field}_${names.indexOf(name as never)}>${SPREAD(name)})`),
    )
    .join('|')})(?=\\s|[:：]|$)\\s*[:：]?\\s*(?<value>.*)$`,
);

/** Reads the form; what it does not have stays undefined. */
export function readCover(lines: readonly SourceLine[], { sectors }: Pick<Vocabulary, 'sectors'>): Cover {
  const values = new Map<Field, string[]>();
  const taken = new Set<number>();
  let open: Field | undefined;
  for (const { number, text } of lines.slice(0, DEPTH)) {
    const groups = START.exec(text)?.groups;
    const name = groups === undefined ? undefined : Object.keys(groups).find((key) => key !== 'value' && groups[key] !== undefined);
    const field = name?.split('_')[0] as Field | undefined;
    if (field === 'end') break;
    if (field !== undefined && !values.has(field)) {
      open = field;
      values.set(field, []);
    } else if (open === undefined || text.trim() === '') continue;
    const value = field === undefined || field !== open ? text : (groups?.['value'] ?? '');
    values.get(open)?.push(value.trim());
    taken.add(number);
  }
  const said = (field: Field): string | undefined => {
    const text = (values.get(field) ?? []).filter((part) => part !== '').join(' ');
    return text === '' ? undefined : text.replaceAll(/\s+/g, ' ');
  };
  const [title, municipality, pledge] = [said('title'), said('municipality'), said('pledge')];
  const sector = findTicked(said('sector') ?? '', sectors);
  return {
    ...(title === undefined ? {} : { title }),
    ...(municipality === undefined ? {} : { municipality }),
    ...(sector === undefined ? {} : { sector }),
    pledges: pledge === undefined ? [] : [readPledge(pledge)],
    lines: taken,
  };
}

/** `사회적기업 육성 지원(3-3-1)` and `활성화 촉진 : 3-1-3` have a code. */
function readPledge(source: string): { text: string; code?: string } {
  const match = /^(.+?)\s*(?:[:：]\s*|\()(\d+(?:-\d+)+)\)?$/.exec(source);
  return match?.[1] === undefined || match[2] === undefined ? { text: source } : { text: match[1].trim(), code: match[2] };
}

/** The sector with something in the brackets behind it: 1분야-사회적경제 분야(○), 2분야-도시재생 분야( ). */
function findTicked(source: string, sectors: Vocabulary['sectors']): string | undefined {
  const boxes = [...source.matchAll(/(?:(\d)\s?분야)?([^()]*)\(([^()]*)\)/g)];
  const ticked = boxes.filter((box) => (box[3] ?? '').trim() !== '');
  const [one] = ticked;
  if (boxes.length < 2 || ticked.length !== 1 || one === undefined) {
    const named = sectors.filter(({ name }) => squeeze(source).includes(squeeze(name)));
    return boxes.length < 2 && named.length === 1 ? named[0]?.name : undefined;
  }
  return sectors.find(({ name, number }) => squeeze(one[2] ?? '').includes(squeeze(name)) || String(number) === one[1])?.name;
}

const squeeze = (text: string): string => closeUp(text).replaceAll(/[\s_-]/g, '');
