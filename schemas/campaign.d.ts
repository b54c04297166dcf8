// Types of campaign.schema.json, written from it (`make interop-types`).

/**
 * VI: Khởi đầu của một chiến dịch theo dõi, lấy từ một kế hoạch đã ban hành; điều kế hoạch không nêu là null. EN: The start of a tracker's campaign, from an issued plan; what the plan does not state is null.
 */
export interface CampaignRecord {
  schema_version: string;
  /**
   * VI: Mã ổn định theo cơ quan, số, ngày, trích yếu. EN: Stable id from issuer, number, date and title.
   */
  id: string;
  /**
   * VI: Cơ quan, số, ngày, trích yếu bằng chữ không dấu. EN: Issuer, number, date and title in plain letters.
   */
  slug: string;
  name: string | null;
  theme: string | null;
  /**
   * VI: Các ngày kế tiếp tính sau ngày này; không nêu thì là ngày của kế hoạch. EN: Next days are those after this one; the plan's date unless asked otherwise.
   */
  as_of: string | null;
  plan: Planref;
  run: Run | null;
  phases: Phase[];
  indicators: Indicator[];
  tasks: Task[];
  calendar: Event[];
  awards: Awardrules;
  people: Person[];
  offices: Office[];
  recipients: Recipiency[];
  references: Reference[];
  to_decide: Open[];
}
/**
 * VI: Kế hoạch mà chiến dịch bắt đầu từ đó. EN: The plan that the campaign begins from.
 */
export interface Planref {
  type: string | null;
  number: string | null;
  date: string | null;
  place: string | null;
  title: string | null;
  /**
   * VI: Tên định danh kiểu Akoma Ntoso, theo quy tắc riêng ghi trong docs/cli.md. EN: Name in the Akoma Ntoso style, by a rule of our own told in docs/cli.md.
   */
  uri: string | null;
  text_sha256: string | null;
  file_sha256: string | null;
  file_name: string | null;
}
/**
 * VI: Ngày đầu và ngày cuối của cả chiến dịch. EN: First and last day of the whole campaign.
 */
export interface Run {
  start: Day | null;
  end: Day | null;
  evidence: Link[];
}
/**
 * VI: Ngày như văn bản nêu và ngày thật để đưa vào lịch. EN: The date as stated, and the real day for a calendar.
 */
export interface Day {
  /**
   * VI: Ngày như trong bản ghi: năm, năm-tháng hoặc năm-tháng-ngày. EN: The date as the record has it: year, year-month or year-month-day.
   */
  stated: string;
  /**
   * VI: Ngày đầu (với ngày bắt đầu) hoặc ngày cuối (với thời hạn) của khoảng được nêu. EN: The first day (of a start) or the last day (of a due date) of what is stated.
   */
  day: string;
  /**
   * VI: stated nêu đủ ngày; widened lấy ngày đầu hoặc ngày cuối của năm, tháng được nêu. EN: stated in full; widened to the first or last day of the year or month stated.
   */
  basis: "stated" | "widened";
}
/**
 * VI: Dữ kiện trong bản ghi và chỗ nêu nó trong văn bản. EN: The fact of the record, and where the text states it.
 */
export interface Link {
  /**
   * VI: Mã của dữ kiện trong bản ghi kế hoạch; null với giá trị không có mã riêng. EN: Id of the fact in the plan record; null for a value that is no fact of its own.
   */
  fact: string | null;
  /**
   * VI: Vị trí ký tự đầu trong văn bản chuẩn; null khi bản ghi chỉ có trích đoạn. EN: Offset of the first code point; null in a record of quotes alone.
   */
  start: number | null;
  /**
   * VI: Vị trí ngay sau ký tự cuối. EN: Offset just past the last code point.
   */
  end: number | null;
  /**
   * VI: Số trang, đếm từ 1; null khi không có trang. EN: Page from 1; null without pages.
   */
  page: number | null;
  /**
   * VI: Đúng từng ký tự đoạn văn bản. EN: Exactly the words of the text.
   */
  quote: string;
}
/**
 * VI: Một giai đoạn, đợt. EN: A part of the run.
 */
export interface Phase {
  id: string;
  name: string | null;
  start: Day | null;
  end: Day | null;
  evidence: Link[];
}
/**
 * VI: Một điều được đo; mỗi thời hạn là một mốc. EN: One thing measured, with a milestone for each date.
 */
