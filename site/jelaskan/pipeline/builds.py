"""From content to the site: built, previewed and deployed."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from threading import Event, Lock
from typing import TYPE_CHECKING

from jelaskan import languages
from jelaskan.cache import Cache, Same
from jelaskan.messages import Message, Wordings
from jelaskan.model.explainer_file import ExplainerFile
from jelaskan.model.page import OutputFile, Page
from jelaskan.model.statements import Statements
from jelaskan.pipeline.drafts import draft_missing, find_missing
from jelaskan.pipeline.site import (
    BUILD,
    EXPLAINERS,
    SEEDS,
    Checked,
    Site,
    check_site,
    find_all_statements,
    in_order,
    read_site,
)
from jelaskan.problems import Position, Problem, has_errors
from jelaskan.progress import Step, telling

if TYPE_CHECKING:
    from jelaskan.publish.deploy import Deployed
    from jelaskan.publish.preview import Rebuilt


WRITTEN = ("content", SEEDS, "templates")
"""The folders in which people write what a site is made from."""


@dataclass(frozen=True, slots=True)
class Made:
    """A site's pages before they are published."""

    drafted: tuple[str, ...]
    problems: tuple[Problem, ...]
    pages: tuple[Page, ...] | None = None
    """None where an error is among the problems."""
    render: Callable[[Page], OutputFile] | None = None
    explainers: int = 0

    def files(self) -> tuple[OutputFile, ...] | None:
        """Return every file of the site, or None where an error is among the problems."""
        if self.pages is None or self.render is None:
            return None
        return tuple(self.render(page) for page in self.pages)


@dataclass(frozen=True, slots=True)
class Built:
    """What a build did."""

    drafted: tuple[str, ...]
    problems: tuple[Problem, ...]
    published: bool
    files: int = 0
    explainers: int = 0


def build(root: Path) -> Built:
    """Draft what has no explainer, check everything, and publish if nothing has an error."""
    from jelaskan.publish.files import publish

    made = make(root, Cache())
    files = made.files()
    if files is None:
        return Built(made.drafted, made.problems, published=False)
    publishing = telling(Step("publish", BUILD, 1), partial(publish, files, root / BUILD))()
    return Built(
        made.drafted,
        in_order(made.problems + publishing),
        published=not has_errors(publishing),
        files=len(files),
        explainers=made.explainers,
    )


def make(root: Path, cache: Cache) -> Made:
    """Draft what has no explainer, check everything, and make the pages if nothing has an error.

    What depends on nothing that has changed since the build before comes from `cache`.
    """
    site, problems = read_site(root, cache)
    statements = find_all_statements(site, cache)
    if has_errors(problems):
        found = check_site(site, statements, cache).problems
        return Made((), in_order(problems + found))
    changes, drafting = draft_missing(site, find_missing(site), cache)
    drafted = tuple(change.path for change in changes)
    if drafted:
        site, problems = read_site(root, cache)
    made = _make_site(site, statements, cache)
    return replace(made, drafted=drafted, problems=in_order(problems + drafting + made.problems))


def _make_site(site: Site, statements: Mapping[str, Statements], cache: Cache) -> Made:
    """Check everything, and make the pages if nothing has an error."""
    from jelaskan.render.environment import make_environment, render_page

    checked = check_site(site, statements, cache)
    if has_errors(checked.problems):
        return Made((), checked.problems)
    templates = partial(make_environment, site.root)
    environment = cache.get(("templates", _stamp(site.root)), templates)

    def render(page: Page) -> OutputFile:
        key = ("rendered", Same(page), Same(environment))
        step = Step("render", page.path, len(pages))
        return cache.get(key, telling(step, partial(render_page, page, environment)))

    step = Step("compose", "pages", 1)
    pages = telling(step, partial(_make_pages, site, checked, cache))()
    cache.turn()
    return Made((), checked.problems, pages, render, len(site.explainers))


def serve(
    root: Path,
    *,
    host: str,
    port: int,
    open_browser: bool,
    report: Callable[[tuple[Problem, ...]], None],
    say: Callable[[str], None],
    wordings: Callable[[], Wordings],
) -> bool:
    """Build, serve on a local address, and build again whenever a file is saved.

    Returns whether there was a site, and an address to serve it on.
    """
    from jelaskan.publish import serve as preview
    from jelaskan.read.folder import check_folder

    if wrong := tuple(check_folder(root)):
        report(wrong)
        return False
    cache, lock = Cache(), Lock()

    def rebuild() -> "Rebuilt":
        with lock:
            return _rebuilt(make(root, cache), root / BUILD, lock)

    return preview.serve(
        root,
        target=root / BUILD,
        host=host,
        port=port,
        rebuild=rebuild,
        report=report,
        watch=[root / folder for folder in WRITTEN],
        open_browser=open_browser,
        say=say,
        wordings=wordings,
    )


