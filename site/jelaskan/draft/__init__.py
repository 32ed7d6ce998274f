"""Statements become the first text of an explainer file."""
