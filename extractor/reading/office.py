"""Old and foreign formats made .docx by LibreOffice, several files in one run.

In: kinds and bytes (`[("doc", …), ("rtf", …)]`). Out: the bytes of a .docx for each, or None where
LibreOffice made none. It runs with a profile of its own in a private folder: no macros, no links
followed, nothing kept.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from extractor.errors import MissingComponent
from extractor.reading.limits import current
from extractor.reading.programs import Failed, office, private_folder, run

MISSING = (
    "Cần LibreOffice để đọc tệp {kind}. Hãy cài LibreOffice (Writer) rồi chạy lại, "
    "hoặc mở tệp bằng Word và lưu lại dạng .docx."
)
TOGETHER = 8  # files in one run: a start costs about a second, a file a third of one

_SETTINGS = (
    ("Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Office.Common/Security/Scripting", "DisableActiveContent", "true"),
    ("Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Office.Common/Security/Scripting", "DisablePythonRuntime", "true"),
    ("Office.Writer/Content/Update", "Link", "0"),
    ("Office.Common/Misc", "FirstRun", "false"),
    ("Office.Common/Misc", "CollectUsageInformation", "false"),
    ("Office.Common/Misc", "CrashReport", "false"),
    ("Inet/Settings", "ooInetProxyType", "1"),
    ("Inet/Settings", "ooInetHTTPProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetHTTPProxyPort", "9"),
)
_ITEM = (
    '<item oor:path="/org.openoffice.{path}"><prop oor:name="{name}" oor:op="fuse">'
    "<value>{value}</value></prop></item>"
)
_REGISTRY = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<oor:items '
    'xmlns:oor="http://openoffice.org/2001/registry" '
    'xmlns:xs="http://www.w3.org/2001/XMLSchema" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">{items}</oor:items>\n'
)


def to_docx(sources: Sequence[tuple[str, bytes]]) -> list[bytes | None]:
    """The .docx of each source. Raises MissingComponent where LibreOffice is not installed."""
    program = office()
    if program is None:
        raise MissingComponent(MISSING.format(kind=f".{sources[0][0]}" if sources else ""))
    made = _run(program, sources)
    if len(sources) > 1:  # one bad file may take the run along: the others get their own
        made = [
            found if found is not None else _run(program, [source])[0]
            for found, source in zip(made, sources, strict=True)
        ]
    return made


def _run(program: str, sources: Sequence[tuple[str, bytes]]) -> list[bytes | None]:
    with private_folder() as folder:
        profile, out = folder / "profile", folder / "out"
        _write_settings(profile)
        names = []
        for number, (kind, data) in enumerate(sources):
            names.append(f"{number}.{kind}")
            (folder / names[-1]).write_bytes(data)
        with suppress(Failed):  # what it made before is whole, or the Word reader refuses it
            run([program, *_words(profile, out), *names], folder)
        return [_made(out / f"{number}.docx") for number in range(len(sources))]


def _words(profile: Path, out: Path) -> list[str]:
    return [
        f"-env:UserInstallation={profile.as_uri()}",
        "--headless",
        "--norestore",
        "--nologo",
        "--nodefault",
        "--nolockcheck",
        "--nofirststartwizard",
        "--convert-to",
        "docx:Office Open XML Text",
        "--outdir",
        str(out),
    ]


def _write_settings(profile: Path) -> None:
    (profile / "user").mkdir(parents=True)
    items = "".join(_ITEM.format(path=p, name=n, value=v) for p, n, v in _SETTINGS)
    registry = profile / "user" / "registrymodifications.xcu"
    registry.write_text(_REGISTRY.format(items=items), "utf-8")


def _made(path: Path) -> bytes | None:
    try:
        with path.open("rb") as handle:
            data = handle.read(current().file_bytes + 1)
    except OSError:
        return None
    return data if 0 < len(data) <= current().file_bytes else None
