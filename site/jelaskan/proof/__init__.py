"""Where each claim of an explainer stands in its articles."""