export interface Indicator {
  id: string;
  /**
   * VI: Mã trong bộ chỉ tiêu chung; null khi chưa gắn được. EN: Id in the lexicon of measures; null where none fits.
   */
  measure: string | null;
  name: string;
  unit: string;
  /**
   * VI: increase càng cao càng tốt; decrease càng thấp càng tốt; null khi kế hoạch không cho biết. EN: increase or decrease is better; null where the plan does not tell.
   */
  direction: "increase" | "decrease" | null;
  /**
   * VI: Khi con số là mức tăng hoặc giảm. EN: Where the number is an amount of change.
   */
  change: "increase" | "decrease" | null;
  /**
   * VI: Luôn null: kế hoạch không nêu, người dùng điền. EN: Always null: for a person to fill in.
   */
  baseline: number | null;
  group: string | null;
  /**
   * VI: Ai được đo, ai phải đạt. EN: Who is measured.
   */
  subject: string | null;
  context: "target" | "task" | "award";
  milestones: Milestone[];
}
/**
 * VI: Mức và ngày phải đạt. EN: A threshold and its due day.
 */
export interface Milestone {
  id: string;
  threshold: Threshold;
  /**
   * VI: null khi kế hoạch không nêu thời hạn. EN: null where the plan sets no date.
   */
  due: Day | null;
  evidence: Link[];
}
/**
 * VI: Mức phải đạt. EN: What must be reached.
 */
export interface Threshold {
  /**
   * VI: eq bằng; ge từ … trở lên; gt trên; le không quá; lt dưới; between từ … đến …. EN: eq equal; ge at least; gt more than; le at most; lt less than; between from … to ….
   */
  operator: "eq" | "ge" | "gt" | "le" | "lt" | "between";
  value: number;
  /**
   * VI: Chỉ với between. EN: Only with between.
   */
  value_max: number | null;
  per: "day" | "week" | "month" | "quarter" | "half_year" | "year" | null;
}
/**
 * VI: Một việc, ai làm, khi nào xong. EN: One piece of work, who does it, by when.
 */
export interface Task {
  id: string;
  name: string;
  role: "lead" | "coordinate" | "implement";
  owner: Party | null;
  partners: Party[];
  due: Day | null;
  recurrence: Recurrence | null;
  deliverable: string | null;
  /**
   * VI: Mã các mốc lịch nêu trong câu giao nhiệm vụ này. EN: Ids of the calendar entries that this task's sentence states.
   */
  events: string[];
  evidence: Link[];
}
/**
 * VI: Tên như văn bản nêu và mã trong danh sách cơ quan. EN: The name as printed, and its id among the offices.
 */
export interface Party {
  name: string;
  office: string;
}
/**
 * VI: Việc lặp lại: chu kỳ, quy tắc RFC 5545, năm ngày kế tiếp. EN: What comes again: its period, RFC 5545 rule and next five days.
 */
export interface Recurrence {
  every: "day" | "week" | "month" | "quarter" | "half_year" | "year";
  /**
   * VI: RRULE theo RFC 5545, dừng ở ngày kết thúc chiến dịch; null khi nêu ngày mà không rõ tháng, hoặc khi các mốc lịch của nhiệm vụ cho biết. EN: RFC 5545 RRULE, ended by the run's last day; null for a day without its month, or where the task's events tell when.
   */
  rule: string | null;
  /**
   * VI: stated nêu ngày; widened chỉ nêu chu kỳ, lấy ngày cuối kỳ. EN: stated with its day; widened to the last day of the period.
   */
  basis: "stated" | "widened" | null;
  /**
   * VI: Ngày đầu tiên theo quy tắc, dùng làm DTSTART. EN: First day of the rule, for DTSTART.
   */
  start: string | null;
  /**
   * VI: Nhiều nhất năm ngày sau ngày as_of. EN: At most five days after as_of.
   *
   * @maxItems 5
   */
  next:
    | []
    | [string]
    | [string, string]
    | [string, string, string]
    | [string, string, string, string]
    | [string, string, string, string, string];
}
/**
 * VI: Một mốc, kỳ báo cáo hoặc hạn nộp. EN: A milestone, report or submission.
 */
