"""Pages become files, and files reach readers."""
