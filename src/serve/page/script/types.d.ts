// What the page starts from, as `serve::page` writes it, and what of the answers of the API it shows. For
// the type check only; nothing of it is shipped.

interface SiteDocument {
  lang: string;
  languages: [string, string][];
  given: string;
  upload: number;
  encodings: string[];
  words: Record<string, string>;
}
interface Organization {
  id: string;
  name: string;
  country: string;
}
interface Profiles {
  id: string;
  as_of: string;
  countries: Record<string, string>;
  organizations: Organization[];
}
interface Finding {
  code: string;
  severity: string;
  file: string;
  sheet: string | null;
  line: number | null;
  column: string | null;
  cell: string | null;
  found: string;
  message: string;
  hint: string | null;
}
interface Check {
  tables: { table: string; file: string; shipped: boolean; rows: number }[];
  findings: Finding[];
}
/** A table as people read it. */
interface ReadTable {
  title: string | null;
  columns: { title: string; numbers: boolean }[];
  rows: { cells: string[]; notes: [string, string][] }[];
}
interface Problem {
  status: number;
  detail: string;
  hint?: string;
}