export interface Event {
  id: string;
  kind: "milestone" | "report" | "submission";
  name: string | null;
  /**
   * VI: Đơn vị của nhiệm vụ chứa mốc này; null khi không xác định được. EN: Who has the task whose sentence states it; null where none alone does.
   */
  owner: Party | null;
  task: string | null;
  start: Day | null;
  end: Day | null;
  recurrence: Recurrence | null;
  evidence: Link[];
}
/**
 * VI: Mọi điều kế hoạch nêu về khen thưởng. EN: All that the plan says of awards.
 */
export interface Awardrules {
  forms: Form[];
  quotas: Awardquota[];
  criteria: Awardcriterion[];
  funding: Paper | null;
  dossier: Paper[];
}
/**
 * VI: Hình thức và người quyết định. EN: The kind of award, and who gives it.
 */
export interface Form {
  id: string;
  name: string;
  authority: Party | null;
  occasion: string | null;
  evidence: Link[];
}
/**
 * VI: Số lượng được khen thưởng. EN: How many awards there may be.
 */
export interface Awardquota {
  id: string;
  recipient: "collective" | "individual" | "household" | "other";
  threshold: Threshold;
  unit: string;
  form: string | null;
  evidence: Link[];
}
/**
 * VI: Điều kiện xét khen thưởng. EN: A condition that decides who is awarded.
 */
export interface Awardcriterion {
  id: string;
  text: string;
  recipient: "collective" | "individual" | "household" | "other" | null;
  evidence: Link[];
}
/**
 * VI: Nguồn kinh phí hoặc một loại giấy tờ trong hồ sơ. EN: The funding, or a paper of the award file.
 */
export interface Paper {
  text: string;
  evidence: Link[];
}
/**
 * VI: Người ký kế hoạch. EN: Who signed the plan.
 */
export interface Person {
  id: string;
  name: string | null;
  position: string | null;
  capacity: "TM" | "KT" | "TL" | "TUQ" | "Q" | null;
  office: string | null;
  evidence: Link[];
}
/**
 * VI: Một cơ quan hoặc chức danh, nêu một lần. EN: A body or post, listed once.
 */
export interface Office {
  id: string;
  name: string;
  kind: "government" | "ministry" | "department" | "party" | "mass_organisation" | "public_unit" | "other" | null;
  level: "central" | "province" | "district" | "commune" | "unit" | null;
  /**
   * VI: issuer ban hành; lead chủ trì; coordinate phối hợp; implement thực hiện; recipient nơi nhận; award_authority quyết định khen thưởng. EN: issuer; lead; coordinate; implement; recipient; award_authority.
   */
  roles: ("issuer" | "lead" | "coordinate" | "implement" | "recipient" | "award_authority")[];
  evidence: Link[];
}
/**
 * VI: Một dòng nơi nhận. EN: A line under Nơi nhận.
 */
export interface Recipiency {
  line: string;
  /**
   * VI: null với dòng không nêu tên nơi nào (Như trên, Lưu: VT). EN: null for a line that names nobody.
   */
  office: string | null;
}
/**
 * VI: Một văn bản mà kế hoạch dựa vào hoặc nhắc đến. EN: A document that the plan rests on or names.
 */
export interface Reference {
  id: string;
  /**
   * VI: Tên định danh kiểu Akoma Ntoso; null khi chưa đủ loại, ngày, số hoặc tên. EN: Name in the Akoma Ntoso style; null where type, date, or number and title are not stated.
   */
  uri: string | null;
  doc_type: string | null;
  number: string | null;
  date: string | null;
  issuer: string | null;
  title: string | null;
  relation: "pursuant_to" | "implements" | "at_request_of" | "other" | null;
  /**
   * VI: legal_base căn cứ; preamble phần mở đầu; title trong tên văn bản khác; body phần nội dung. EN: legal_base; preamble; title of another document; body.
   */
  where: ("legal_base" | "preamble" | "title" | "body")[];
  evidence: Link[];
}
/**
 * VI: Điều kế hoạch để ngỏ, chờ người quyết định. EN: What the plan leaves open for a person to decide.
 */
export interface Open {
  code: string;
  /**
   * VI: Lời cho người dùng, bằng tiếng Việt. EN: Told in Vietnamese, for a clerk.
   */
  message: string;
  /**
   * VI: JSONPath (RFC 9535) đến mọi chỗ để ngỏ. EN: JSONPath (RFC 9535) to every place concerned.
   */
  path: string;
}
