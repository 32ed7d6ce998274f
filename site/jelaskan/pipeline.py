"""One function a command: the stages in order. This module alone knows them all."""

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jelaskan import languages
from jelaskan.files.create import create_text
from jelaskan.files.yaml_file import read_yaml, validate
from jelaskan.model.article import Article
from jelaskan.model.explainer import Explainer, ExplainerFile
from jelaskan.model.statements import Statements
from jelaskan.model.store import Store, StoredPerson, StoredTerm
from jelaskan.problems import Problem, has_errors
from jelaskan.proof.claims import Proof, prove
from jelaskan.settings import Settings

SETTINGS = "content/site.yaml"
PEOPLE = "content/people.yaml"
GLOSSARY = "content/glossary.yaml"
EXPLAINERS = "content/explainers"
SEEDS = "seeds"
BUILD = "build"


@dataclass(frozen=True, slots=True)
class Site:
    """Everything that people wrote, as read."""

    root: Path
    settings: Settings
    store: Store
    articles: Mapping[str, Article]
    explainers: tuple[ExplainerFile, ...]


@dataclass(frozen=True, slots=True)
class Checked:
    """A site compared with its articles."""

    statements: Mapping[str, Statements]
    proofs: Mapping[str, tuple[Proof, ...]]
    """By the path of the explainer file."""
    problems: tuple[Problem, ...]


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
    site, problems = read_site(root)
    statements = find_all_statements(site)
    if has_errors(problems):
        found = check_site(site, statements).problems
        return Built((), _in_order(problems + found), published=False)
    drafted, drafting = _draft_missing(site, statements)
    if drafted:
        site, problems = read_site(root)
    checked = check_site(site, statements)
    problems = _in_order(problems + drafting + checked.problems)
    if has_errors(problems):
        return Built(drafted, problems, published=False)
    return _publish(site, checked, drafted, problems)


def check(root: Path) -> tuple[Problem, ...]:
    """Return every problem of a site, in file order."""
    site, problems = read_site(root)
    return _in_order(problems + check_site(site, find_all_statements(site)).problems)


def draft(root: Path) -> tuple[tuple[str, ...], tuple[Problem, ...]]:
    """Write an explainer for every article without one; return the new files' paths."""
    site, problems = read_site(root)
    if has_errors(problems):
        return (), _in_order(problems)
    drafted, drafting = _draft_missing(site, find_all_statements(site))
    return drafted, _in_order(problems + drafting)


def extract(paths: Sequence[Path]) -> Iterator[dict[str, Any] | Problem]:
    """Yield what is found in each article, in order, or why one cannot be read."""
    from jelaskan.extract import as_record
    from jelaskan.extract import extract as find_statements

    for article in _read_articles(paths):
        if isinstance(article, Problem):
            yield article
        else:
            yield as_record(article, find_statements(article, languages.load(article.language)))


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

    preview.serve(
        root,
        target=root / BUILD,
        host=host,
        port=port,
        rebuild=lambda: build(root).problems,
        report=report,
        watch=[root / folder for folder in ("content", SEEDS, "templates")],
        open_browser=open_browser,
        say=say,
    )


