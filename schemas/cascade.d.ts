// Types of cascade.schema.json, written from it (`make interop-types`).

/**
 * VI: Chỉ tiêu và việc giao của một kế hoạch đến các kế hoạch cấp dưới. EN: What of a plan reaches the plans below it.
 */
export interface CascadeRecord {
  /**
   * VI: Phiên bản của cấu trúc này, 1.x. EN: Version of this form, 1.x.
   */
  schema_version: string;
  parent: Document;
  /**
   * VI: Theo thứ tự đã cho. EN: As they were given.
   */
  children: Document[];
  /**
   * VI: Chỉ tiêu của cấp trên. EN: Targets of the parent.
   */
  targets: TargetReach[];
  /**
   * VI: Việc giao cho cấp này. EN: Duties for their tier.
   */
  duties: DutyReach[];
  /**
   * VI: Mỗi kế hoạch cấp dưới một dòng. EN: One for each child.
   */
  citations: Citation[];
  /**
   * VI: Nặng nhất đứng trước. EN: The worst first.
   */
  findings: ChildFinding[];
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
 * VI: Một chỉ tiêu của cấp trên. EN: One target of the parent.
 */
export interface TargetReach {
  /**
   * VI: Mã chỉ tiêu của cấp trên. EN: The parent's target.
   */
  target: string;
  /**
   * VI: all mọi nơi, some một số, none không nơi nào, nobody không giao cho cấp này. EN: Whom it reaches of those that it is for.
   */
  reach: "all" | "some" | "none" | "nobody";
  /**
   * VI: Theo thứ tự children. EN: In the order of children.
   */
  children: Taken[];
}
/**
 * VI: Một kế hoạch cấp dưới làm gì với một chỉ tiêu. EN: What one child makes of one target.
 */
export interface Taken {
  /**
   * VI: Thứ tự trong children, từ 0. EN: Its place in children, from 0.
   */
  child: number;
  /**
   * VI: taken giữ, stricter nâng, weaker hạ, incomparable không so được, dropped bỏ, not_for không giao. EN: Kept, raised, weakened, not comparable, dropped, not for it.
   */
  state: "taken" | "stricter" | "weaker" | "incomparable" | "dropped" | "not_for";
  /**
   * VI: Mã chỉ tiêu của cấp dưới. EN: The child's target.
   */
  target: string | null;
  /**
   * VI: Hạn của cấp dưới so với cấp trên. EN: The child's deadline as seen from the parent's.
   */
  by: "same" | "earlier" | "later" | null;
}
/**
 * VI: Một việc cấp trên giao cho cấp dưới. EN: One duty for the children's tier.
 */
export interface DutyReach {
  /**
   * VI: Mã phân công của cấp trên. EN: The parent's assignment.
   */
  assignment: string;
  /**
   * VI: all mọi nơi, some một số, none không nơi nào, nobody không giao cho cấp này. EN: Whom it reaches of those that it is for.
   */
  reach: "all" | "some" | "none" | "nobody";
  /**
   * VI: Nơi có giao việc này. EN: Children that give it to somebody.
   */
  taken_by: number[];
  /**
   * VI: Nơi không giao ai. EN: Children that give it to nobody.
   */
  dropped_by: number[];
}
/**
 * VI: Kế hoạch cấp dưới dẫn kế hoạch cấp trên thế nào. EN: How a child cites the parent.
 */
export interface Citation {
  /**
   * VI: Thứ tự trong children, từ 0. EN: Its place in children, from 0.
   */
  child: number;
  /**
   * VI: right đúng, wrong sai, missing không dẫn. EN: Right, wrong, or not at all.
   */
  state: "right" | "wrong" | "missing";
  /**
   * VI: Mã căn cứ của cấp dưới. EN: The child's base.
   */
  base: string | null;
  /**
   * VI: Điều ghi sai. EN: What is cited wrongly.
   */
  wrong: ("number" | "date")[];
}
/**
 * VI: Phát hiện và kế hoạch nó nói đến. EN: A finding and its child.
 */
export interface ChildFinding {
  /**
   * VI: Thứ tự trong children, từ 0. EN: Its place in children, from 0.
   */
  child: number;
  finding: Finding;
}
/**
 * VI: Điều người kiểm tra cần xem, nặng nhất đứng trước. EN: What an auditor should see, the worst first.
 */
export interface Finding {
  /**
   * VI: Mã phát hiện. EN: Id of the finding.
   */
  id: string;
  /**
   * VI: Mức độ. EN: How much it matters.
   */
  severity: "high" | "medium" | "low";
  /**
   * VI: Loại phát hiện. EN: What kind.
   */
  kind:
    | "target_dropped"
    | "target_weaker"
    | "duty_dropped"
    | "parent_miscited"
    | "issued_before"
    | "target_later"
    | "run_leaves"
    | "base_differs"
    | "target_incomparable";
  /**
   * VI: Một câu tiếng Việt. EN: One Vietnamese sentence.
   */
  message: string;
  a: Place | null;
  b: Place | null;
}
/**
 * VI: Một dữ kiện: mã, trích đoạn, chỗ đứng. Bản ghi chỉ có trích đoạn thì chỗ đứng là null. EN: A fact: its id, its quote, where it stands. Null offsets where the record has quotes alone.
 */
export interface Place {
  /**
   * VI: Mã của dữ kiện trong bản ghi của nó. EN: The fact's id in its own record.
   */
  id: string;
  /**
   * VI: Nguyên văn. EN: As printed.
   */
  quote: string;
  /**
   * VI: Vị trí đầu trong văn bản chuẩn. EN: First offset in the canonical text.
   */
  start: number | null;
  /**
   * VI: Vị trí cuối (không gồm). EN: Offset behind the last.
   */
  end: number | null;
  /**
   * VI: Trang, nếu có. EN: Page, where there is one.
   */
  page: number | null;
}
