"""What the reader of scans tells a clerk, in Vietnamese: what is doubtful, missing, to be done.

`NO_TESSERACT` names the program to install; `{pages}` stands for page numbers.
"""

from __future__ import annotations

_INSTALL = (
    "Hãy cài tesseract-ocr và tesseract-ocr-vie (Debian, Ubuntu: sudo apt install tesseract-ocr"
    " tesseract-ocr-vie; Windows: bộ cài Tesseract-OCR, chọn thêm tiếng Việt), hoặc dùng bản .docx."
)
NO_TESSERACT = f"Đây là ảnh hoặc bản quét; máy chưa cài chương trình nhận dạng chữ. {_INSTALL}"
NO_VIETNAMESE = f"Chương trình nhận dạng chữ chưa có dữ liệu tiếng Việt. {_INSTALL}"
TOO_SLOW = "Nhận dạng chữ mãi không xong một trang. Hãy quét lại ở 200–300 dpi, đen trắng hoặc xám."
FAILED = "Chương trình nhận dạng chữ bị lỗi. Hãy chạy: kehoach doctor"
BROKEN = "Tệp ảnh bị hỏng, không mở được. Hãy quét hoặc chụp lại."
TOO_LARGE = "Ảnh quá lớn nên không đọc. Hãy quét lại ở 200–300 dpi."
NO_WORDS = (
    "Không nhận ra chữ nào trong ảnh. Hãy quét lại rõ hơn ở 200–300 dpi, hoặc dùng bản .docx."
)
