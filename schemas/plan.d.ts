// Types of plan.schema.json, written from it (`make interop-types`).

/**
 * VI: Tên quy tắc đã đọc ra dữ kiện. EN: Name of the rule that read the fact.
 */
export type Rule = string;
/**
 * VI: Mức chắc chắn từ 0 đến 1. EN: How sure the reading is, from 0 to 1.
 */
export type Confidence = number;
/**
 * VI: Mã ổn định của dữ kiện: đọc lại cùng văn bản thì được cùng mã. EN: Stable id of the fact: the same document read again gives the same id.
 */
export type FactId = string;
/**
 * VI: lead chủ trì, làm đầu mối; coordinate phối hợp; implement thực hiện. EN: lead; coordinate; implement (every other part).
 */
export type Role = "lead" | "coordinate" | "implement";
/**
 * VI: Chương trình đã tạo bản ghi. EN: The program that made the record.
 */
export type Tool = {
  /**
   * VI: Tên chương trình. EN: Name of the program.
   */
  name: string;
  /**
   * VI: Phiên bản chương trình. EN: Version of the program.
   */
  version: string;
  [k: string]: unknown;
} | null;
/**
 * VI: Tệp đã đọc. EN: The file that was read.
 */
export type Origin = {
  /**
   * VI: SHA-256 của các byte trong tệp. EN: SHA-256 of the bytes of the file.
   */
  id: string;
  /**
   * VI: docx, pdf, txt, md, html, mht, doc, rtf, odt, png, jpg hoặc tif. EN: docx, pdf, txt, md, html, mht, doc, rtf, odt, png, jpg or tif.
   */
  format: string;
  /**
   * VI: Tên tệp, không gồm thư mục. EN: Name of the file, without its folder.
   */
  name?: string | null;
  /**
   * VI: Số trang, khi định dạng có trang. EN: Number of pages, where the format has them.
   */
  pages?: number | null;
  [k: string]: unknown;
} | null;

/**
 * VI: Các dữ kiện mà một kế hoạch đã ban hành nêu ra, mỗi dữ kiện kèm chỗ nêu. EN: The facts that one issued Vietnamese plan states, each with its place.
 */
export interface PlanRecord {
  /**
   * VI: Phiên bản của cấu trúc này, 1.x. EN: Version of this form, 1.x.
   */
  schema_version: string;
  document: Document;
  /**
   * VI: Các văn bản làm căn cứ. EN: The documents on which the plan rests.
   */
  legal_bases: LegalBase[];
  /**
   * VI: Mọi lần nhắc đến văn bản có số. EN: Every mention of a document with a number.
   */
  citations: Citation[];
  /**
   * VI: Mọi cam kết đo được. EN: Every measurable commitment.
   */
  targets: Target[];
  /**
   * VI: Thời gian thực hiện, mốc, kỳ báo cáo, hạn nộp. EN: The run, milestones, reports and submissions.
   */
  time_windows: TimeWindow[];
  /**
   * VI: Các đơn vị được giao việc. EN: Who is given work.
   */
  responsible_units: ResponsibleUnit[];
  /**
   * VI: Từng việc giao cho từng đơn vị. EN: Each task of each unit.
   */
  assignments: Assignment[];
  awards: Awards;
  /**
   * VI: Những điều cần xem lại. EN: What a person should look at.
   */
  warnings: Warning[];
  /**
   * VI: Với mỗi mục của bản ghi (ví dụ document.number, targets, awards.quotas): tìm thấy, không có, hay không đọc được; bản ghi cũ không có khóa này. EN: For each section of the record (for example document.number, targets, awards.quotas): found, absent or unreadable; older records lack this key.
   */
  coverage?: {
    [k: string]: Coverage;
  };
  /**
   * VI: Khung chữ ký số in trên trang và chữ ký số trong tệp PDF; chỉ đọc, không kiểm tra tính hợp lệ. EN: Stamps of electronic signatures printed on a page, and signatures that a PDF holds; read, not verified.
   */
  signatures?: DigitalSignature[];
  /**
   * VI: Văn bản mà mọi trích đoạn trỏ vào; có thể bỏ khi được yêu cầu. EN: The text that every source points into; left out on request.
   */
  text?: string | null;
  /**
   * VI: SHA-256 của văn bản chuẩn (UTF-8). EN: SHA-256 of the canonical text (UTF-8).
   */
  text_sha256?: string;
  tool?: Tool;
  origin?: Origin;
  [k: string]: unknown;
}
/**
 * VI: Phần thể thức của kế hoạch: số, ngày, trích yếu, nơi ban hành, người ký, nơi nhận. EN: What the document is: number, date, title, issuer, signer, recipients.
 */
