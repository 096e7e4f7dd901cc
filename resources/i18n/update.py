"""Make hbp_ms and hbp_en (.ts and .qm) from the code's words and the part files; or check that they hold.

`python -m resources.i18n.update` writes; `--check` writes nothing and fails when a word has no Malay, when a
part file holds a word the code no longer says, or when the files are older than the words.
"""

import ast
import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from xml.etree import ElementTree

HERE = Path(__file__).resolve().parent
TOP = HERE.parent.parent
QT_PART = "qt.json"
Words = dict[str, dict[str, "str | dict[str, object]"]]


def main(arguments: list[str]) -> int:
    """Write or check; give the exit code."""
    with tempfile.TemporaryDirectory() as folder:
        made = make(Path(folder))
        if "--check" in arguments:
            return _report(made.troubles + stale(Path(folder)))
        for name in ("hbp_ms.ts", "hbp_ms.qm", "hbp_en.ts", "hbp_en.qm"):
            _replace(HERE / name, (Path(folder) / name).read_bytes())
    return _report(made.troubles)


def _replace(path: Path, data: bytes) -> None:
    """Put a file in place whole: a window may be reading the old one."""
    new = path.with_suffix(".new")
    new.write_bytes(data)
    new.replace(path)


class Made:
    """What the making found: words without Malay, words nobody says."""

    def __init__(self, troubles: list[str]) -> None:
        self.troubles = troubles


def make(folder: Path) -> Made:
    """Make all four files in `folder`."""
    words, qt = read_parts()
    tree, troubles = _extracted(folder), []
    said = _fill(tree, words, "ms", troubles)
    troubles += [f"nobody says {context}: {text}" for context, text in _unsaid(words, said)]
    _add_qt(tree, qt)
    _write(tree, folder / "hbp_ms.ts", "ms_MY")
    english = _extracted(folder)
    _fill(english, words, "en", [])
    _keep_counted(english)
    _write(english, folder / "hbp_en.ts", "en")
    for language in ("ms", "en"):
        _run(
            "lrelease",
            "-silent",
            str(folder / f"hbp_{language}.ts"),
            "-qm",
            str(folder / f"hbp_{language}.qm"),
        )
    return Made(troubles)


def stale(folder: Path) -> list[str]:
    """Say which files here differ from those in `folder`."""
    names = ("hbp_ms.ts", "hbp_ms.qm", "hbp_en.ts", "hbp_en.qm")
    return [f"{name} is stale" for name in names if _bytes(HERE / name) != _bytes(folder / name)]


def read_parts() -> tuple[Words, Words]:
    """Merge the part files: the program's own words, and Qt's."""
    own: Words = {}
    for path in sorted((HERE / "parts").glob("*.json")):
        if path.name != QT_PART:
            for context, texts in json.loads(path.read_text("utf-8")).items():
                own.setdefault(context, {}).update(texts)
    return own, json.loads((HERE / "parts" / QT_PART).read_text("utf-8"))


def _extracted(folder: Path) -> ElementTree.ElementTree:
    """Have lupdate read the words out of the code."""
    raw = folder / "raw.ts"
    raw.unlink(missing_ok=True)
    sources = sorted(str(path) for path in (TOP / "hbp_desktop" / "ui").rglob("*.py"))
    _run("lupdate", "-silent", "-locations", "none", *sources, "-ts", str(raw))
    tree = ElementTree.parse(raw)
    _bring_home(tree, _classes_saying(sources))
    return tree


def _bring_home(tree: ElementTree.ElementTree, homes: dict[str, set[str]]) -> None:
    """Give words that lupdate found without a class (said through `tr = self.tr`) to who says them."""
    contexts = {context.findtext("name", ""): context for context in tree.iter("context")}
    lost = contexts.pop("", None)
    for message in lost.findall("message") if lost is not None else ():
        for name in sorted(homes.get(message.findtext("source", ""), ())):
            if name not in contexts:
                contexts[name] = ElementTree.SubElement(tree.getroot(), "context")
                ElementTree.SubElement(contexts[name], "name").text = name
            said = {known.findtext("source", "") for known in contexts[name].findall("message")}
            if message.findtext("source", "") not in said:
                contexts[name].append(deepcopy(message))
    if lost is not None:
        tree.getroot().remove(lost)


