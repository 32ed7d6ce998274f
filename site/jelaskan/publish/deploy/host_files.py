"""Files that hosts read: how to answer, and under which name."""

import html
from collections.abc import Sequence

from jelaskan.model.page import OutputFile
from jelaskan.publish.policy import POLICY, parse_policy

_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}


def make_host_files(
    files: Sequence[OutputFile], *, git: bool, headers: bool, cname: str | None
) -> tuple[OutputFile, ...]:
    """Return what a host reads besides the pages.

    On a branch that is `.nojekyll`, without which GitHub Pages leaves files out.
    """
    extra = []
    if git:
        extra.append(OutputFile(".nojekyll", b""))
    if headers:
        extra.append(OutputFile("_headers", make_headers(files)))
    if cname:
        extra.append(OutputFile("CNAME", f"{cname}\n".encode()))
    return tuple(extra)


def make_headers(files: Sequence[OutputFile]) -> bytes:
    """Return a `_headers` file, as Netlify and Cloudflare Pages read it.

    Its policy allows what the pages' own policies allow together, and no frame around them.
    """
    allowed: dict[str, dict[str, None]] = {}
    for file in files:
        for found in POLICY.finditer(file.data) if file.path.endswith(".html") else ():
            policy = html.unescape(found[2][1:-1].decode("utf-8", "replace"))
            for name, sources in parse_policy(policy).items():
                if name == "script-src":
                    # A digest here is that of linked data, which no policy needs to allow.
                    sources = [source for source in sources if not source.startswith("'sha")]
                    if not sources:
                        continue
                allowed.setdefault(name, {}).update(dict.fromkeys(sources))
    allowed["frame-ancestors"] = {}
    directives = (
        " ".join([name, *([each for each in sources if each != "'none'"] or ["'none'"])])
        for name, sources in allowed.items()
    )
    policy = "; ".join(directives)
    lines = ["/*", f"  Content-Security-Policy: {policy}"]
    lines += [f"  {name}: {value}" for name, value in _HEADERS.items()]
    return ("\n".join(lines) + "\n").encode()