export interface Document {
  /**
   * VI: Tên loại chính thức, ví dụ Kế hoạch. EN: Official name of the type, for example Kế hoạch.
   */
  type: string | null;
  /**
   * VI: Số và ký hiệu như in, bỏ dấu cách; để trống là null. EN: Number as printed without spaces; blank is null.
   */
  number: string | null;
  /**
   * VI: Ngày ban hành, cắt đến phần được nêu. EN: Date of issue, cut to what is stated.
   */
  date: string | null;
  /**
   * VI: Địa danh ở dòng ngày tháng. EN: Place named in the dateline.
   */
  place: string | null;
  /**
   * VI: Trích yếu dưới tên loại, không gồm tên loại. EN: The title below the type, without the type.
   */
  title: string | null;
  /**
   * VI: Tên phong trào trong ngoặc kép của trích yếu; null khi không có. EN: The campaign's name in quotation marks in the title; null without quotes.
   */
  theme: string | null;
  /**
   * VI: Cơ quan ban hành kế hoạch. EN: The body that issues the plan.
   */
  issuer: {
    /**
     * VI: Tên như in ở đầu văn bản hoặc trong câu ban hành. EN: Name as printed in the letterhead or in the sentence that issues the plan.
     */
    name: string | null;
    /**
     * VI: government UBND, HĐND, Chính phủ; ministry bộ; department sở, ban, phòng; party Đảng; mass_organisation đoàn thể; public_unit đơn vị sự nghiệp; other khác. EN: government; ministry; department; party; mass organisation; public unit (school, hospital, centre); other.
     */
    kind: "government" | "ministry" | "department" | "party" | "mass_organisation" | "public_unit" | "other" | null;
    /**
     * VI: central trung ương; province cấp tỉnh (cả sở); district cấp huyện; commune cấp xã; unit đơn vị. EN: central; province (its departments too); district; commune; unit.
     */
    level: "central" | "province" | "district" | "commune" | "unit" | null;
    [k: string]: unknown;
  };
  /**
   * VI: Người ký kế hoạch. EN: Who signs the plan.
   */
  signer: {
    /**
     * VI: Họ tên người ký. EN: Name of the signer.
     */
    name: string | null;
    /**
     * VI: Chức vụ của chính người ký. EN: The signer's own post.
     */
    position: string | null;
    /**
     * VI: TM thay mặt; KT ký thay; TL thừa lệnh; TUQ thừa ủy quyền; Q quyền; chữ sau cùng khi có hai. EN: TM on behalf of; KT for the head; TL by order; TUQ by authorisation; Q acting; the last one where two stand.
     */
    capacity: "TM" | "KT" | "TL" | "TUQ" | "Q" | null;
    [k: string]: unknown;
  };
  /**
   * VI: Mỗi dòng nơi nhận, bỏ gạch đầu dòng và dấu cuối. EN: The lines under Nơi nhận, one each, without dash and final mark.
   */
  recipients: string[];
  /**
   * VI: Với mỗi trường (ví dụ issuer.name): đọc ở đâu, bằng quy tắc nào. EN: For each field (for example issuer.name): where and by which rule it was read.
   */
  evidence?: {
    [k: string]: Evidence;
  };
  [k: string]: unknown;
}
/**
 * VI: Giá trị được đọc ở đâu, bằng quy tắc nào. EN: Where one value was read, and by which rule.
 */
