"""An explainer is compared with its articles and the store."""
