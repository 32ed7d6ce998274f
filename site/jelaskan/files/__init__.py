"""All reading and writing of files; Jinja reads its own templates."""
