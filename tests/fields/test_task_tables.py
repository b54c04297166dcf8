"""Tables whose cells are merged, or that go on in another table, and what a task hands over."""

from __future__ import annotations

import pytest

from extractor.document.model import Cell, Draft, assemble
from extractor.fields.context import Reading
from extractor.fields.units import read_units
from tests.fields.small_plans import plan, reading_of

_HEADER = ("TT", "Nhiệm vụ", "Cơ quan chủ trì", "Thời gian")


def test_a_merged_lead_cell_leads_every_row_beside_it() -> None:
    reading = _plan(
        [
            *_row(0, *_HEADER),
            *_row(1, "1", "Rà soát danh mục"),
            Draft("Văn phòng", cell=Cell(1, 1, 2, row_span=2)),
            Draft("Quý I/2026", cell=Cell(1, 1, 3)),
            *_row(2, "2", "Công bố danh mục"),
            Draft("Quý II/2026", cell=Cell(1, 2, 3)),
        ]
    )
    _, tasks = read_units(reading)
    assert [(t.unit, t.task, t.due) for t in tasks] == [
        ("Văn phòng", "Rà soát danh mục", "2026-03"),
        ("Văn phòng", "Công bố danh mục", "2026-06"),
    ]


def test_a_group_row_that_fills_the_table_is_no_task() -> None:
    reading = _plan(
        [
            *_row(0, *_HEADER),
            Draft("I. CÔNG TÁC CHỈ ĐẠO", cell=Cell(1, 1, 0, column_span=4)),
            *_row(2, "1", "Ban hành kế hoạch", "Văn phòng", "Tháng 01/2026"),
        ]
    )
    _, tasks = read_units(reading)
    assert [(t.unit, t.task) for t in tasks] == [("Văn phòng", "Ban hành kế hoạch")]


def test_a_table_goes_on_in_the_next_one_without_its_header() -> None:
    reading = _plan(
        [
            *_row(0, *_HEADER),
            *_row(1, "1", "Ban hành kế hoạch", "Văn phòng", "Tháng 01/2026"),
            *_row(0, "2", "Tập huấn cán bộ thôn", "Phòng Kinh tế", "Tháng 3/2026", table=2),
        ]
    )
    _, tasks = read_units(reading)
    assert [(t.unit, t.task) for t in tasks] == [
        ("Văn phòng", "Ban hành kế hoạch"),
        ("Phòng Kinh tế", "Tập huấn cán bộ thôn"),
    ]


def test_the_evidence_of_a_row_covers_what_it_says() -> None:
    reading = _plan(
        [*_row(0, *_HEADER), *_row(1, "1", "Rà soát danh mục", "Văn phòng", "Quý I/2026")]
    )
    _, (task,) = read_units(reading)
    assert reading.text[task.source.start : task.source.end] == task.source.text
    for said in ("Rà soát danh mục", "Văn phòng", "Quý I/2026"):
        assert said in task.source.text


@pytest.mark.parametrize(
    ("sentence", "product"),
    [
        ("Xây dựng kế hoạch tập huấn cho cán bộ thôn.", "kế hoạch tập huấn cho cán bộ thôn"),
        ("Gửi báo cáo về Văn phòng trước ngày 15/11/2026.", "báo cáo"),
        ("Tuần tra ban đêm.", None),
        ("Thực hiện nghiêm kế hoạch này.", None),
        ("Ban hành kế hoạch, chương trình cụ thể.", "kế hoạch, chương trình cụ thể"),
        ("Xây dựng chương trình công tác trình lãnh đạo ký.", "chương trình công tác"),
        (
            "Xây dựng kế hoạch quan trắc, cảnh báo nguồn nước, tổ chức lấy mẫu.",
            "kế hoạch quan trắc, cảnh báo nguồn nước",
        ),
        (
            "Lập phương án bảo vệ rừng, vườn cây và hồ nước để trình duyệt.",
            "phương án bảo vệ rừng, vườn cây và hồ nước",
        ),
        (
            "Xây dựng kế hoạch triển khai thực hiện, kiểm tra các thôn.",
            "kế hoạch triển khai thực hiện",
        ),
        ("Gửi danh sách hộ ngập đến Văn phòng Ủy ban nhân dân xã.", "danh sách hộ ngập"),
        ("Hướng dẫn các thôn xây dựng kế hoạch.", None),
        ("Theo dõi, chỉ đạo các thôn, tổ dân phố chủ động lập phương án.", None),
        ("Giúp người dân trong quá trình lập hồ sơ.", None),
        ("Giúp Ủy ban nhân dân xã xây dựng báo cáo kết quả.", "báo cáo kết quả"),
        ("Giúp các thôn xây dựng phương án.", None),
        ("Bố trí 02 công chức hỗ trợ nộp hồ sơ tại quầy.", None),
        ("Kiện toàn các tổ; sản phẩm là Quyết định kiện toàn.", "Quyết định kiện toàn"),
        ("Cụ thể hóa thành nghị quyết chuyên đề; phân công đảng viên.", "nghị quyết chuyên đề"),
        ("Kiểm tra việc lập hồ sơ của các hộ.", None),
    ],
)
def test_what_a_task_hands_over(sentence: str, product: str | None) -> None:
    _, (task,) = read_units(plan(f"V. TỔ CHỨC THỰC HIỆN\n1. Công an xã\n- {sentence}"))
    assert task.deliverable == product


def _row(row: int, *texts: str, table: int = 1) -> list[Draft]:
    return [Draft(text, cell=Cell(table, row, column)) for column, text in enumerate(texts)]


def _plan(cells: list[Draft]) -> Reading:
    lines = ["KẾ HOẠCH", "Chuyển đổi số xã Phú Lạc", "IV. NHIỆM VỤ CỤ THỂ", "Nhiệm vụ như sau:"]
    return reading_of(assemble("0", "txt", [*map(Draft, lines), *cells]))


@pytest.mark.parametrize("end", ["./.", ".", "./", ",…", "…", "; ", "…/."])
def test_a_task_ends_without_a_mark(end: str) -> None:
    """The plan's last mark, and dots that leave a list open, are no part of the task."""
    lines = f"V. TỔ CHỨC THỰC HIỆN\n1. Sở Nội vụ\n- Kiểm tra cơ sở (nếu có){end}"
    _, tasks = read_units(plan(lines))
    assert [task.task for task in tasks] == ["Kiểm tra cơ sở (nếu có)"]
