"""Files that hosts read: how to answer, and under which name."""

import html
import re
from collections.abc import Sequence

from jelaskan.model.page import OutputFile

_POLICY = re.compile(rb'<meta http-equiv="?Content-Security-Policy"? content="([^"]{0,2000})"')
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
    directives: dict[str, dict[str, None]] = {}
    for file in files:
        for found in _POLICY.finditer(file.data) if file.path.endswith(".html") else ():
            for directive in html.unescape(found[1].decode()).split(";"):
                name, *sources = directive.split()
                # What a script element holds here is data, which no policy needs to allow.
                if name != "script-src":
                    directives.setdefault(name, {}).update(dict.fromkeys(sources))
    directives["frame-ancestors"] = {"'none'": None}
    policy = "; ".join(" ".join([name, *sources]) for name, sources in directives.items())
    lines = ["/*", f"  Content-Security-Policy: {policy}"]
    lines += [f"  {name}: {value}" for name, value in _HEADERS.items()]
    return ("\n".join(lines) + "\n").encode()
