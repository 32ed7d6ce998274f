"""What is wrong with a template of a site's own, where, and how to fix it."""

import contextlib
import dataclasses
import os
import re
from collections.abc import Callable, Collection, Iterator, Sequence
from pathlib import Path

from jinja2 import (
    Environment,
    FileSystemLoader,
    TemplateAssertionError,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
    UndefinedError,
)

from jelaskan.messages import Message
from jelaskan.model.explainer import Explainer
from jelaskan.model.page import Page
from jelaskan.problems import NEAR, Position, Problem
from jelaskan.render import views

LINE_END = re.compile("\r\n|\r|\n")
QUOTED = re.compile(r"'([^']+)'")
"""What Jinja's messages repeat of a template."""
NO_IDEA = Message("docs/theming.md says what templates may use")


class UnreadableError(TemplateSyntaxError):
    """A template that is no text, or not for us to read."""


class OwnTemplates(FileSystemLoader):
    """The templates of a site's own; one that cannot be read fails with its place."""

    def get_source(
        self, environment: Environment, template: str
    ) -> tuple[str, str, Callable[[], bool]]:
        """Return a template's text, its path, and whether it is still as it was."""
        try:
            return super().get_source(environment, template)
        except TemplateNotFound:
            raise
        except UnicodeDecodeError as error:
            line = error.object.count(b"\n", 0, error.start) + 1
            reason = "it is not in UTF-8"
        except OSError as error:
            line, reason = 1, error.strerror or str(error)
        path = os.path.normpath(Path(self.searchpath[0], template))
        raise UnreadableError(reason, line, template, path)


def find_fault(
    error: Exception, page: Page, environment: Environment, root: Path
) -> Problem | None:
    """Return what is wrong with a site's own templates, or None where they are not to blame.

    `error` is what rendering the page came to. Jinja knows the line; the column is that of the
    name that the error is about, else of the first letter.
    """
    own = Path(os.path.normpath(root / "templates"))
    places = [(path, line) for path, line in _places(error) if path.is_relative_to(own)]
    text = _text(error)
    names = QUOTED.findall(text) or [str(error)]
    if places:
        path, line = places[-1]
        code, message, hint = _say(error, page, path, environment)
        return Problem(_position(path, line, root, names), code, message, hint)
    written = {path.relative_to(own).as_posix() for path in own.rglob("[!.]*") if path.is_file()}
    if not written:
        return None
    # Such as macros of the site's own that lack one that the packaged templates need.
    asked = next((name for name in names if name in written), "")
    return Problem(
        Position(f"{own.name}/{asked}".rstrip("/"), 1, 1),
        "H06",
        Message("a packaged template fails with the site's own: {reason}", reason=text),
        Message("compare it with the packaged one that it stands before"),
    )


def _places(error: Exception) -> Iterator[tuple[Path, int]]:
    """Yield the file and the line of every template that was at work, the innermost last."""
    traceback = error.__traceback__
    while traceback is not None:
        yield Path(traceback.tb_frame.f_code.co_filename), traceback.tb_lineno
        traceback = traceback.tb_next
    if isinstance(error, TemplateSyntaxError):
        # Of a mark that is never closed, Jinja gives the file where its name belongs.
        yield Path(error.filename or error.name or ""), error.lineno


def _text(error: Exception) -> str:
    """Return what an error says, as a part of a sentence."""
    text = (error.message if isinstance(error, TemplateError) else None) or str(error)
    return (text[:1].lower() + text[1:]).rstrip(".")


def _position(path: Path, line: int, root: Path, names: Sequence[str]) -> Position:
    """Return the place of a fault in a line: that of the last of these names that stands there."""
    text = ""
    with contextlib.suppress(OSError, IndexError):  # saved anew meanwhile
        text = LINE_END.split(path.read_bytes().decode("utf-8", "replace"))[line - 1]
    named = (re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text) for name in reversed(names))
    blank = len(text) - len(text.lstrip())
    column = next((found.start() for found in named if found), blank) + 1
    return Position(path.relative_to(os.path.normpath(root)).as_posix(), line, column)


def _say(
    error: Exception, page: Page, path: Path, environment: Environment
) -> tuple[str, Message, Message]:
    """Return the code of a fault, what is wrong, and the way out."""
    text = _text(error)
    if isinstance(error, UnreadableError):
        message = Message("the template cannot be read: {reason}", reason=error.message)
        return "H01", message, Message("save it as text in UTF-8 that you may read")
    if isinstance(error, TemplateSyntaxError):
        message = Message("the template is not understood: {reason}", reason=text)
        if isinstance(error, TemplateAssertionError):
            known = {*environment.filters, *environment.tests}
            return "H01", message, _suggest([text, *QUOTED.findall(text)][-1], known)
        if path.suffix == ".css":
            return "H01", message, Message("write a space between “{{” and a “#” or “%” behind it")
        marks = Message(
            "Jinja reads what stands in {{{{ … }}}}, {{% … %}} and {{# … #}}: close each"
        )
        return "H01", message, marks
    if isinstance(error, TemplateNotFound):
        name = str(error)
        message = Message("there is no template of this name: {name}", name=name)
        return "H02", message, _suggest(name, environment.list_templates())
    if isinstance(error, UndefinedError):
        name = [text, *QUOTED.findall(text)][-1]
        message = Message("nothing here has this name: {name}", name=name)
        is_of_page = text.endswith("is undefined")
        return "H03", message, _suggest(name, page.context if is_of_page else _names(page))
    if isinstance(error, RecursionError):
        message = Message("the template takes itself in, without end")
        hint = Message("extend the packaged one: `packaged/{name}`", name=page.template)
        return "H04", message, hint
    kind = type(error).__name__
    message = Message("the template fails: {kind}: {reason}", kind=kind, reason=text)
    return "H05", message, NO_IDEA


def _names(page: Page) -> set[str]:
    """Return every name that some part of a page has."""
    types = [each for each in vars(views).values() if dataclasses.is_dataclass(each)]
    names = {field.name for each in types for field in dataclasses.fields(each)}
    return names | {*Explainer.model_fields, *page.context.get("t", ())}


def _suggest(word: str, choices: Collection[str]) -> Message:
    """Return a hint that names the choice most like a word, if one is."""
    from rapidfuzz import process
    from rapidfuzz.fuzz import ratio

    found = process.extractOne(word, sorted(choices), scorer=ratio, score_cutoff=NEAR)
    return Message("did you mean “{word}”?", word=found[0]) if found else NO_IDEA
