"""An explainer is compared with its articles and the store."""

from collections.abc import Callable, Collection, Iterator, Mapping

from jelaskan.check.comparisons import check_comparisons
from jelaskan.check.complete import check_complete
from jelaskan.check.cues import check_cues
from jelaskan.check.evidence import Evidence
from jelaskan.check.glossary import check_glossary
from jelaskan.check.links import check_links
from jelaskan.check.prose import check_prose
from jelaskan.check.quantities import check_quantities
from jelaskan.check.roles import check_roles
from jelaskan.check.senses import check_senses
from jelaskan.check.speakers import check_speakers
from jelaskan.check.stored import check_store
from jelaskan.check.times import check_times
from jelaskan.check.translations import check_translations
from jelaskan.check.unread import leave_out_unread
from jelaskan.check.verbatim import check_verbatim
from jelaskan.model.article import Article
from jelaskan.model.explainer_file import ExplainerFile
from jelaskan.model.statements import Statements
from jelaskan.model.store import Store
from jelaskan.problems import Problem
from jelaskan.proof.claims import Proof

__all__ = ["CHECKS", "check", "check_store"]

Check = Callable[[Evidence], Iterator[Problem]]

CHECKS: tuple[Check, ...] = (
    check_complete,
    check_links,
    check_verbatim,
    check_senses,
    check_cues,
    check_translations,
    check_quantities,
    check_comparisons,
    check_prose,
    check_times,
    check_speakers,
    check_roles,
    check_glossary,
)


def check(
    file: ExplainerFile,
    articles: Mapping[str, Article],
    statements: Mapping[str, Statements],
    store: Store,
    proofs: tuple[Proof, ...],
    *,
    languages: Collection[str] = (),
    faulty: Collection[str] = (),
) -> Iterator[Problem]:
    """Yield everything that an editor should mend in one explainer, check by check.

    Articles and their statements are found by slug; `proofs` are those of this explainer.
    `languages` are the codes that have a language pack; without them any code passes.
    `faulty` are the slugs of articles that are in seeds/ and cannot be read.
    """
    evidence = Evidence(
        file, articles, statements, store, proofs, frozenset(languages), frozenset(faulty)
    )
    found = (problem for run in CHECKS for problem in run(evidence))
    yield from leave_out_unread(file, found)
