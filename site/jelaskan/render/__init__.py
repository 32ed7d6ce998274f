"""Explainers become pages: what a template may see, and what it makes of it."""