export interface Evidence {
  source: Source;
  rule: Rule;
  confidence: Confidence;
  [k: string]: unknown;
}
/**
 * VI: Chỗ trong văn bản chuẩn nêu dữ kiện này. EN: The place in the canonical text that states this fact.
 */
export interface Source {
  /**
   * VI: Vị trí ký tự đầu trong văn bản chuẩn, đếm từ 0. EN: Offset of the first code point in the canonical text, from 0.
   */
  start: number;
  /**
   * VI: Vị trí ngay sau ký tự cuối (nửa mở). EN: Offset just past the last code point (half open).
   */
  end: number;
  /**
   * VI: Đúng từng ký tự đoạn văn bản từ đầu đến cuối. EN: Exactly the slice of the canonical text from start to end.
   */
  text: string;
  /**
   * VI: Số trang, đếm từ 1; null khi định dạng không có trang. EN: Page number from 1; null where the format has no pages.
   */
  page?: number | null;
  /**
   * VI: Khung chữ trên trang: trái, trên, phải, dưới, tính bằng point từ góc trên bên trái. EN: Rectangle on the page: left, top, right, bottom, in points from the top left corner.
   *
   * @minItems 4
   * @maxItems 4
   */
  bbox?: [number, number, number, number] | null;
  [k: string]: unknown;
}
/**
 * VI: Văn bản mà kế hoạch nêu làm căn cứ. EN: A document on which the plan says it rests.
 */
export interface LegalBase {
  id: FactId;
  /**
   * VI: pursuant_to căn cứ; implements thực hiện, thi hành, triển khai; at_request_of theo (xét) đề nghị; other khác. EN: pursuant_to; implements; at_request_of; other.
   */
  relation: "pursuant_to" | "implements" | "at_request_of" | "other";
  /**
   * VI: Tên loại chính thức của văn bản được dẫn. EN: Official type of the document named.
   */
  doc_type: string | null;
  /**
   * VI: Số, ký hiệu như in, bỏ dấu cách. EN: Number as printed, spaces removed.
   */
  number: string | null;
  /**
   * VI: Ngày của văn bản được dẫn. EN: Date of the document named.
   */
  date: string | null;
  /**
   * VI: Cơ quan ban hành như in sau chữ của. EN: Issuer as printed after của.
   */
  issuer: string | null;
  /**
   * VI: Phần sau cơ quan ban hành, giữ chữ mở đầu (về, quy định, ban hành). EN: What follows the issuer, with its opening word (về, quy định, ban hành).
   */
  title: string | null;
  source: Source;
  rule?: Rule;
  confidence?: Confidence;
  basis?: Basis;
  [k: string]: unknown;
}
/**
 * VI: Với mỗi giá trị không nêu nguyên văn trong trích đoạn: normalised (chuẩn hóa), inherited (lấy từ đề mục), inferred (suy ra). EN: For each value that is not simply stated in the quote: normalised, inherited (from a heading) or inferred.
 */
export interface Basis {
  [k: string]: "normalised" | "inherited" | "inferred";
}
/**
 * VI: Một lần nhắc đến văn bản có số, ký hiệu. EN: One mention of a document with a number.
 */
export interface Citation {
  id?: FactId;
  /**
   * VI: Tên loại chính thức của văn bản được dẫn. EN: Official type of the document named.
   */
  doc_type: string | null;
  /**
   * VI: Số, ký hiệu như in, bỏ dấu cách. EN: Number as printed, spaces removed.
   */
  number: string | null;
  /**
   * VI: Ngày của văn bản được dẫn. EN: Date of the document named.
   */
  date: string | null;
  /**
   * VI: preamble phần mở đầu; title trong tên văn bản khác; body phần thân. EN: preamble; title (inside another's title); body.
   */
  where: "preamble" | "title" | "body";
  source: Source;
  rule?: Rule;
  confidence?: Confidence;
  basis?: Basis;
  [k: string]: unknown;
}
/**
 * VI: Một con số phải đạt, giữ hoặc không vượt. EN: One number that must be reached, kept or stayed under.
 */