def _rebuilt(made: Made, target: Path, lock: Lock) -> "Rebuilt":
    """Return a made site for the preview: a page is rendered when it is looked at."""
    from jelaskan.publish.files import publish
    from jelaskan.publish.preview import Rebuilt

    pages, render = made.pages, made.render
    if pages is None or render is None:
        return Rebuilt(made.problems)
    by_path = {page.path: page for page in pages}

    def find(path: str) -> bytes | None:
        if path not in by_path:
            return None
        with lock:
            return render(by_path[path]).data

    def publish_all(stop: Event) -> tuple[Problem, ...]:
        files = []
        for page in pages:
            if stop.is_set():
                return ()
            with lock:
                files.append(render(page))
        return publish(files, target)

    return Rebuilt(made.problems, find, publish_all)


def deploy(
    root: Path,
    kind: str,
    target: str | Path,
    *,
    branch: str,
    headers: bool,
    cname: str | None,
    dry_run: bool,
    allow_drafts: bool,
) -> "Deployed":
    """Build the site and bring it to its readers, unless it has an error, a draft or no page.

    `kind` is git, folder, rsync or zip. Nothing is drafted on the way.
    """
    from jelaskan.publish.deploy import Deployed, make_host_files, refuse_own
    from jelaskan.publish.deploy import deploy as bring
    from jelaskan.publish.files import find_refusal, publish

    own = refuse_own(kind, str(target), root, [root / name for name in (BUILD, *WRITTEN)])
    if own is not None:
        return Deployed(problems=(own,))
    cache = Cache()
    site, problems = read_site(root, cache)
    made = _make_site(site, find_all_statements(site, cache), cache)
    problems = in_order(problems + made.problems)
    if not allow_drafts:
        problems += tuple(map(_refuse_draft, site.explainers_with("draft")))
    if not site.explainers and not has_errors(problems):
        problems += (_refuse_nothing(),)
    files = None if has_errors(problems) else made.files()
    if files is None:
        return Deployed(problems=problems)
    if dry_run:
        refusal = find_refusal(root / BUILD)
        problems += (refusal,) if refusal is not None else ()
    else:
        problems += telling(Step("publish", BUILD, 1), partial(publish, files, root / BUILD))()
    if has_errors(problems):
        return Deployed(problems=problems)
    files += make_host_files(files, git=kind == "git", headers=headers, cname=cname)
    bring_all = partial(bring, files, kind, str(target), branch=branch, root=root, dry_run=dry_run)
    deployed = telling(Step("compare" if dry_run else "deploy", str(target), 1), bring_all)()
    return replace(deployed, problems=problems + deployed.problems)


def _refuse_draft(file: ExplainerFile) -> Problem:
    message = Message("a draft is not deployed: no editor has checked it yet")
    hint = Message("finish it and write `status: ready`, or allow drafts with --drafts")
    return Problem(file.position("status"), "D01", message, hint)


def _refuse_nothing() -> Problem:
    message = Message("the site has no explainer yet: nothing was deployed")
    hint = Message("`jelaskan draft` writes one for each article in seeds/")
    return Problem(Position(EXPLAINERS, 1, 1), "D06", message, hint)


def _make_pages(site: Site, checked: Checked, cache: Cache) -> tuple[Page, ...]:
    """Return every page of the site."""
    from jelaskan.render.pages import render_site

    return tuple(
        render_site(
            site.explainers,
            articles=site.articles,
            statements=checked.statements,
            proofs=checked.proofs,
            store=site.store,
            settings=site.settings,
            packs={code: languages.load(code) for code in languages.available()},
            cache=cache,
        )
    )


def _stamp(root: Path) -> tuple[tuple[str, int, int], ...]:
    """Return what changes with every template: paths, times and sizes."""
    from jelaskan.render.environment import template_folders

    stamps = []
    for folder in template_folders(root):
        for path in sorted(folder.rglob("*")):
            with suppress(OSError):  # an editor's lock that points nowhere, or a file just gone
                status = path.stat()
                stamps.append((str(path), status.st_mtime_ns, status.st_size))
    return tuple(stamps)
