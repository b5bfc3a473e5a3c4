"""Step definitions to paste, for steps that have none."""

import re

from pytest_bdd.parser import Step

QUOTED = re.compile(r"「[^「」]*」")
FIGURE = re.compile(r"\d+")


def snippet(step: Step) -> str:
    """A step definition that matches the step, quoted texts and figures as placeholders."""
    names: list[str] = []

    def text(_: re.Match[str]) -> str:
        names.append(f"text{len(names) + 1}: str")
        return f"「{{text{len(names)}}}」"

    def figure(_: re.Match[str]) -> str:
        names.append(f"count{len(names) + 1}: int")
        return f"{{count{len(names)}:d}}"

    escaped = step.name.replace("{", "{{").replace("}", "}}")
    parts = QUOTED.split(escaped)
    pattern = ""
    for part, quoted in zip(parts, [*QUOTED.finditer(escaped), None], strict=True):
        pattern += FIGURE.sub(figure, part)
        if quoted is not None:
            pattern += text(quoted)
    literal = repr(pattern) if '"' in pattern else f'"{pattern}"'
    argument = (
        f"parsers.parse({literal})" if names else literal.replace("{{", "{").replace("}}", "}")
    )
    return (
        f"@{step.type}({argument})\n"
        f"def _({', '.join(names)}) -> None:\n"
        f'    """(English, with the same placeholders)."""\n'
        f"    raise NotImplementedError\n"
    )
