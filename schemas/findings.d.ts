// Types of findings.schema.json, written from it (`make interop-types`).

/**
 * VI: lỗi, cảnh báo, lưu ý. EN: error, warning, note.
 */
export type Severity = "error" | "warning" | "note";

/**
 * VI: Những điều `kehoach check` thấy trong các kế hoạch, mỗi điều kèm quy tắc, trích đoạn, chỗ và cơ sở. EN: What `kehoach check` found in plans, each finding with its rule, quote, place and what it rests on.
 */
export interface FindingsRecord {
  schema_version: "1.0";
  tool: {
    name: string;
    version: string;
  };
  rules: Rule[];
  plans: Plan[];
}
export interface Rule {
  id: string;
  severity: Severity;
  title: string;
  rests_on: string;
  help: string;
}
export interface Plan {
  name: string;
  text_sha256: string;
  counts: {
    error: number;
    warning: number;
    note: number;
  };
  findings: Finding[];
}
export interface Finding {
  rule: string;
  severity: Severity;
  message: string;
  rests_on: string;
  quote: string | null;
  start: number | null;
  end: number | null;
  page: number | null;
  line: number | null;
  place: string | null;
}
