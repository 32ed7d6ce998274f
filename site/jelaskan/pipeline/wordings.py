"""The language in which a site's editors are spoken to."""

from collections import Counter
from pathlib import Path, PurePath

from jelaskan import languages
from jelaskan.files.text_file import read_text
from jelaskan.files.yaml_file import read_yaml
from jelaskan.languages import load_wordings
from jelaskan.messages import Wordings
from jelaskan.pipeline.site import SEEDS, SETTINGS, explainer_paths


def read_wordings(root: Path) -> Wordings:
    """Return how messages are said in a site's own language.

    It is the first of content/site.yaml that has a pack, else that of most explainers, else that of an article.
    It is asked for before a site is read, and where it cannot be read.
    """
    settings, _ = read_yaml(root / SETTINGS, root)
    value = settings.value if settings else None
    listed = value.get("languages") if isinstance(value, dict) else None
    for code in listed if isinstance(listed, list) else (listed,):
        if code in languages.available():
            return load_wordings(code)
    suffixes = (PurePath(path).stem.rpartition(".") for path in explainer_paths(root))
    if counts := Counter(language for _, dot, language in suffixes if dot):
        return load_wordings(min(counts, key=lambda code: (-counts[code], code)))
    for path in sorted((root / SEEDS).glob("[!.]*.*"))[:1]:
        file, _ = read_text(path, root)
        return load_wordings(languages.detect(file.text) or "") if file else {}
    return {}
