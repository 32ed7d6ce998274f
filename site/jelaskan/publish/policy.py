"""The Content-Security-Policy that a page carries."""

import re

POLICY = re.compile(
    rb"""(<meta[^>]{0,200}?http-equiv=["']?Content-Security-Policy["']?[^>]{0,200}?content=)"""
    rb"""("[^"]{0,9999}"|'[^']{0,9999}')""",
    re.IGNORECASE,
)
"""A page's policy: what stands before it, then the policy in its quotation marks, as HTML."""


def parse_policy(policy: str) -> dict[str, list[str]]:
    """Return the sources of each directive; of one that is written twice the first counts."""
    directives: dict[str, list[str]] = {}
    for directive in policy.split(";"):
        name, *sources = directive.split() or [""]
        if name:
            directives.setdefault(name.lower(), sources)
    return directives
