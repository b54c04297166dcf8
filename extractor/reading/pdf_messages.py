"""What the PDF reader tells a clerk, in Vietnamese: each line says what is wrong and what to do.

`pages([1, 2, 3, 7])` is "1–3, 7".
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

NOT_PDF = "Tệp không phải PDF. Hãy kiểm tra lại tệp, hoặc dùng bản .docx."
BROKEN = "Tệp PDF bị hỏng, không mở được. Hãy tải lại tệp, hoặc xuất lại PDF từ Word."
LOCKED = "Tệp PDF đặt mật khẩu. Hãy mở bằng mật khẩu, in ra PDF không khóa rồi thử lại."
EMPTY = "Tệp PDF không có chữ nào. Hãy kiểm tra lại tệp, hoặc dùng bản .docx."
SCAN = (
    "Tệp PDF là bản quét, hoặc phông chữ hỏng nên không có lớp chữ đọc được; máy cũng không nhận ra"
    " chữ nào trong ảnh (OCR). Hãy quét lại rõ hơn ở 200–300 dpi, hoặc dùng bản .docx."
)
TOO_SLOW = "Tệp PDF quá phức tạp, đọc mãi không xong. Hãy tách phụ lục ra tệp riêng rồi thử lại."
IMAGE = (
    "Trang {pages} là ảnh quét hoặc lớp chữ hỏng nên không đọc được; phần này thiếu trong kết quả."
    " Hãy xem bản gốc, hoặc dùng bản .docx; kehoach doctor cho biết máy có nhận dạng được chữ"
    " trong ảnh không."
)
OCR = "Trang {pages} là ảnh quét, chữ do máy nhận dạng (OCR): hãy đối chiếu số liệu với bản gốc."
DOUBTFUL = "Trang {pages} có nhiều chữ không đúng tiếng Việt: hãy đối chiếu với bản gốc."
UNREAD = "Trang {pages} có dòng chữ trong ảnh mà máy không đọc được: hãy xem bản gốc."
PICTURE = "Trang {pages} có hình ảnh lớn; chữ trong hình không đọc được, hãy xem bản gốc."
UNRULED = "Trang {pages}: không đọc được khung bảng, chữ trong bảng được đọc theo dòng."
REPAIRED = (
    "Đã sửa {count} chữ cái trông giống chữ Việt nhưng sai mã (như Ð thành Đ); nội dung không đổi."
)


def too_long(count: int, limit: int) -> str:
    """The message for a file of `count` pages."""
    return f"Tệp PDF có {count} trang, quá giới hạn {limit} trang. Hãy tách tệp rồi thử lại."


def too_many_scans(count: int, limit: int) -> str:
    """The message for a file with `count` scanned pages."""
    return f"Tệp PDF có {count} trang quét, quá giới hạn {limit} trang. Hãy tách tệp rồi thử lại."


def pages(numbers: Sequence[int]) -> str:
    """Page numbers for people, runs drawn together."""
    runs = [
        [number for _, number in run]
        for _, run in groupby(enumerate(numbers), key=lambda pair: pair[1] - pair[0])
    ]
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs)