def read_site(root: Path) -> tuple[Site, tuple[Problem, ...]]:
    """Read everything that people wrote; what cannot be read is left out and a Problem."""
    from jelaskan.read.seed import read_seeds

    problems: list[Problem] = []

    def read(path: str, type_: Any, default: Any) -> tuple[Any, Mapping[Any, tuple[int, int]]]:
        """Return a file's value and places; its problems go to `problems`."""
        if not (root / path).exists():
            return default, {}
        yaml_file, found = read_yaml(root / path, root)
        problems.extend(found)
        if yaml_file is None:
            return default, {}
        value, found = validate(yaml_file, type_)
        problems.extend(found)
        return (default if value is None else value), yaml_file.places

    settings, _ = read(SETTINGS, Settings, Settings())
    people, people_places = read(PEOPLE, Mapping[str, StoredPerson], {})
    terms, term_places = read(GLOSSARY, Mapping[str, StoredTerm], {})
    store = Store(people, terms, {PEOPLE: people_places, GLOSSARY: term_places})
    explainers = []
    for path in sorted((root / EXPLAINERS).glob("*.y*ml")):
        name = path.relative_to(root).as_posix()
        explainer, places = read(name, Explainer, None)
        if explainer is not None:
            file = ExplainerFile(name, _slug(path.name, explainer), explainer, places)
            problems.extend(_check_name(file, path.name))
            explainers.append(file)
    articles, found = read_seeds(root / SEEDS, root)
    problems.extend(found)
    by_slug = {article.slug: article for article in articles}
    return Site(root, settings, store, by_slug, tuple(explainers)), tuple(problems)


def find_all_statements(site: Site) -> dict[str, Statements]:
    """Return what each article says, by slug."""
    from jelaskan.extract import extract as find_statements

    return {
        slug: find_statements(article, languages.load(article.language), as_of=site.settings.as_of)
        for slug, article in site.articles.items()
    }


def check_site(site: Site, statements: Mapping[str, Statements]) -> Checked:
    """Prove every claim and run every check."""
    from jelaskan.check import check as check_explainer
    from jelaskan.check import check_store

    proofs = {file.path: prove(file.explainer, site.articles) for file in site.explainers}
    problems = [*check_store(site.store)]
    for file in site.explainers:
        problems += check_explainer(
            file,
            site.articles,
            statements,
            site.store,
            proofs[file.path],
            languages=languages.available(),
        )
    return Checked(statements, proofs, tuple(problems))


def _draft_missing(
    site: Site, statements: Mapping[str, Statements]
) -> tuple[tuple[str, ...], tuple[Problem, ...]]:
    """Write an explainer for every article that none is based on."""
    from jelaskan.draft import draft as draft_text

    used = {slug for file in site.explainers for slug in file.explainer.based_on}
    drafted, problems = [], []
    for slug, article in site.articles.items():
        path = f"{EXPLAINERS}/{slug}.{article.language}.yaml"
        if slug in used or (site.root / path).exists():
            continue
        pack = languages.load(article.language)
        text = draft_text(article, statements[slug], pack, store=site.store)
        problem = create_text(site.root / path, text, site.root)
        if problem is None:
            drafted.append(path)
        else:
            problems.append(problem)
    return tuple(drafted), tuple(problems)


def _publish(
    site: Site, checked: Checked, drafted: tuple[str, ...], problems: tuple[Problem, ...]
) -> Built:
    """Render every page and exchange build/ for the new tree."""
    from jelaskan.publish.files import publish
    from jelaskan.render.environment import make_environment, render_page
    from jelaskan.render.pages import render_site

    pages = render_site(
        site.explainers,
        articles=site.articles,
        statements=checked.statements,
        proofs=checked.proofs,
        store=site.store,
        settings=site.settings,
        packs={code: languages.load(code) for code in languages.available()},
    )
    environment = make_environment(site.root)
    files = [render_page(page, environment) for page in pages]
    publishing = publish(files, site.root / BUILD)
    return Built(
        drafted,
        _in_order(problems + publishing),
        published=not has_errors(publishing),
        files=len(files),
        explainers=len(site.explainers),
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
    return name.removesuffix(".yaml").removesuffix(f".{explainer.language}")


def _check_name(file: ExplainerFile, name: str) -> Iterator[Problem]:
    """Yield a problem where a file's name and its language differ."""
    language = file.explainer.language
    if name != f"{file.slug}.{language}.yaml" or "." in file.slug:
        yield Problem(
            file.position("language"),
            "C01",
            f"the file is named {name}, and its language is {language}",
            f"name it {file.slug.split('.')[0]}.{language}.yaml",
        )


def _in_order(problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """Return each problem once, in file order."""
    return tuple(sorted(set(problems)))
