"""`python -m jelaskan`: the command where it is not on the path."""

from jelaskan.cli import main

main(prog_name="python -m jelaskan")
