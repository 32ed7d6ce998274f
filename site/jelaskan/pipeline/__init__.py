"""One function a command: the stages in order. This package alone knows them all."""

from jelaskan.languages import load_wordings
from jelaskan.pipeline.articles import extract, init, new
from jelaskan.pipeline.builds import build, deploy, make, serve
from jelaskan.pipeline.checks import Fixed, Report, check, explain_codes, fix, read_lines
from jelaskan.pipeline.drafts import Change, draft, update
from jelaskan.pipeline.schemas import schema_text, write_schemas
from jelaskan.pipeline.site import Site, read_site
from jelaskan.pipeline.wordings import read_wordings

__all__ = [
    "Change",
    "Fixed",
    "Report",
    "Site",
    "build",
    "check",
    "deploy",
    "draft",
    "explain_codes",
    "extract",
    "fix",
    "init",
    "load_wordings",
    "make",
    "new",
    "read_lines",
    "read_site",
    "read_wordings",
    "schema_text",
    "serve",
    "update",
    "write_schemas",
]
