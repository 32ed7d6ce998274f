"""Articles become statements."""
