"""`jelaskan extract`: who said what, how much and when, as JSON lines."""

import json
import sys
from pathlib import Path

import click

from jelaskan.cli.output import Output, words_options


@click.command()
@click.argument(
    "articles",
    nargs=-1,
    required=True,
    type=click.Path(exists=True, dir_okay=False, allow_dash=True, path_type=Path),
)
@words_options
def extract(articles: tuple[Path, ...], output: Output) -> None:
    """Print what is found in ARTICLES, one JSON object a line and article.

    ARTICLES are text, Markdown or HTML files, or .jsonl files with one article a line
    (`id`, `text`; optional `language`, `published`, `url`, `headline`); - reads such
    lines from standard input. Offsets count code points of the text as given, behind head fields;
    of a web page, those of the article's text in it.
    """
    from jelaskan import pipeline
    from jelaskan.problems import Problem

    problems: list[Problem] = []
    with output.progress(counts=not sys.stdout.isatty()):
        for found in pipeline.extract(articles):
            if isinstance(found, Problem):
                problems.append(found)
            else:
                click.echo(json.dumps(found, ensure_ascii=False))
    output.report(tuple(problems))
    output.finish(tuple(problems))