export interface Target {
  id: FactId;
  /**
   * VI: Đo cái gì; bỏ con số, từ so sánh, động từ đạt, có. EN: What is measured, without the number, its comparator and the verb of reaching.
   */
  indicator: string;
  /**
   * VI: So con số với ngưỡng thế nào. EN: How the number is compared with the threshold.
   */
  operator: "eq" | "ge" | "gt" | "le" | "lt" | "between";
  /**
   * VI: Con số phải đạt. EN: The number to reach.
   */
  value: number;
  /**
   * VI: Cận trên, chỉ khi phép so sánh là between. EN: Upper bound, only where the operator is between.
   */
  value_max: number | null;
  /**
   * VI: percent, hoặc danh từ được đếm như in. EN: percent, or the counted noun as printed.
   */
  unit: string;
  /**
   * VI: increase tăng, decrease giảm khi con số là lượng thay đổi; còn lại null. EN: increase or decrease where the number is an amount of change; else null.
   */
  change: "increase" | "decrease" | null;
  /**
   * VI: Chu kỳ tính con số, ví dụ mỗi năm. EN: The period that the number is counted over, for example each year.
   */
  per: "day" | "week" | "month" | "quarter" | "half_year" | "year" | null;
  /**
   * VI: Mốc phải đạt, nêu trong câu hoặc đề mục phía trên. EN: The date by which, stated in the clause or a heading above it.
   */
  by: string | null;
  /**
   * VI: Đề mục, gạch đầu dòng hoặc câu dẫn gần nhất nói về các chỉ tiêu này. EN: The nearest heading, bullet or lead-in that says what the targets are about.
   */
  group: string | null;
  /**
   * VI: Ai phải đạt, khi câu nêu rõ. EN: Who must reach it, where the clause says so.
   */
  subject: string | null;
  /**
   * VI: target trong phần mục tiêu, chỉ tiêu; task trong phần nhiệm vụ; award là điều kiện khen thưởng. EN: target; task; award (a condition for an award).
   */
  context: "target" | "task" | "award";
  source: Source;
  rule?: Rule;
  confidence?: Confidence;
  basis?: Basis;
  [k: string]: unknown;
}
/**
 * VI: Thời gian thực hiện, giai đoạn, mốc, kỳ báo cáo hoặc hạn nộp hồ sơ. EN: A run, phase, milestone, report or submission with its time.
 */
export interface TimeWindow {
  id: FactId;
  /**
   * VI: campaign cả kế hoạch; phase giai đoạn; milestone mốc; report báo cáo; submission nộp hồ sơ. EN: campaign; phase; milestone; report; submission.
   */
  kind: "campaign" | "phase" | "milestone" | "report" | "submission";
  /**
   * VI: Tên mốc như in. EN: What it is, as printed.
   */
  label: string | null;
  /**
   * VI: Ngày bắt đầu. EN: First date.
   */
  start: string | null;
  /**
   * VI: Ngày kết thúc hoặc hạn chót. EN: Last date, or the deadline.
   */
  end: string | null;
  /**
   * VI: Chu kỳ lặp lại. EN: Period of what recurs.
   */
  every: "day" | "week" | "month" | "quarter" | "half_year" | "year" | null;
  /**
   * VI: Ngày hạn trong tháng, 1 đến 31. EN: Day of the month on which it is due, 1 to 31.
   */
  due_day: number | null;
  /**
   * VI: Tháng hạn 1 đến 12, hoặc last_of_quarter tháng cuối quý. EN: Month in which it is due, 1 to 12, or last_of_quarter.
   */
  due_month: 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | "last_of_quarter" | null;
  source: Source;
  rule?: Rule;
  confidence?: Confidence;
  basis?: Basis;
  [k: string]: unknown;
}
/**
 * VI: Cơ quan, chức danh hoặc nhóm được giao việc. EN: A body, post or group that the plan gives work to.
 */
export interface ResponsibleUnit {
  id?: FactId;
  /**
   * VI: Tên như in. EN: Name as printed.
   */
  name: string;
  /**
   * VI: Mọi vai trò của đơn vị trong các nhiệm vụ. EN: Every role that the unit has over its assignments.
   *
   * @minItems 1
   */
  roles: [Role, ...Role[]];
  source: Source;
  rule?: Rule;
  confidence?: Confidence;
  basis?: Basis;
  [k: string]: unknown;
}
/**
 * VI: Một việc giao cho một đơn vị. EN: One task of one unit.
 */
