"""The HTML of a saved web page: from the bytes of an .html or .mht file to characters.

In: bytes and the kind that `sniff` saw. Out: the page's HTML as one string. An .mht file is a
letter whose first part of type text/html is the page; its pictures are left alone.
"""

from __future__ import annotations

import codecs
import re
from email import message_from_bytes, policy
from email.message import EmailMessage, Message

from extractor.errors import UnreadableFile
from extractor.reading.encoding import decode, tidy
from extractor.reading.limits import current

NO_PAGE = "Tệp .mht không có trang web bên trong. Hãy lưu lại trang dạng .html rồi thử lại."
TOO_LONG = "Trang web quá dài nên không đọc. Hãy sao chép phần văn bản sang Word (.docx)."

_HEAD = 4096
_CHARSET = re.compile(
    rb"<meta\b[^>]{0,300}?charset\s{0,9}=\s{0,9}[\"']?\s{0,9}([\w.:-]{2,40})", re.I
)
_WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_XML_HEAD = re.compile(r"\A\s{0,99}<\?xml[^>]{0,300}>")


def page(data: bytes, kind: str) -> str:
    """The HTML in a file of kind `html` or `mht`. Raises UnreadableFile."""
    html, charset = _part(data) if kind == "mht" else (data, None)
    if len(html) > current().text_bytes:
        raise UnreadableFile(TOO_LONG)
    return _XML_HEAD.sub("", tidy(_characters(html, charset)))


def _part(data: bytes) -> tuple[bytes, str | None]:
    try:
        letter = message_from_bytes(data, _class=Message, policy=policy.compat32)
        found = next((part for part in letter.walk() if _is_page(part)), None)
        content = None if found is None else found.get_payload(decode=True)
    except (RecursionError, ValueError, LookupError, AssertionError) as error:
        raise UnreadableFile(NO_PAGE) from error
    if found is None or not isinstance(content, bytes) or not content.strip():
        raise UnreadableFile(NO_PAGE)
    return content, found.get_content_charset()


def _is_page(part: Message | EmailMessage) -> bool:
    return part.get_content_type() == "text/html" and not part.is_multipart()


def _characters(html: bytes, charset: str | None) -> str:
    """The characters: UTF-8 where they are it, else by what the page says, else by their look."""
    try:
        return html.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    named = _CHARSET.search(html[:_HEAD])
    for name in (charset, named and named[1].decode("ascii", "replace")):
        if name and _is_known(name) and not html.startswith(_WIDE):
            return html.decode(name, "replace")
    return decode(html).text


def _is_known(name: str) -> bool:
    try:
        return codecs.lookup(name).name not in ("utf-8", "utf-7", "idna", "punycode")
    except LookupError:
        return False
