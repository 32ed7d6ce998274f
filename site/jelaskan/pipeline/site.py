"""What people wrote, as read, and compared with its articles."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path, PurePath
from typing import Any

from jelaskan import languages
from jelaskan.cache import Cache, Same
from jelaskan.files.text_file import TextFile, read_text
from jelaskan.files.yaml_file import Parts, validate_parts
from jelaskan.files.yaml_pieces import parse_pieces
from jelaskan.messages import Message
from jelaskan.model.article import Article
from jelaskan.model.explainer import Explainer, Key
from jelaskan.model.explainer_file import ExplainerFile
from jelaskan.model.seed_name import path_slug
from jelaskan.model.statements import Statements
from jelaskan.model.store import Store, StoredPerson, StoredTerm
from jelaskan.problems import Position, Problem
from jelaskan.progress import Step, telling
from jelaskan.proof.claims import Proof, prove
from jelaskan.publish.paths import find_path_problems, fold
from jelaskan.settings import Settings

SETTINGS = "content/site.yaml"
PEOPLE = "content/people.yaml"
GLOSSARY = "content/glossary.yaml"
EXPLAINERS = "content/explainers"
SUFFIXES = (".yaml", ".yml")
"""Of explainer files."""
SEEDS = "seeds"
BUILD = "build"
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
    faulty: frozenset[str] = frozenset()
    """The slugs of files in seeds/ with an error, whether or not there is an article of it."""

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
        parse = telling(Step("read", path), partial(parse_yaml, text, type_))
        parts = cache.get((path, text), parse)
        problems.extend(parts.problems)
        return parts

    said = read(SETTINGS, Settings)
    settings = said.value or NO_SETTINGS
    problems.extend(_check_languages(settings, said))
    people = read(PEOPLE, Mapping[str, StoredPerson])
    terms = read(GLOSSARY, Mapping[str, StoredTerm])
    store = Store(
        {key: cache.settle((PEOPLE, key), person) for key, person in (people.value or {}).items()},
        {key: cache.settle((GLOSSARY, key), term) for key, term in (terms.value or {}).items()},
        {PEOPLE: people.places, GLOSSARY: terms.places},
        {PEOPLE: people.unread, GLOSSARY: terms.unread},
    )
    explainers = []
    for name in explainer_paths(root):
        parts = read(name, Explainer)
        if parts.value is not None:
            slug = slug_of(PurePath(name).name, parts.value)
            file = cache.get(
                ("file", name, Same(parts.value)),
                partial(
                    ExplainerFile,
                    name,
                    slug,
                    parts.value,
                    parts.places,
                    parts.unread,
                    parts.text,
                ),
            )
            explainers.append(file)
    problems.extend(_check_names(explainers))
    articles, found = read_seeds(root / SEEDS, root, partial(_read_seed, cache))
    problems.extend(found)
    if not articles and not explainers and not problems:
        problems.append(nothing_to_show())
    by_slug = {article.slug: article for article in articles}
    faulty = frozenset(
        path_slug(PurePath(problem.position.path))
        for problem in found
        if problem.severity == "error"
    )
    return Site(root, settings, store, by_slug, tuple(explainers), faulty), tuple(problems)


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

    problems = [*check_store(site.store), *_check_places(site)]
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
            site.faulty.intersection(based_on),
        )
        step = Step("check", file.path, len(site.explainers))
        make = telling(step, partial(check_file, file, site, statements))
        proofs[file.path], found = cache.get(key, make)
        problems += found
    return Checked(statements, proofs, tuple(problems))


def parse_yaml(text: TextFile, type_: Any) -> Parts[Any]:
    """Return as much of a file as can be read, where it stands, and what is wrong with it."""
    yaml_file, problems = parse_pieces(text.text, text.path)
    if yaml_file is None:
        return UNREADABLE._replace(problems=problems)
    *_, language, _ = f"..{text.path}".rsplit(".", 2)
    known: dict[Key, str] = {}
    if language in languages.available():
        known["language",] = language
    parts = validate_parts(yaml_file, type_, stand_ins=known)
    return parts._replace(problems=problems + parts.problems, text=text.text)


def _read_seed(cache: Cache, path: Path, root: Path) -> tuple[Article | None, tuple[Problem, ...]]:
    """Return the article of a seed, parsed anew only where its text has changed.

    A fault of its head does not keep an explainer from being compared with it.
    """
    from jelaskan.read.seed import parse_parts

    text, problems = read_text(path, root)
    if text is None:
        return None, problems
    parse = telling(Step("read", text.path), partial(parse_parts, text))
    article, more = cache.get(("seed", text), parse)
    return article, problems + more


def check_file(
    file: ExplainerFile, site: Site, statements: Mapping[str, Statements]
) -> tuple[tuple[Proof, ...], tuple[Problem, ...]]:
    """Return where the claims of a file stand, and everything that is wrong with it."""
    from jelaskan.check import check as check_explainer

    proofs = prove(file.explainer, site.articles)
    codes = languages.available()
    found = check_explainer(
        file,
        site.articles,
        statements,
        site.store,
        proofs,
        languages=codes,
        faulty=site.faulty,
    )
    return proofs, tuple(found)


def slug_of(name: str, explainer: Explainer) -> str:
    """Return the slug of an explainer file: `nato-ukraina` of `nato-ukraina.id.yaml`."""
    return PurePath(name).stem.removesuffix(f".{explainer.language}")


def _check_languages(settings: Settings, said: Parts[Settings]) -> Iterator[Problem]:
    """Yield each language of the site whose pages would have no words."""
    from jelaskan.check.evidence import suggest

    for number, language in enumerate(settings.languages):
        key: Key = ("languages", number)
        if language not in languages.available() and not said.unread & {key, key[:1]}:
            yield Problem(
                # One language alone needs no list.
                Position(SETTINGS, *said.places.get(key) or said.places[key[:1]]),
                "C07",
                Message("no language pack has this code: {language}", language=language),
                suggest(language, languages.available()),
            )


def _check_names(files: Sequence[ExplainerFile]) -> Iterator[Problem]:
    """Yield where a file's name and its language differ, or two files make one page."""
    makers: dict[tuple[str, str], str] = {}
    for file in sorted(files, key=lambda file: (not _is_well_named(file), file.path)):
        slug, language = file.slug, file.explainer.language
        maker = makers.setdefault((fold(slug), language), file.path)
        if ("language",) in file.unread:
            continue
        if maker != file.path:
            yield Problem(
                file.position(),
                "C15",
                Message("this page has another file: {maker}", maker=maker),
                Message("join the two, or give one of them another name"),
            )
        elif not _is_well_named(file):
            yield Problem(
                file.position("language"),
                "C01",
                Message(
                    "the file is named {name}, and its language is {language}",
                    name=PurePath(file.path).name,
                    language=language,
                ),
                Message(
                    "name it {slug}.{language}.yaml", slug=slug.split(".")[0], language=language
                ),
            )