export interface Assignment {
  id: FactId;
  /**
   * VI: Đơn vị được giao. EN: Who the task is given to.
   */
  unit: string;
  /**
   * VI: lead chủ trì, làm đầu mối; coordinate phối hợp; implement thực hiện. EN: lead; coordinate; implement (every other part).
   */
  role: "lead" | "coordinate" | "implement";
  /**
   * VI: Cả câu nêu nhiệm vụ. EN: The whole sentence that states the task.
   */
  task: string;
  /**
   * VI: Các đơn vị phối hợp. EN: The partners.
   */
  with: string[];
  /**
   * VI: Hạn hoàn thành. EN: The date by which it is due.
   */
  due: string | null;
  /**
   * VI: Chu kỳ đầu tiên được nêu. EN: The first period stated.
   */
  every: "day" | "week" | "month" | "quarter" | "half_year" | "year" | null;
  /**
   * VI: Sản phẩm phải nộp, ví dụ báo cáo. EN: A named product to hand over, for example báo cáo.
   */
  deliverable: string | null;
  source: Source;
  rule?: Rule;
  confidence?: Confidence;
  basis?: Basis;
  [k: string]: unknown;
}
/**
 * VI: Mọi điều về khen thưởng. EN: All that concerns awards.
 */
export interface Awards {
  /**
   * VI: Các số lượng khen thưởng. EN: Every stated number of awards.
   */
  quotas: Quota[];
  /**
   * VI: Các hình thức khen thưởng. EN: The kinds of award named.
   */
  forms: AwardForm[];
  /**
   * VI: Các tiêu chí xét khen. EN: What decides who is awarded.
   */
  criteria: Criterion[];
  /**
   * VI: Nguồn kinh phí khen thưởng, như in. EN: Where the money for awards comes from, as printed.
   */
  funding: string | null;
  /**
   * VI: Các giấy tờ phải nộp. EN: The papers asked for, one each.
   */
  dossier: string[];
  /**
   * VI: Chỗ nêu funding và từng giấy tờ của dossier. EN: Where funding and each entry of dossier was read.
   */
  evidence?: {
    [k: string]: Evidence;
  };
  [k: string]: unknown;
}
/**
 * VI: Một số lượng khen thưởng được nêu. EN: A stated number of awards.
 */
export interface Quota {
  id?: FactId;
  /**
   * VI: collective tập thể; individual cá nhân; household hộ; other khác. EN: collective; individual; household; other.
   */
  recipient: "collective" | "individual" | "household" | "other";
  /**
   * VI: So con số với ngưỡng thế nào. EN: How the number is compared with the threshold.
   */
  operator: "eq" | "ge" | "gt" | "le" | "lt" | "between";
  /**
   * VI: Số lượng khen thưởng. EN: The number of awards.
   */
  value: number;
  /**
   * VI: Cận trên, chỉ khi phép so sánh là between. EN: Upper bound, only where the operator is between.
   */
  value_max?: number | null;
  /**
   * VI: Danh từ được đếm như in, hoặc percent. EN: The counted noun as printed, or percent.
   */
  unit: string;
  /**
   * VI: Hình thức khen kèm theo con số, hoặc null. EN: The form of award that goes with the number, or null.
   */
  form: string | null;
  /**
   * VI: Chu kỳ tính số lượng. EN: The period that the number is counted over.
   */
  per: "day" | "week" | "month" | "quarter" | "half_year" | "year" | null;
  source: Source;
  rule?: Rule;
  confidence?: Confidence;
  basis?: Basis;
  [k: string]: unknown;
}
/**
 * VI: Một hình thức khen thưởng được hứa. EN: A kind of award that is promised.
 */
