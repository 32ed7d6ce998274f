"""One function a command: the stages in order. This module alone knows them all."""

import difflib
import json
import re
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path, PurePath, PurePosixPath
from threading import Event, Lock
from typing import TYPE_CHECKING, Any

from jelaskan import languages
from jelaskan.cache import Cache, Same
from jelaskan.files.create import create_text
from jelaskan.files.explained import read_explained
from jelaskan.files.replace import encode_like, replace_bytes
from jelaskan.files.text_file import TextFile, read_text
from jelaskan.files.yaml_file import Parts, validate_parts
from jelaskan.files.yaml_pieces import parse_pieces
from jelaskan.model.article import Article
from jelaskan.model.explainer import Explainer, ExplainerFile, Key
from jelaskan.model.page import OutputFile, Page
from jelaskan.model.statements import Statements
from jelaskan.model.store import Store, StoredPerson, StoredTerm
from jelaskan.problems import Explained, Position, Problem, has_errors
from jelaskan.progress import Step, telling
from jelaskan.proof.claims import Proof, prove
from jelaskan.settings import Settings

if TYPE_CHECKING:
    from jelaskan.publish.deploy import Deployed
    from jelaskan.publish.preview import Rebuilt

SETTINGS = "content/site.yaml"
PEOPLE = "content/people.yaml"
GLOSSARY = "content/glossary.yaml"
EXPLAINERS = "content/explainers"
SEEDS = "seeds"
BUILD = "build"

HEAD = ("headline", "dek", "byline", "publisher", "url", "published", "dateline", "language")
"""The head fields of a seed, in the order in which they are written."""

LINE_END = re.compile("\r\n|\r|\n")

NO_SETTINGS = Settings()

NOTHING: Parts[Any] = Parts(None, (), frozenset(), {})
"""What a file says that is not there."""
UNREADABLE: Parts[Any] = Parts(None, (), frozenset({()}), {})


@dataclass(frozen=True, slots=True)
class Site:
    """Everything that people wrote, as read."""

    root: Path
    settings: Settings
    store: Store
    articles: Mapping[str, Article]
    explainers: tuple[ExplainerFile, ...]

    def explainers_with(self, status: str) -> tuple[ExplainerFile, ...]:
        """Return the explainers of a status, `draft` or `ready`."""
        return tuple(file for file in self.explainers if file.explainer.status == status)


@dataclass(frozen=True, slots=True)
class Checked:
    """A site compared with its articles."""

    statements: Mapping[str, Statements]
    proofs: Mapping[str, tuple[Proof, ...]]
    """By the path of the explainer file."""
    problems: tuple[Problem, ...]


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


@dataclass(frozen=True, slots=True)
class Change:
    """What a command writes into an explainer file."""

    path: str
    old: str
    """The text before, empty for a new file."""
    new: str
    added: Mapping[str, int] = field(default_factory=dict)
    """How many items each list got."""
    remembers: bool = True
    """Whether the file knew what earlier drafts have offered."""


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
        _in_order(made.problems + publishing),
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
        return Made((), _in_order(problems + found))
    changes, drafting = _draft_missing(site, _find_missing(site), cache)
    drafted = tuple(change.path for change in changes)
    if drafted:
        site, problems = read_site(root, cache)
    made = _make_site(site, statements, cache)
    return replace(made, drafted=drafted, problems=_in_order(problems + drafting + made.problems))


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


def check(root: Path) -> tuple[Problem, ...]:
    """Return every problem of a site, in file order."""
    cache = Cache()
    site, problems = read_site(root, cache)
    statements = find_all_statements(site, cache)
    return _in_order(problems + check_site(site, statements, cache).problems)


@dataclass(frozen=True, slots=True)
class Fixed:
    """A file in which what has only one cure was cured."""

    path: str
    old: str
    new: str
    cured: tuple[Problem, ...]
    """Each at the place where it stood when it was cured."""


