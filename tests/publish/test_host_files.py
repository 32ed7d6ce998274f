"""What a host reads besides the pages."""

import pytest

from jelaskan.model.page import OutputFile
from jelaskan.publish.deploy import make_host_files


def policy_of(*policies: str) -> str:
    """Return the policy for a host of a site whose pages have these."""
    meta = '<meta http-equiv="Content-Security-Policy" content="{}"><p>Tanggul'
    pages = [
        OutputFile(f"{number}.html", meta.format(policy).encode())
        for number, policy in enumerate(policies)
    ]
    (file,) = make_host_files(pages, git=False, headers=True, cname=None)
    assert file.path == "_headers"
    (line,) = [line for line in file.data.decode().splitlines() if "Content-Security" in line]
    return line.strip()


@pytest.mark.parametrize(
    ("policies", "expected"),
    [
        pytest.param(["default-src 'none'"], "default-src 'none'", id="one"),
        pytest.param(["default-src 'none'; "], "default-src 'none'", id="with a last semicolon"),
        pytest.param([";; img-src data: ;;"], "img-src data:", id="with nothing between"),
        pytest.param(["img-src a.example", "img-src b.example"], "img-src a.example b.example",
                     id="what any page allows"),
        pytest.param(["img-src 'none'", "img-src data:"], "img-src data:", id="none, and some"),
        pytest.param(["style-src 'sha256-A='; script-src 'sha256-B='"], "style-src 'sha256-A='",
                     id="without the digests of linked data"),
        pytest.param(["script-src 'self' 'sha256-B='"], "script-src 'self'",
                     id="with the scripts of a site's own templates"),
    ],
)  # fmt: skip
def test_the_policy_of_a_host_allows_what_the_pages_allow(
    policies: list[str], expected: str
) -> None:
    assert policy_of(*policies) == (f"Content-Security-Policy: {expected}; frame-ancestors 'none'")
