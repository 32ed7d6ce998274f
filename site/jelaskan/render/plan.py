"""Where every page of a site stands, and in which languages there is one."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from jelaskan.languages.pack import LanguagePack
from jelaskan.model.explainer_file import ExplainerFile
from jelaskan.model.store import Store, local
from jelaskan.render.links import absolute, relative
from jelaskan.render.views import Link
from jelaskan.settings import Settings

RIGHT_TO_LEFT = frozenset(
    ["ar", "arc", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "syr", "ug", "ur", "yi"]
)
"""Languages that are written from right to left, for those without a pack."""

FALLBACK_LABELS = "en"
"""Whose labels a page gets whose language has no pack."""

SETTINGS_FILE = "content/site.yaml"
GLOSSARY_FILE = "content/glossary.yaml"
NOT_FOUND = "404.html"


class Place(NamedTuple):
    """Where a page is to stand, and the file that it is made from."""

    path: str
    origin: str


@dataclass(frozen=True, slots=True)
class Plan:
    """A site's languages and paths. The first language stands at the root."""

    settings: Settings
    store: Store
    packs: Mapping[str, LanguagePack]
    languages: tuple[str, ...]
    editions: Mapping[str, tuple[str, ...]]
    """For each slug its languages, in the site's order."""

    def pack(self, language: str) -> LanguagePack:
        """Return the pack whose labels pages in a language are printed with."""
        return self.packs.get(language) or self.packs[FALLBACK_LABELS]

    def direction(self, language: str) -> str:
        """Return `ltr` or `rtl`."""
        if language in self.packs:
            return self.packs[language].basics.direction
        return "rtl" if language.partition("-")[0] in RIGHT_TO_LEFT else "ltr"

    def title(self, language: str) -> str:
        """Return the site's title."""
        return local(self.settings.title, language) or ""

    def path(self, language: str, name: str = "") -> str:
        """Return the path of a page: `path("en", "glossary")` is `en/glossary/index.html`."""
        return page_path(self.languages, language, name)

    def editions_of(self, source: str, name: str, languages: Sequence[str]) -> tuple[Link, ...]:
        """Return the links from a page to the same page in other languages."""
        return tuple(
            Link(relative(source, path), self.pack_name(language), language)
            for language in languages
            for path in [self.path(language, name)]
            if path != source
        )

    def pack_name(self, language: str) -> str:
        """Return a language's name in itself, or its code."""
        return self.packs[language].basics.name if language in self.packs else language

    def absolute(self, path: str) -> str | None:
        """Return the public address of a page, or None while the site has none."""
        address = self.settings.address
        return None if address is None else absolute(address, path)


def make_plan(
    explainers: Sequence[ExplainerFile],
    settings: Settings,
    store: Store,
    packs: Mapping[str, LanguagePack],
) -> Plan:
    """Return the plan of a site."""
    languages = order_languages(explainers, settings, tuple(packs))
    by_slug: dict[str, set[str]] = {}
    for file in explainers:
        by_slug.setdefault(file.slug, set()).add(file.explainer.language)
    editions = {
        slug: tuple(language for language in languages if language in found)
        for slug, found in by_slug.items()
    }
    return Plan(settings, store, packs, languages, editions)


def order_languages(
    explainers: Sequence[ExplainerFile], settings: Settings, codes: Sequence[str]
) -> tuple[str, ...]:
    """Return the languages of a site.

    They are those of the settings, then those of the explainers, the most frequent first; a site
    without either is in the first of `codes`, which are those of the packs.
    """
    counted = Counter(file.explainer.language for file in explainers)
    frequent = sorted(counted, key=lambda language: (-counted[language], language))
    return tuple(dict.fromkeys([*settings.languages, *frequent])) or tuple(codes)[:1]


def page_path(languages: Sequence[str], language: str, name: str = "") -> str:
    """Return the path of a page in a site of these languages."""
    folder = "" if language == languages[0] else f"{language}/"
    return f"{folder}{name}/index.html" if name else f"{folder}index.html"


def find_places(
    explainers: Sequence[ExplainerFile], settings: Settings, codes: Sequence[str]
) -> Iterator[Place]:
    """Yield where the site's own pages stand, then where those of the explainers would.

    The pages of speakers are left out: no other page can be named like one of them.
    """
    languages = order_languages(explainers, settings, codes)
    yield Place(NOT_FOUND, SETTINGS_FILE)
    for language in languages:
        yield Place(page_path(languages, language), SETTINGS_FILE)
        yield Place(page_path(languages, language, "glossary"), GLOSSARY_FILE)
    for file in explainers:
        yield Place(page_path(languages, file.explainer.language, file.slug), file.path)