export interface AwardForm {
  id?: FactId;
  /**
   * VI: Bằng khen, Giấy khen, Cờ thi đua, biểu dương …. EN: Bằng khen, Giấy khen, Cờ thi đua, biểu dương ….
   */
  name: string;
  /**
   * VI: Ai khen, ví dụ Chủ tịch UBND tỉnh. EN: Who awards, for example Chủ tịch UBND tỉnh.
   */
  authority: string | null;
  /**
   * VI: đột xuất, hằng năm, tổng kết hoặc null. EN: đột xuất, hằng năm, tổng kết or null.
   */
  occasion: string | null;
  source: Source;
  rule?: Rule;
  confidence?: Confidence;
  basis?: Basis;
  [k: string]: unknown;
}
/**
 * VI: Điều kiện, căn cứ, ưu tiên hoặc loại trừ khi xét khen. EN: A condition, ground, priority or exclusion that decides who is awarded.
 */
export interface Criterion {
  id?: FactId;
  /**
   * VI: Tiêu chí như in. EN: The criterion as printed.
   */
  text: string;
  /**
   * VI: collective tập thể; individual cá nhân; household hộ; other khác. EN: collective; individual; household; other.
   */
  recipient: "collective" | "individual" | "household" | "other" | null;
  source: Source;
  rule?: Rule;
  confidence?: Confidence;
  basis?: Basis;
  [k: string]: unknown;
}
/**
 * VI: Điều người dùng nên xem lại. EN: What a person should look at.
 */
export interface Warning {
  /**
   * VI: Mã ngắn, chữ thường và gạch dưới. EN: Short code, lower case with underscores.
   */
  code: string;
  /**
   * VI: Lời nhắc bằng tiếng Việt. EN: The message, in Vietnamese.
   */
  message: string;
  /**
   * VI: Chỗ trong văn bản chuẩn nêu dữ kiện này, hoặc null. EN: The place in the canonical text that states this fact, or null.
   */
  source?: {
    /**
     * VI: Vị trí ký tự đầu trong văn bản chuẩn, đếm từ 0. EN: Offset of the first code point in the canonical text, from 0.
     */
    start: number;
    /**
     * VI: Vị trí ngay sau ký tự cuối (nửa mở). EN: Offset just past the last code point (half open).
     */
    end: number;
    /**
     * VI: Đúng từng ký tự đoạn văn bản từ đầu đến cuối. EN: Exactly the slice of the canonical text from start to end.
     */
    text: string;
    /**
     * VI: Số trang, đếm từ 1; null khi định dạng không có trang. EN: Page number from 1; null where the format has no pages.
     */
    page?: number | null;
    /**
     * VI: Khung chữ trên trang: trái, trên, phải, dưới, tính bằng point từ góc trên bên trái. EN: Rectangle on the page: left, top, right, bottom, in points from the top left corner.
     *
     * @minItems 4
     * @maxItems 4
     */
    bbox?: [number, number, number, number] | null;
    [k: string]: unknown;
  } | null;
  [k: string]: unknown;
}
/**
 * VI: Việc tìm một mục của bản ghi có kết quả gì. EN: What the search for one section of the record came to.
 */
export interface Coverage {
  /**
   * VI: found tìm thấy; absent đã tìm mà không có; unreadable không tìm thấy, nhưng có chỗ không đọc được. EN: found; absent (searched for and not there); unreadable (nothing found, but parts that may hold it could not be read).
   */
  state: "found" | "absent" | "unreadable";
  /**
   * VI: Số dữ kiện tìm thấy. EN: How many facts were found.
   */
  count: number;
  /**
   * VI: Khi không tìm thấy gì: những phần, mục đã tìm; danh sách rỗng là văn bản không có phần để tìm. EN: Where nothing was found: the parts and sections that were searched; an empty list means that the document has no such part.
   */
  searched?: Searched[];
  /**
   * VI: Các trang có thể chứa mục này mà không đọc được hết. EN: Pages that may hold this section and could not be read, or not wholly.
   */
  pages?: number[];
  /**
   * VI: Khi không có trang: đoạn văn bản chuẩn mà ở đó có chỗ không đọc được. EN: Without pages: the stretches of the canonical text at which something could not be read.
   */
  places?: Place[];
  [k: string]: unknown;
}
/**
 * VI: Một phần hoặc mục của văn bản đã được tìm. EN: A part or section of the document that was searched.
 */