def fix(root: Path, *, write: bool = True) -> tuple[tuple[Fixed, ...], tuple[Problem, ...]]:
    """Cure in content/ what has only one cure; return what changed, and what is left to mend.

    Nothing else of a file changes. Without `write`, nothing is written.
    """
    cache = Cache()
    fixed: dict[str, Fixed] = {}
    while True:
        site, problems = read_site(root, cache, {path: file.new for path, file in fixed.items()})
        statements = find_all_statements(site, cache)
        problems = _in_order(problems + check_site(site, statements, cache).problems)
        more = _cure(site, statements, problems, fixed)
        if not more:
            break
        fixed |= more
    if not write:
        return tuple(fixed.values()), problems
    failed = {
        path: failure
        for path, file in fixed.items()
        if (failure := _save(root, path, file.old, file.new))
    }
    written = tuple(file for path, file in fixed.items() if path not in failed)
    return written, _in_order((*problems, *failed.values())) if failed else problems


def _cure(
    site: Site,
    statements: Mapping[str, Statements],
    problems: tuple[Problem, ...],
    fixed: Mapping[str, Fixed],
) -> dict[str, Fixed]:
    """Return the files in which something could be cured that was not before."""
    from jelaskan.files.mend import mend

    types = {SETTINGS: Settings, PEOPLE: Mapping[str, StoredPerson]}
    types[GLOSSARY] = Mapping[str, StoredTerm]
    found = {}
    for path in dict.fromkeys(problem.position.path for problem in problems if problem.cure):
        before = fixed.get(path)
        if before is not None:
            old, text, cured = before.old, before.new, before.cured
        else:
            file, _ = read_text(site.root / path, site.root)
            if file is None:
                continue
            old, text, cured = file.text, file.text, ()

        def problems_of(text: str, path: str = path) -> tuple[Problem, ...]:
            parts = _parse_yaml(TextFile(text, "utf-8", path), types.get(path, Explainer))
            if path in types or parts.value is None:
                return parts.problems
            slug = _slug(PurePath(path).name, parts.value)
            explainer = ExplainerFile(path, slug, parts.value, parts.places, parts.unread)
            return _in_order(parts.problems + _check_file(explainer, site, statements)[1])

        mended = mend(text, path, problems_of)
        if mended.text != text:
            found[path] = Fixed(path, old, mended.text, cured + mended.cured)
    return found


def _save(root: Path, path: str, before: str, after: str) -> Problem | None:
    """Write a file anew in its own encoding; return why it cannot be."""
    old = (root / path).read_bytes()
    text, _ = read_text(root / path, root)
    new = encode_like(old, text, after) if text is not None and text.text == before else None
    if new is None:
        message = "the file cannot be written in its encoding, or was saved meanwhile"
        return Problem(Position(path, 1, 1), "F13", message, "save it as UTF-8, and try again")
    return replace_bytes(root / path, old, new, root)


def explain_codes() -> Mapping[str, Explained]:
    """Return what is wrong and what to do, for each code that a problem can have."""
    return read_explained()


def read_lines(
    root: Path, problems: Sequence[Problem], texts: Mapping[str, str]
) -> dict[str, list[str]]:
    """Return the lines of the files that have a problem, by path; nothing of an unreadable one.

    `texts` are what files are to say, instead of what they do.
    """
    found = {path: LINE_END.split(text) for path, text in texts.items()}
    for path in {problem.position.path for problem in problems} - texts.keys():
        text, _ = read_text(root / path, root)
        if text is not None:
            found[path] = LINE_END.split(text.text)
    return found


def draft(
    root: Path, names: Sequence[str] = (), *, write: bool = True
) -> tuple[tuple[Change, ...], tuple[Problem, ...]]:
    """Write an explainer for every article without one, or for those that are named by slug."""
    site, problems = read_site(root, Cache())
    missing = _find_missing(site)
    if has_errors(problems):
        return (), _in_order(problems)
    if names:
        problems += tuple(_explain_undrafted(site, names, missing))
        missing = {slug: path for slug, path in missing.items() if slug in names}
    changes, drafting = _draft_missing(site, missing, Cache(), write=write)
    return changes, _in_order(problems + drafting)


