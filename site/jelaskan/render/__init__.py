"""Explainers become pages."""
