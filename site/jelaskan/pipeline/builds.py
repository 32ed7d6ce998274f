"""From content to the site: built, previewed and deployed."""

import gc
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from itertools import takewhile
from pathlib import Path
from threading import Event
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
    render: Callable[[Page], OutputFile | Problem] | None = None
    """Gives a problem where a template of the site's own fails."""
    explainers: int = 0

    def files(self) -> tuple[tuple[OutputFile, ...] | None, tuple[Problem, ...]]:
        """Return every file of the site, or None and what is wrong with its templates."""
        if self.pages is None or self.render is None:
            return None, ()
        return sort_rendered(map(self.render, self.pages))


@dataclass(frozen=True, slots=True)
class Built:
    """What a build did."""

    drafted: tuple[str, ...]
    problems: tuple[Problem, ...]
    published: bool
    files: int = 0
    explainers: int = 0


def sort_rendered(
    rendered: Iterable[OutputFile | Problem],
) -> tuple[tuple[OutputFile, ...] | None, tuple[Problem, ...]]:
    """Return the files of a site, or None and the problems that keep it from being whole."""
    found = tuple(rendered)
    problems = in_order(tuple(each for each in found if isinstance(each, Problem)))
    files = tuple(each for each in found if isinstance(each, OutputFile))
    return None if problems else files, problems


def build(root: Path) -> Built:
    """Draft what has no explainer, check everything, and publish if nothing has an error."""
    from jelaskan.publish.files import publish

    made = make(root, Cache())
    files, failed = made.files()
    if files is None:
        return Built(made.drafted, in_order(made.problems + failed), published=False)
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
    from jelaskan.render.environment import load_templates, render_page

    checked = check_site(site, statements, cache)
    if has_errors(checked.problems):
        return Made((), checked.problems)
    load = partial(load_templates, site.root)
    templates = cache.get(("templates", _stamp(site.root)), load)

    def render(page: Page) -> OutputFile | Problem:
        key = ("rendered", Same(page), Same(templates))
        step = Step("render", page.path, len(pages))
        return cache.get(key, telling(step, partial(render_page, page, templates)))

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
    cache = Cache()

    def rebuild() -> "Rebuilt":
        rebuilt = _rebuilt(make(root, cache), root / BUILD)
        if not gc.get_freeze_count():
            # What a large site is made of stays: to look through it all for what has gone takes
            # a third of a second, in the middle of a save.
            gc.collect()
            gc.freeze()
        return rebuilt

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


def _rebuilt(made: Made, target: Path) -> "Rebuilt":
    """Return a made site for the preview: a page is rendered when it is looked at.

    Pages are found and written in threads of their own, while the next site is being made.
    """
    from jelaskan.publish.files import publish
    from jelaskan.publish.preview import Rebuilt

    pages, render = made.pages, made.render
    if pages is None or render is None:
        return Rebuilt(made.problems)
    by_path = {page.path: page for page in pages}

    def find(path: str) -> bytes | Problem | None:
        if path not in by_path:
            return None
        rendered = render(by_path[path])
        return rendered if isinstance(rendered, Problem) else rendered.data

    def publish_all(stop: Event) -> tuple[Problem, ...]:
        unless_stopped = takewhile(lambda _: not stop.is_set(), pages)
        files, problems = sort_rendered(map(render, unless_stopped))
        if stop.is_set():
            return ()
        return problems if files is None else publish(files, target)

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
    files, failed = made.files()
    problems = in_order(problems + made.problems + failed)
    if not allow_drafts:
        problems += tuple(map(_refuse_draft, site.explainers_with("draft")))
    if not site.explainers and not has_errors(problems):
        problems += (_refuse_nothing(),)
    if files is None or has_errors(problems):
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