def update(
    root: Path, names: Sequence[str] = (), *, write: bool = True
) -> tuple[tuple[Change, ...], tuple[Problem, ...]]:
    """Bring what is new in the articles into explainers: all, or those named by a slug.

    A file with a fault in its YAML is left as it is, and so is one whose article is missing.
    """
    cache = Cache()
    site, problems = read_site(root, cache)
    shared = tuple(
        problem for problem in problems if problem.position.path in (SETTINGS, PEOPLE, GLOSSARY)
    )
    if has_errors(shared):
        return (), _in_order(shared)
    based_on = {file.path: file.explainer.based_on for file in site.explainers}
    paths = [
        path
        for path in _explainer_paths(root)
        if not names or {PurePath(path).name.partition(".")[0], *based_on.get(path, ())} & {*names}
    ]
    reached = {PurePath(path).name.partition(".")[0] for path in paths}
    reached.update(*(based_on.get(path, ()) for path in paths))
    changes: list[Change] = []
    found = [*shared, *_explain_unknown(site, [name for name in names if name not in reached])]
    for path in paths:
        faults = [problem for problem in problems if problem.position.path == path]
        found += faults
        if not any(problem.severity == "error" and problem.code[0] in "FY" for problem in faults):
            change, more = _update_file(site, path, cache, write=write)
            found += more
            changes += [change] if change is not None else []
    return tuple(changes), _in_order(tuple(found))


def extract(paths: Sequence[Path]) -> Iterator[dict[str, Any] | Problem]:
    """Yield what is found in each article, in order, or why one cannot be read."""
    from jelaskan.extract import as_record
    from jelaskan.extract import extract as find_statements

    for article in _read_articles(paths):
        if isinstance(article, Problem):
            yield article
        else:
            find = partial(find_statements, article, languages.load(article.language))
            yield as_record(article, telling(Step("extract", article.path), find)())


def new(
    root: Path,
    source: str,
    *,
    slug: str | None = None,
    fields: Mapping[str, str],
    ask: Callable[[str], str],
) -> tuple[str | None, tuple[Problem, ...]]:
    """Put an article into seeds/; return its path.

    `source` is a file or the address of a page. `fields` are head fields that the editor gives;
    `ask` is called with the name of one that nobody has, and may return nothing.
    """
    from jelaskan.draft.yaml_text import write_entry
    from jelaskan.read.incoming import is_address, read_address, read_file
    from jelaskan.read.seed import parse_seed, path_slug

    found, problems = read_address(source) if is_address(source) else read_file(Path(source))
    if found is None:
        return None, problems
    head = {**found.head, **fields}
    for name in ("headline", "publisher", "published"):
        if name not in head and (answer := ask(name).strip()):
            head[name] = answer
    name = slug or (str(head["headline"]) if "headline" in head else "")
    slug = path_slug(PurePosixPath(f"{name}.txt")) if name else path_slug(PurePath(source))
    path = f"{SEEDS}/{slug}{found.suffix}"
    lines = "".join(write_entry(key, head[key]) for key in HEAD if key in head)
    text = f"---\n{lines}---\n{found.text}"
    article, more = parse_seed(TextFile(text, "utf-8", path))
    if article is None:
        return None, problems + more
    if "language" not in head:
        lines += write_entry("language", article.language)
        text = f"---\n{lines}---\n{found.text}"
    taken = [other for other in (root / SEEDS).glob(f"{slug}.*") if other.is_file()]
    if taken:
        message = f"seeds/ has an article of this name: {taken[0].name}"
        hint = "give it another name with --slug, or rename the other"
        return None, (*problems, Problem(Position(path, 1, 1), "F10", message, hint))
    problem = create_text(root / path, text, root)
    return (path, problems + more) if problem is None else (None, (*problems, problem))