export interface Searched {
  /**
   * VI: Vị trí ký tự đầu trong văn bản chuẩn, đếm từ 0. EN: Offset of the first code point in the canonical text, from 0.
   */
  start: number;
  /**
   * VI: Vị trí ngay sau ký tự cuối (nửa mở). EN: Offset just past the last code point (half open).
   */
  end: number;
  /**
   * VI: Phần của thể thức: đầu văn bản, tên loại, trích yếu, căn cứ, nội dung, kết thúc, nơi nhận và chữ ký, văn bản kèm theo, phụ lục, chú thích. EN: Part of the layout: letterhead, type, title, preamble, body, closing, foot, enclosure, annex, footnote.
   */
  part: "letterhead" | "type" | "title" | "preamble" | "body" | "closing" | "foot" | "enclosure" | "annex" | "footnote";
  /**
   * VI: Đề mục như in, cả số thứ tự; null khi không có. EN: The heading as printed, with its number; null where there is none.
   */
  heading?: string | null;
  [k: string]: unknown;
}
/**
 * VI: Một đoạn của văn bản chuẩn. EN: A stretch of the canonical text.
 */
export interface Place {
  /**
   * VI: Vị trí ký tự đầu trong văn bản chuẩn, đếm từ 0. EN: Offset of the first code point in the canonical text, from 0.
   */
  start: number;
  /**
   * VI: Vị trí ngay sau ký tự cuối (nửa mở). EN: Offset just past the last code point (half open).
   */
  end: number;
  [k: string]: unknown;
}
/**
 * VI: Một chữ ký số như nó tự ghi. EN: One electronic signature as it names itself.
 */
export interface DigitalSignature {
  /**
   * VI: stamp khung chữ ký in trên trang; pdf_signature chữ ký trong tệp PDF. EN: stamp, printed on a page; pdf_signature, held by the PDF.
   */
  kind: "stamp" | "pdf_signature";
  /**
   * VI: Người hoặc cơ quan ký, như ghi trong khung hay chứng thư số. EN: Person or body that signed, as in the stamp or the certificate.
   */
  signer: string | null;
  /**
   * VI: Thời điểm ký theo ISO 8601, cắt đến phần được nêu. EN: Time of signing, ISO 8601, cut to what is stated.
   */
  time: string | null;
  /**
   * VI: Cơ quan của người ký, như ghi trong khung hay chứng thư số. EN: The signer's body, as in the stamp or the certificate.
   */
  organisation?: string | null;
  /**
   * VI: Số trang, đếm từ 1; null khi không rõ. EN: Page number from 1; null where it is not known.
   */
  page?: number | null;
  /**
   * VI: Chỗ trong văn bản chuẩn có khung chữ ký; null khi chữ ký nằm trong tệp. EN: The place in the canonical text of the stamp; null for a signature within the file.
   */
  source?: {
    /**
     * VI: Vị trí ký tự đầu trong văn bản chuẩn, đếm từ 0. EN: Offset of the first code point in the canonical text, from 0.
     */
    start: number;
    /**
     * VI: Vị trí ngay sau ký tự cuối (nửa mở). EN: Offset just past the last code point (half open).
     */
    end: number;
    /**
     * VI: Đúng từng ký tự đoạn văn bản từ đầu đến cuối. EN: Exactly the slice of the canonical text from start to end.
     */
    text: string;
    /**
     * VI: Số trang, đếm từ 1; null khi định dạng không có trang. EN: Page number from 1; null where the format has no pages.
     */
    page?: number | null;
    /**
     * VI: Khung chữ trên trang: trái, trên, phải, dưới, tính bằng point từ góc trên bên trái. EN: Rectangle on the page: left, top, right, bottom, in points from the top left corner.
     *
     * @minItems 4
     * @maxItems 4
     */
    bbox?: [number, number, number, number] | null;
    [k: string]: unknown;
  } | null;
  [k: string]: unknown;
}
