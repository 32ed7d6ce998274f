"""Statements become the first text of an explainer file."""

from jelaskan.draft.explainer import draft

__all__ = ["draft"]
