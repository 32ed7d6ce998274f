"""One function a command: the stages in order. This package alone knows them all."""

from jelaskan.pipeline.articles import extract, init, new
from jelaskan.pipeline.builds import build, deploy, make, serve
from jelaskan.pipeline.checks import Fixed, check, explain_codes, fix, read_lines
from jelaskan.pipeline.drafts import Change, draft, update
from jelaskan.pipeline.site import Site, read_site

__all__ = [
    "Change",
    "Fixed",
    "Site",
    "build",
    "check",
    "deploy",
    "draft",
    "explain_codes",
    "extract",
    "fix",
    "init",
    "make",
    "new",
    "read_lines",
    "read_site",
    "serve",
    "update",
]
