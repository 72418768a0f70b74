"""The layers of the program point in one direction (../shared/design/architecture.md, in short)."""

import ast
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]

# A package may import those named here, and itself; `errors` is everybody's.
ALLOWED = {
    "errors": set(),
    "text": set(),
    "people": set(),
    "language": {"text"},
    "content": {"language", "text"},
    "search": {"content", "text"},
    "dialogue": {"search", "content", "language", "people"},
    "render": {"dialogue", "content"},
    "check": {"render", "dialogue", "search", "content", "language", "text"},
    "storage": {"people"},
    "service": {"dialogue", "people"},
    "telegram": {"service", "render", "dialogue", "content", "language", "people"},
    "settings": set(),
    "logs": set(),
    "app": {
        *("telegram", "storage", "settings", "logs"),
        *("dialogue", "search", "content", "language"),
    },
    "cli": {
        "app",
        "settings",
        "storage",
        "text",
        "telegram",
        "check",
        "render",
        "dialogue",
        "search",
        "content",
        "language",
        "people",
    },
    "__main__": {"cli"},
    "__init__": set(),
}


def imports(file: Path) -> set[str]:
    """Packages of ours that a file imports, `bot.x.y` as `x`."""
    found = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        names = []
        if isinstance(node, ast.ImportFrom) and node.module:
            assert node.level == 0, f"{file}: relative imports hide a direction"
            names = [
                f"{node.module}.{alias.name}" if node.module == "bot" else node.module
                for alias in node.names
            ]
        elif isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        found |= {name.split(".")[1] for name in names if name.startswith("bot.")}
    return found


def test_imports_point_in_one_direction():
    for file in sorted((ROOT / "bot").rglob("*.py")):
        package = file.relative_to(ROOT / "bot").parts[0].removesuffix(".py")
        used = imports(file) - {package, "errors", "__version__"}
        assert used <= ALLOWED[package], (
            f"{file.relative_to(ROOT)} imports {used - ALLOWED[package]}"
        )


def test_only_named_files_read_the_environment_or_yaml():
    """One way to read YAML; the environment is read at the edge."""
    for file in (ROOT / "bot").rglob("*.py"):
        text = file.read_text(encoding="utf-8")
        name = file.relative_to(ROOT / "bot").as_posix()
        assert "import yaml" not in text or name == "content/yamltext.py"
        assert "os.environ" not in text or name in {"app.py", "search/vectors.py"}


def test_nothing_of_the_program_reads_outside_the_checkout():
    for folder in ("bot", "tests"):
        for file in (ROOT / folder).rglob("*.py"):
            if file.name != "test_architecture.py":
                assert "../shared" not in file.read_text(encoding="utf-8"), file
