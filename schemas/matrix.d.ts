// Types of matrix.schema.json, written from it (`make interop-types`).

/**
 * VI: Chỉ tiêu của nhiều kế hoạch đặt cạnh nhau. EN: Targets of many plans side by side.
 */
export interface MatrixRecord {
  /**
   * VI: Phiên bản của cấu trúc này, 1.x. EN: Version of this form, 1.x.
   */
  schema_version: string;
  /**
   * VI: Các kế hoạch, theo thứ tự đã cho. EN: The plans as they were given.
   */
  plans: Document[];
  /**
   * VI: Theo nhóm, nhiều kế hoạch có đứng trước. EN: By topic, what most plans have first.
   */
  rows: Row[];
}
/**
 * VI: Phần văn bản của một bản ghi kế hoạch, kèm tên gọi trong bản so sánh. EN: The document section of a plan record, with the name it has in this comparison.
 */
export interface Document {
  /**
   * VI: Tên để gọi kế hoạch này trong bản so sánh; hai kế hoạch không trùng tên. EN: What the comparison calls this plan; no two are called the same.
   */
  name: string;
  /**
   * VI: Loại văn bản. EN: Type of document.
   */
  type: string | null;
  /**
   * VI: Số, ký hiệu. EN: Number as printed.
   */
  number: string | null;
  /**
   * VI: Ngày ban hành. EN: Date of issue.
   */
  date: string | null;
  /**
   * VI: Địa danh. EN: Place of issue.
   */
  place: string | null;
  /**
   * VI: Trích yếu. EN: Title.
   */
  title: string | null;
  /**
   * VI: Tên phong trào. EN: The campaign's name.
   */
  theme: string | null;
  issuer: Issuer;
  signer: Signer;
  /**
   * VI: Nơi nhận. EN: Recipients.
   */
  recipients: string[];
}
/**
 * VI: Cơ quan ban hành kế hoạch. EN: Who issued the plan.
 */
export interface Issuer {
  /**
   * VI: Tên cơ quan. EN: Its name.
   */
  name: string | null;
  /**
   * VI: Loại cơ quan. EN: What kind of body.
   */
  kind: string | null;
  /**
   * VI: Cấp hành chính. EN: Its level.
   */
  level: string | null;
}
/**
 * VI: Người ký kế hoạch. EN: Who signed the plan.
 */
export interface Signer {
  /**
   * VI: Họ tên. EN: The name.
   */
  name: string | null;
  /**
   * VI: Chức vụ. EN: The post.
   */
  position: string | null;
  /**
   * VI: Tư cách ký: TM, KT, TL, TUQ, Q. EN: In what capacity: TM, KT, TL, TUQ, Q.
   */
  capacity: string | null;
}
/**
 * VI: Một điều được đo. EN: One thing measured.
 */
export interface Row {
  /**
   * VI: Mã của dòng. EN: Id of the row.
   */
  id: string;
  /**
   * VI: Tên chỉ tiêu; không dòng nào trùng tên. EN: Its name; no two rows share one.
   */
  name: string;
  /**
   * VI: Nhóm chỉ tiêu. EN: Where it is listed.
   */
  topic: "index" | "files" | "online" | "data" | "society" | "economy" | "other" | "single";
  /**
   * VI: Đơn vị. EN: Its unit.
   */
  unit: string;
  /**
   * VI: Mã trong bộ từ vựng measures. EN: Ids of the measures lexicon.
   */
  measures: string[];
  /**
   * VI: Bao nhiêu kế hoạch có chỉ tiêu này. EN: How many plans have it.
   */
  have: number;
  /**
   * VI: Theo thứ tự kế hoạch. EN: In the order of the plans.
   */
  cells: Cell[];
  /**
   * VI: Kế hoạch không có, khi từ nửa số kế hoạch có. EN: Plans without it, where at least half have it.
   */
  gaps: number[];
}
/**
 * VI: Chỉ tiêu của một kế hoạch cho một dòng. EN: One plan's targets for one row.
 */
export interface Cell {
  /**
   * VI: Thứ tự trong plans, từ 0. EN: Its place in plans, from 0.
   */
  plan: number;
  /**
   * VI: Mã các chỉ tiêu, mốc sau đứng sau. EN: Ids of the targets, later milestones last.
   */
  targets: string[];
  /**
   * VI: Các mức đặt bằng lời. EN: The thresholds in words.
   */
  demand: string;
  /**
   * VI: Giá trị của mốc cuối. EN: The value of the last milestone.
   */
  value: number;
  /**
   * VI: weak: nhẹ hẳn, strong: chặt hẳn so với các kế hoạch khác. EN: weak or strong: far from the other plans.
   */
  mark: "weak" | "strong" | null;
}
