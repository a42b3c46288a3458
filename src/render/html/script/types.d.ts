// The document of a page, as `report::page` writes it. For the type check only; nothing of it is shipped.

interface Criterion {
  name: string;
  label: string;
  question: string;
  ask: string;
  weight: number;
}
interface Preset {
  name: string;
  label: string;
  weights: number[];
}
interface Claim {
  concept: number;
  level: number;
  must?: boolean;
  status: string;
  basis: string;
  source?: number;
  as_of?: string;
  note?: number;
}
interface Organization {
  id: string;
  name: string;
  country: string;
  kind?: string;
  cluster?: string;
  search: string;
  offers: Claim[];
  needs: Claim[];
  within: number[];
}
interface Met {
  need: number;
  offer: number;
  closeness: number;
  relation: string;
  why?: number;
  carriers: number[];
}
interface Remark {
  title: number;
  lines: number[];
}
interface Pair {
  partner: number;
  values: (number | null)[];
  assumed?: number[];
  confidence: number | null;
  for_seeker: number;
  for_partner: number;
  tie?: number;
  seeker_needs: Met[];
  partner_needs: Met[];
  remarks: Remark[];
}
interface Start {
  pair: number;
  score: number;
  low: number;
  high: number;
}
interface List {
  seeker: number;
  pairs: Pair[];
  start: Start[];
}
interface Gap {
  side: string;
  country: string;
  label: string;
  best: number;
  organizations: string[];
  nearest: string | null;
}
interface PageDocument {
  lang: string;
  title: string;
  method: { as_of: string; optimism: number };
  top: number;
  words: Record<string, string>;
  names: Record<string, Record<string, string>>;
  criteria: Criterion[];
  presets: Preset[];
  concepts: { id: string; label: string }[];
  numbers: number[];
  texts: string[];
  organizations: Organization[];
  lists: List[];
  gaps: Gap[];
}

/** A pair at work in the page: its values in place, its list, and its rank. */
interface Match {
  pair: Pair;
  list: List;
  seeker: Organization;
  partner: Organization;
  values: (number | null)[];
  stated: (number | null)[];
  score: number;
  rank: number;
  start: number;
}
interface Score {
  points: number[];
  score: number;
  low: number;
  high: number;
  known: number;
}
interface End {
  at: number;
  overtaken: number | null;
  by: number | null;
}
interface Flip {
  overtaken: number;
  by: number;
  moved: number;
  weights: number[];
}
/** Where a row of the table keeps what changes. */
interface Row {
  row: HTMLTableRowElement;
  detail: HTMLTableRowElement | null;
  open: HTMLButtonElement;
  rank: HTMLElement;
  moved: HTMLElement;
  number: HTMLElement;
  range: HTMLElement;
  bar: Bar;
}
interface Bar {
  svg: SVGElement;
  parts: SVGElement[];
  line: SVGElement;
  dot: SVGElement;
}
