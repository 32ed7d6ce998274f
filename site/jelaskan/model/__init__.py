"""The nouns of Jelaskan: what the stages take and give."""
