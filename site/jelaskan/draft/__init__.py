"""Statements become the text of an explainer file, or what is new in one."""

from jelaskan.draft.explainer import draft
from jelaskan.draft.update import Updated, update

__all__ = ["Updated", "draft", "update"]