def init(root: Path, language: str) -> tuple[tuple[str, ...], tuple[Problem, ...]]:
    """Write a small site into a folder; return the paths of its files.

    A folder that has articles or content already is a site, and nothing is written. Other files
    that are there, such as a .gitignore, stay as they are, each with a warning.
    """
    from jelaskan.schema import FILES, make_schema
    from jelaskan.starter import starter_files

    files = dict(starter_files(language))
    for name in FILES:
        schema = json.dumps(make_schema(name), ensure_ascii=False, indent=2)
        files[f".schemas/{name}.json"] = f"{schema}\n"
    site = [path for path in ("content", SEEDS) if (root / path).exists()]
    if site:
        message = "there is a site in this folder already, and nothing was written"
        hint = "give the name of a folder without content/ and seeds/"
        return (), (Problem(Position(site[0], 1, 1), "F10", message, hint),)
    created, problems = [], []
    for path, text in sorted(files.items()):
        problem = create_text(root / path, text, root)
        if problem is None:
            created.append(path)
        else:
            is_there = problem.code == "F10"
            problems.append(replace(problem, severity="warning") if is_there else problem)
    return tuple(created), tuple(problems)


def serve(
    root: Path,
    *,
    host: str,
    port: int,
    open_browser: bool,
    report: Callable[[tuple[Problem, ...]], None],
    say: Callable[[str], None],
) -> None:
    """Build, serve on a local address, and build again whenever a file is saved."""
    from jelaskan.publish import serve as preview

    cache, lock = Cache(), Lock()

    def rebuild() -> "Rebuilt":
        with lock:
            return _rebuilt(make(root, cache), root / BUILD, lock)

    preview.serve(
        root,
        target=root / BUILD,
        host=host,
        port=port,
        rebuild=rebuild,
        report=report,
        watch=[root / folder for folder in ("content", SEEDS, "templates")],
        open_browser=open_browser,
        say=say,
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
    """Build the site and bring it to its readers, unless it has an error or holds a draft.

    `kind` is git, folder, rsync or zip. Nothing is drafted on the way.
    """
    from jelaskan.publish.deploy import Deployed, make_host_files
    from jelaskan.publish.deploy import deploy as bring
    from jelaskan.publish.files import publish

    cache = Cache()
    site, problems = read_site(root, cache)
    made = _make_site(site, find_all_statements(site, cache), cache)
    problems = _in_order(problems + made.problems)
    if not allow_drafts:
        problems += tuple(map(_refuse_draft, site.explainers_with("draft")))
    files = made.files()
    if files is None or has_errors(problems):
        return Deployed(problems=problems)
    if not dry_run:
        problems += telling(Step("publish", BUILD, 1), partial(publish, files, root / BUILD))()
    files += make_host_files(files, git=kind == "git", headers=headers, cname=cname)
    bring_all = partial(bring, files, kind, str(target), branch=branch, root=root, dry_run=dry_run)
    deployed = telling(Step("compare" if dry_run else "deploy", str(target), 1), bring_all)()
    return replace(deployed, problems=problems + deployed.problems)


def _refuse_draft(file: ExplainerFile) -> Problem:
    message = "a draft is not deployed: no editor has checked it yet"
    hint = "finish it and write `status: ready`, or allow drafts with --drafts"
    return Problem(file.position("status"), "D01", message, hint)


def read_site(
    root: Path, cache: Cache, texts: Mapping[str, str] | None = None
) -> tuple[Site, tuple[Problem, ...]]:
    """Read everything that people wrote; what cannot be read is left out and a Problem.

    `texts` are what files in content/ are to say, instead of what they do, by path.
    """
    from jelaskan.read.folder import check_folder, nothing_to_show
    from jelaskan.read.seed import read_seeds

    problems: list[Problem] = [*check_folder(root)]

    def read(path: str, type_: Any) -> Parts[Any]:
        """Return what a file says; its problems go to `problems`."""
        if not (root / path).exists():
            return NOTHING
        text, found = read_text(root / path, root)
        problems.extend(found)
        if text is None:
            return UNREADABLE
        if texts and path in texts:
            text = TextFile(texts[path], text.encoding, path)
        parse = telling(Step("read", path), partial(_parse_yaml, text, type_))
        parts = cache.get((path, text), parse)
        problems.extend(parts.problems)
        return parts

    settings = read(SETTINGS, Settings).value or NO_SETTINGS
    people = read(PEOPLE, Mapping[str, StoredPerson])
    terms = read(GLOSSARY, Mapping[str, StoredTerm])
    store = Store(
        {key: cache.settle((PEOPLE, key), person) for key, person in (people.value or {}).items()},
        {key: cache.settle((GLOSSARY, key), term) for key, term in (terms.value or {}).items()},
        {PEOPLE: people.places, GLOSSARY: terms.places},
        {PEOPLE: people.unread, GLOSSARY: terms.unread},
    )
    explainers = []
    for name in _explainer_paths(root):
        parts = read(name, Explainer)
        if parts.value is not None:
            slug = _slug(PurePath(name).name, parts.value)
            file = cache.get(
                ("file", name, Same(parts.value)),
                partial(ExplainerFile, name, slug, parts.value, parts.places, parts.unread),
            )
            explainers.append(file)
    problems.extend(_check_names(explainers))
    articles, found = read_seeds(root / SEEDS, root, partial(_read_seed, cache))
    problems.extend(found)
    if not articles and not explainers and not problems:
        problems.append(nothing_to_show())
    by_slug = {article.slug: article for article in articles}
    return Site(root, settings, store, by_slug, tuple(explainers)), tuple(problems)


def find_all_statements(site: Site, cache: Cache) -> dict[str, Statements]:
    """Return what each article says, by slug."""
    from jelaskan.extract import extract as find_statements

    as_of = site.settings.as_of

    def find(article: Article) -> Statements:
        step = Step("extract", article.path, len(site.articles))
        pack = languages.load(article.language)
        make = telling(step, partial(find_statements, article, pack, as_of=as_of))
        return cache.get(("statements", Same(article), as_of), make)

    return {slug: find(article) for slug, article in site.articles.items()}


def check_site(site: Site, statements: Mapping[str, Statements], cache: Cache) -> Checked:
    """Prove every claim and run every check."""
    from jelaskan.check import check_store

    problems = [*check_store(site.store)]
    proofs = {}
    ids = (frozenset(site.store.people), frozenset(site.store.terms))
    for file in site.explainers:
        based_on = dict.fromkeys(file.explainer.based_on)
        key = (
            "checked",
            Same(file),
            *(Same(site.articles.get(slug)) for slug in based_on),
            *(Same(statements.get(slug)) for slug in based_on),
            *(Same(entry) for entry in site.store.used_by(file.explainer)),
            ids,
            *site.store.unread.values(),
            tuple(site.articles) if not based_on.keys() <= site.articles.keys() else (),
        )
        step = Step("check", file.path, len(site.explainers))
        make = telling(step, partial(_check_file, file, site, statements))
        proofs[file.path], found = cache.get(key, make)
        problems += found
    return Checked(statements, proofs, tuple(problems))


def _parse_yaml(text: TextFile, type_: Any) -> Parts[Any]:
    """Return as much of a file as can be read, where it stands, and what is wrong with it."""
    yaml_file, problems = parse_pieces(text.text, text.path)
    if yaml_file is None:
        return UNREADABLE._replace(problems=problems)
    *_, language, _ = f"..{text.path}".rsplit(".", 2)
    known: dict[Key, str] = {}
    if language in languages.available():
        known["language",] = language
    parts = validate_parts(yaml_file, type_, stand_ins=known)
    return parts._replace(problems=problems + parts.problems)


def _read_seed(cache: Cache, path: Path, root: Path) -> tuple[Article | None, tuple[Problem, ...]]:
    """Return the article of a seed, parsed anew only where its text has changed."""
    from jelaskan.read.seed import parse_seed

    text, problems = read_text(path, root)
    if text is None:
        return None, problems
    parse = telling(Step("read", text.path), partial(parse_seed, text))
    article, more = cache.get(("seed", text), parse)
    return article, problems + more


def _check_file(
    file: ExplainerFile, site: Site, statements: Mapping[str, Statements]
) -> tuple[tuple[Proof, ...], tuple[Problem, ...]]:
    """Return where the claims of a file stand, and everything that is wrong with it."""
    from jelaskan.check import check as check_explainer

    proofs = prove(file.explainer, site.articles)
    codes = languages.available()
    found = check_explainer(file, site.articles, statements, site.store, proofs, languages=codes)
    return proofs, tuple(found)


def _find_missing(site: Site) -> dict[str, str]:
    """Return the path of the explainer that each article lacks, by slug."""
    used = {slug for file in site.explainers for slug in file.explainer.based_on}
    paths = {
        slug: f"{EXPLAINERS}/{slug}.{article.language}.yaml"
        for slug, article in site.articles.items()
        if slug not in used
    }
    return {slug: path for slug, path in paths.items() if not (site.root / path).exists()}


def _draft_missing(
    site: Site, missing: Mapping[str, str], cache: Cache, *, write: bool = True
) -> tuple[tuple[Change, ...], tuple[Problem, ...]]:
    """Write an explainer for each article that lacks one."""
    from jelaskan.draft import draft as draft_text

    articles = {slug: site.articles[slug] for slug in missing}
    statements = find_all_statements(replace(site, articles=articles), cache)
    drafted, problems = [], []
    for slug, article in articles.items():
        pack = languages.load(article.language)
        step = Step("draft", missing[slug], len(missing))
        make = partial(draft_text, article, statements[slug], pack, store=site.store)
        text = telling(step, make)()
        path = site.root / missing[slug]
        problem = create_text(path, text, site.root) if write else None
        if problem is None:
            drafted.append(Change(missing[slug], "", text))
        else:
            problems.append(problem)
    return tuple(drafted), tuple(problems)


def _explain_undrafted(
    site: Site, names: Sequence[str], missing: Mapping[str, str]
) -> Iterator[Problem]:
    """Yield why an article that is named gets no draft."""
    yield from _explain_unknown(site, [name for name in names if name not in site.articles])
    for name in names:
        if name in site.articles and name not in missing:
            paths = [file.path for file in site.explainers if name in file.explainer.based_on]
            path = paths[0] if paths else f"{EXPLAINERS}/{name}.{site.articles[name].language}.yaml"
            yield Problem(
                Position(path, 1, 1),
                "U07",
                f"{name} has an explainer, which is left as it is",
                f"`jelaskan draft --update {name}` brings in what is new in the article",
            )


def _explain_unknown(site: Site, names: Sequence[str]) -> Iterator[Problem]:
    """Yield names that nothing has."""
    for name in names:
        near = difflib.get_close_matches(name, site.articles, n=1)
        hint = (
            f"did you mean `{near[0]}`?" if near else "give the name of a file without its ending"
        )
        position = Position(f"{SEEDS}/{name}.txt", 1, 1)
        yield Problem(position, "U08", f"no article and no explainer is named {name}", hint)


def _update_file(
    site: Site, path: str, cache: Cache, *, write: bool
) -> tuple[Change | None, tuple[Problem, ...]]:
    """Bring what is new into one explainer; its YAML was found to be without a fault."""
    from jelaskan.draft import update as update_text

    text, problems = read_text(site.root / path, site.root)
    if text is None:
        return None, problems
    parts = _parse_yaml(text, Explainer)
    explainer: Explainer | None = parts.value
    if explainer is None or has_errors(parts.problems):
        return None, parts.problems
    file = ExplainerFile(path, _slug(PurePath(path).name, explainer), explainer, parts.places)
    articles = {slug: site.articles.get(slug) for slug in explainer.based_on}
    known = {slug: article for slug, article in articles.items() if article is not None}
    if not known or len(known) < len(articles):
        lacking = ", ".join(slug for slug in articles if slug not in known) or "none"
        message = f"the page’s articles cannot be read: {lacking}"
        hint = "`jelaskan check` says why; the file is left as it is"
        return None, (Problem(file.position("based_on"), "U09", message, hint),)
    statements = find_all_statements(replace(site, articles=known), cache)
    make = partial(update_text, text.text, file, known, statements, site.store)
    updated = telling(Step("draft", path), make)()
    change = Change(path, text.text, updated.text, updated.added, updated.remembers)
    if updated.text == text.text:
        return change, updated.problems
    if not write:
        return change, updated.problems
    refused = _save(site.root, path, text.text, updated.text)
    if refused is not None:
        return None, (refused, *updated.problems)
    return change, updated.moved()


def _explainer_paths(root: Path) -> list[str]:
    """Return the path of every explainer file, from the site's folder."""
    paths = sorted((root / EXPLAINERS).glob("*.y*ml"))
    return [path.relative_to(root).as_posix() for path in paths]


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

    return tuple(
        (str(path), status.st_mtime_ns, status.st_size)
        for folder in template_folders(root)
        for path in sorted(folder.rglob("*"))
        for status in [path.stat()]
    )


def _read_articles(paths: Sequence[Path]) -> Iterator[Article | Problem]:
    """Yield the articles of files: one of a text, many of JSON lines."""
    from jelaskan.read.records import read_records
    from jelaskan.read.seed import read_seed

    for path in paths:
        if str(path) == "-":
            yield from read_records(sys.stdin, "-")
        elif path.suffix == ".jsonl":
            # A byte that is not UTF-8 becomes half a surrogate pair, which its record is refused for.
            with path.open(encoding="utf-8", errors="surrogateescape") as lines:
                yield from read_records(lines, path.as_posix())
        else:
            article, problems = read_seed(path, path.parent)
            yield from problems
            if article is not None:
                yield article


def _slug(name: str, explainer: Explainer) -> str:
    """Return the slug of an explainer file: `nato-ukraina` of `nato-ukraina.id.yaml`."""
    stem = name.removesuffix(".yaml").removesuffix(".yml")
    return stem.removesuffix(f".{explainer.language}")


def _check_names(files: Sequence[ExplainerFile]) -> Iterator[Problem]:
    """Yield where a file's name and its language differ, or two files make one page."""
    makers: dict[tuple[str, str], str] = {}
    for file in sorted(files, key=lambda file: (not _is_well_named(file), file.path)):
        slug, language = file.slug, file.explainer.language
        maker = makers.setdefault((slug.casefold(), language), file.path)
        if ("language",) in file.unread:
            continue
        if maker != file.path:
            yield Problem(
                file.position(),
                "C15",
                f"this page has another file: {maker}",
                "join the two, or give one of them another name",
            )
        elif not _is_well_named(file):
            yield Problem(
                file.position("language"),
                "C01",
                f"the file is named {PurePath(file.path).name}, and its language is {language}",
                f"name it {slug.split('.')[0]}.{language}.yaml",
            )


def _is_well_named(file: ExplainerFile) -> bool:
    name = PurePath(file.path).name
    return name == f"{file.slug}.{file.explainer.language}.yaml" and "." not in file.slug


def _in_order(problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """Return each problem once, in file order."""
    return tuple(sorted(set(problems)))
