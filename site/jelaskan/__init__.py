"""Jelaskan turns a news article into an explainer page that can be checked against it."""