def _check_places(site: Site) -> Iterator[Problem]:
    """Yield which explainers would be written over a page of the site itself, or nowhere.

    Of two files for one page only the first counts; the second is a problem of its own.
    """
    from jelaskan.render.plan import find_places

    makers: dict[tuple[str, str], ExplainerFile] = {}
    for file in site.explainers:
        if ("language",) not in file.unread:
            makers.setdefault((fold(file.slug), file.explainer.language), file)
    codes = languages.available()
    yield from find_path_problems(find_places([*makers.values()], site.settings, codes))


def _is_well_named(file: ExplainerFile) -> bool:
    name = PurePath(file.path).name
    return name == f"{file.slug}.{file.explainer.language}.yaml" and "." not in file.slug


def in_order(problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """Return each problem once, in file order."""
    return tuple(sorted(set(problems)))


def explainer_paths(root: Path) -> list[str]:
    """Return the path of every explainer file, from the site's folder.

    Hidden files are none: `._a.id.yaml` is what macOS notes about a file, `.#a.id.yaml` a lock.
    """
    folder = root / EXPLAINERS
    names = sorted(path.name for path in folder.iterdir()) if folder.is_dir() else []
    return [f"{EXPLAINERS}/{name}" for name in names if name[0] != "." and name.endswith(SUFFIXES)]
