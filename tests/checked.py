"""One part of an explainer, compared with an article that is read as any other."""

from jelaskan import languages
from jelaskan.check import check
from jelaskan.extract import extract
from jelaskan.files.yaml_file import validate
from jelaskan.files.yaml_reader import parse_yaml
from jelaskan.model.article import Article
from jelaskan.model.explainer import Explainer
from jelaskan.model.explainer_file import ExplainerFile
from jelaskan.model.store import Store
from jelaskan.problems import Problem
from jelaskan.proof.claims import prove


def problems_of(part: str, *, text: str, article: str, page: str) -> list[Problem]:
    """Return what a check finds in an explainer of one part, given as YAML.

    `article` and `page` are the codes of their languages.
    """
    source = Article("berita", article, text, "seeds/berita.txt", published="2025-05-01")
    written = f"language: {page}\nheadline: A\nbased_on: [berita]\n{part}\n"
    yaml_file, _ = parse_yaml(written, "berita.yaml")
    assert yaml_file is not None
    explainer, problems = validate(yaml_file, Explainer)
    assert explainer is not None, problems
    file = ExplainerFile("berita.yaml", "berita", explainer, yaml_file.places, text=written)
    statements = {"berita": extract(source, languages.load(article))}
    articles = {"berita": source}
    proofs = prove(explainer, articles)
    return sorted(check(file, articles, statements, Store(), proofs, languages=("id", "en")))


def said(problems: list[Problem]) -> list[str]:
    """Return the codes of problems, each with its severity."""
    return [f"{problem.code} {problem.severity}" for problem in problems]
