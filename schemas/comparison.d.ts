// Types of comparison.schema.json, written from it (`make interop-types`).

/**
 * VI: Kế hoạch B đặt cạnh kế hoạch A: A là kế hoạch cấp trên hoặc có trước. EN: Plan b held against plan a, which is of the higher level or the earlier one.
 */
export interface ComparisonRecord {
  /**
   * VI: Phiên bản của cấu trúc này, 1.x. EN: Version of this form, 1.x.
   */
  schema_version: string;
  a: Document;
  b: Document;
  targets: Targets;
  time: Time;
  legal_bases: LegalBases;
  units: Units;
  awards: Awards;
  /**
   * VI: Nặng nhất đứng trước. EN: The worst first.
   */
  findings: Finding[];
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
 * VI: Các chỉ tiêu đặt cạnh nhau. EN: The targets side by side.
 */
export interface Targets {
  /**
   * VI: Mỗi chỉ tiêu đứng trong nhiều nhất một cặp. EN: A target stands in one pair at most.
   */
  pairs: Pair[];
  /**
   * VI: Chỉ tiêu A có mà B không có. EN: Targets of a that b does not have.
   */
  only_a: string[];
  /**
   * VI: Chỉ tiêu B có mà A không có. EN: Targets of b that a does not have.
   */
  only_b: string[];
  /**
   * VI: Phần của only_a giao cho cấp khác. EN: Those of only_a that are for another tier.
   */
  not_for_b: string[];
  /**
   * VI: Chỉ tiêu của A mà B không có, và chỉ tiêu của B gần nó nhất nhưng không thành cặp. EN: A target of a that b does not have, and the one of b nearest to it; no pair.
   */
  near: Near[];
  /**
   * VI: Chỉ tiêu A nêu nhiều lần. EN: Said again in a.
   */
  repeated_a: Repeat[];
  /**
   * VI: Chỉ tiêu B nêu nhiều lần. EN: Said again in b.
   */
  repeated_b: Repeat[];
  tasks: Tasks;
}
/**
 * VI: Hai chỉ tiêu đo cùng một việc của cùng một đối tượng. EN: Two targets that measure the same thing of the same kind of thing.
 */
export interface Pair {
  /**
   * VI: Mã của cặp. EN: Id of the pair.
   */
  id: string;
  /**
   * VI: Mã chỉ tiêu trong bản ghi A. EN: Id in record a.
   */
  a: string;
  /**
   * VI: Mã chỉ tiêu trong bản ghi B. EN: Id in record b.
   */
  b: string;
  /**
   * VI: Ngưỡng của B so với A: same như nhau, stricter chặt hơn, weaker nhẹ hơn, incomparable không so được. EN: What b does to a's threshold.
   */
  verdict: "same" | "stricter" | "weaker" | "incomparable";
  /**
   * VI: Hạn của B so với A; null khi một bên không nêu. EN: B's deadline as seen from a's; null where one states none.
   */
  by: "same" | "earlier" | "later" | null;
  /**
   * VI: Vì sao hai chỉ tiêu thành cặp. EN: Why the two are a pair.
   */
  reason: string;
  /**
   * VI: Từ 0 đến 1. EN: From 0 to 1.
   */
  score: number;
  /**
   * VI: Mã trong bộ từ vựng measures mà cả hai cùng đo. EN: Ids of the measures lexicon that both measure.
   */
  measures: string[];
}
/**
 * VI: Hai chỉ tiêu gần nhau, chưa đủ để thành cặp. EN: Two targets near each other, too little for a pair.
 */
export interface Near {
  /**
   * VI: Mã chỉ tiêu của A. EN: Id of a's target.
   */
  a: string;
  /**
   * VI: Mã chỉ tiêu của B. EN: Id of b's target.
   */
  b: string;
}
/**
 * VI: Chỉ tiêu nói lại điều chỉ tiêu «first» của cùng kế hoạch đã nói. EN: A target that says again what «first» of the same plan says.
 */
export interface Repeat {
  /**
   * VI: Mã chỉ tiêu nhắc lại. EN: The one that repeats.
   */
  id: string;
  /**
   * VI: Mã chỉ tiêu được nhắc lại. EN: The one repeated.
   */
  first: string;
}
/**
 * VI: Số đo nằm trong nhiệm vụ, so riêng với nhau. EN: Numbers inside tasks, aligned among themselves.
 */
export interface Tasks {
  /**
   * VI: Các cặp. EN: The pairs.
   */
  pairs: Pair[];
  /**
   * VI: Chỉ A có. EN: In a alone.
   */
  only_a: string[];
  /**
   * VI: Chỉ B có. EN: In b alone.
   */
  only_b: string[];
}
/**
 * VI: Thời gian thực hiện và ngày ban hành. EN: Runs and dates of issue.
 */
export interface Time {
  a: Run | null;
  b: Run | null;
  /**
   * VI: Thời gian của B: same trùng, inside nằm trong, leaves ra ngoài A. EN: B's run: the same as a's, inside it, or leaving it.
   */
  verdict: "same" | "inside" | "leaves" | null;
  /**
   * VI: B ban hành trước (earlier), sau (later) hay cùng ngày với A. EN: B issued before, after, or with a.
   */
  issued: "same" | "earlier" | "later" | null;
}
/**
 * VI: Từ ngày đầu đến ngày cuối mà kế hoạch nêu. EN: From the first to the last day that the plan states.
 */
export interface Run {
  /**
   * VI: Bắt đầu. EN: Start.
   */
  start: string | null;
  /**
   * VI: Kết thúc. EN: End.
   */
  end: string | null;
  /**
   * VI: Các câu nêu. EN: The sentences that say so.
   */
  places: Place[];
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
/**
 * VI: Căn cứ chung và riêng. EN: Bases of both and of one.
 */
export interface LegalBases {
  /**
   * VI: Cả hai cùng dẫn. EN: Cited by both.
   */
  shared: SharedBase[];
  /**
   * VI: Chỉ A dẫn. EN: Cited by a alone.
   */
  only_a: string[];
  /**
   * VI: Chỉ B dẫn. EN: Cited by b alone.
   */
  only_b: string[];
  /**
   * VI: Mã căn cứ của B mà chính là kế hoạch A; null nếu không dẫn. EN: Id of b's base that is plan a; null if there is none.
   */
  parent: string | null;
}
/**
 * VI: Một văn bản cả hai cùng căn cứ. EN: One document on which both rest.
 */
export interface SharedBase {
  /**
   * VI: Mã căn cứ của A. EN: Id in record a.
   */
  a: string;
  /**
   * VI: Mã căn cứ của B. EN: Id in record b.
   */
  b: string;
  /**
   * VI: Điều hai bên ghi khác nhau. EN: What the two cite differently.
   */
  differs: ("number" | "date")[];
}
/**
 * VI: Đơn vị được giao việc. EN: Who is given work.
 */
export interface Units {
  /**
   * VI: Cả hai cùng giao. EN: Given work by both.
   */
  shared: SharedUnit[];
  /**
   * VI: Chỉ ở A. EN: In a alone.
   */
  only_a: string[];
  /**
   * VI: Chỉ ở B. EN: In b alone.
   */
  only_b: string[];
}
/**
 * VI: Một đơn vị cả hai cùng giao việc. EN: One body that both give work to.
 */
export interface SharedUnit {
  /**
   * VI: Mã ở A. EN: Id in record a.
   */
  a: string;
  /**
   * VI: Mã ở B. EN: Id in record b.
   */
  b: string;
  /**
   * VI: Tên theo A. EN: Name as a has it.
   */
  name: string;
}
/**
 * VI: Khen thưởng của hai kế hoạch. EN: Awards of the two plans.
 */
export interface Awards {
  a: Side;
  b: Side;
  /**
   * VI: Hình thức cả hai cùng nêu. EN: Forms that both name.
   */
  shared_forms: string[];
}
/**
 * VI: Hình thức, số lượng, kinh phí. EN: Forms, quotas, funding.
 */
export interface Side {
  /**
   * VI: Hình thức khen thưởng. EN: Forms of award.
   */
  forms: string[];
  /**
   * VI: Số lượng bằng lời. EN: Quotas in words.
   */
  quotas: string[];
  /**
   * VI: Nguồn kinh phí. EN: Where the money comes from.
   */
  funding: string | null;
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