def _classes_saying(sources: list[str]) -> dict[str, set[str]]:
    """Find in which classes each text is the first argument of a `tr`."""
    homes: dict[str, set[str]] = {}
    for source in sources:
        for found in ast.walk(ast.parse(Path(source).read_text("utf-8"))):
            if isinstance(found, ast.ClassDef):
                for text in _texts_said(found):
                    homes.setdefault(text, set()).add(found.name)
    return homes


def _texts_said(within: ast.AST) -> Iterator[str]:
    for call in ast.walk(within):
        if isinstance(call, ast.Call) and call.args and isinstance(call.args[0], ast.Constant):
            named = getattr(call.func, "attr", None) or getattr(call.func, "id", None)
            if named == "tr":
                yield str(call.args[0].value)


def _fill(
    tree: ElementTree.ElementTree, words: Words, language: str, troubles: list[str]
) -> set[tuple[str, str]]:
    said = set()
    for context in tree.iter("context"):
        name = context.findtext("name", "")
        for message in context.findall("message"):
            source = message.findtext("source", "")
            said.add((name, source))
            found = words.get(name, {}).get(source)
            if "%n" in source and isinstance(found, dict):  # lupdate counts only in tr()
                message.set("numerus", "yes")
            if not _translate(message, found, language):
                troubles.append(f"no Malay for {name}: {source}")
    return said


def _translate(message: ElementTree.Element, found: object, language: str) -> bool:
    target = message.find("translation")
    if target is None or found is None:
        return False
    forms = found if isinstance(found, str) else found[language]  # type: ignore[index]
    target.attrib.pop("type", None)
    if message.get("numerus") == "yes":
        for old in list(target):
            target.remove(old)
        for form in [forms] if isinstance(forms, str) else forms:
            ElementTree.SubElement(target, "numerusform").text = form
    else:
        target.text = str(forms)
    return True


def _unsaid(words: Words, said: set[tuple[str, str]]) -> list[tuple[str, str]]:
    return [
        (context, text) for context, texts in words.items() for text in texts if (context, text) not in said
    ]


def _add_qt(tree: ElementTree.ElementTree, qt: Words) -> None:
    for name, texts in sorted(qt.items()):
        if not texts:
            continue
        context = ElementTree.SubElement(tree.getroot(), "context")
        ElementTree.SubElement(context, "name").text = name
        for source, malay in texts.items():
            message = ElementTree.SubElement(context, "message")
            ElementTree.SubElement(message, "source").text = source
            ElementTree.SubElement(message, "translation").text = str(malay)


def _keep_counted(tree: ElementTree.ElementTree) -> None:
    """English needs its plurals only; all else is said as it stands."""
    for context in tree.iter("context"):
        for message in context.findall("message"):
            if message.get("numerus") != "yes":
                context.remove(message)


def _write(tree: ElementTree.ElementTree, path: Path, language: str) -> None:
    root = tree.getroot()
    root.set("language", language)
    root[:] = sorted(root, key=lambda context: context.findtext("name", ""))
    ElementTree.indent(tree, " ")
    text = ElementTree.tostring(root, encoding="unicode")
    text = re.sub(r"\n\s*(?=<numerusform>)|(?<=</numerusform>)\s*\n\s*(?=</)", "", text)
    path.write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{text}\n', "utf-8")


def _run(tool: str, *arguments: str) -> None:
    program = Path(sys.executable).parent / f"pyside6-{tool}"
    subprocess.run([str(program), *arguments], check=True, stdout=subprocess.DEVNULL)


def _bytes(path: Path) -> bytes:
    return path.read_bytes() if path.exists() else b""


def _report(troubles: list[str]) -> int:
    for trouble in troubles:
        sys.stderr.write(f"{trouble}\n")
    return 1 if troubles else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
