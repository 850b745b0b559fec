"""The table that the benchmark prints and the README keeps."""

from dataclasses import dataclass, field
from pathlib import Path

README = Path(__file__).parents[2] / "README.md"
BEGIN, END = "<!-- benchmark -->", "<!-- /benchmark -->"


@dataclass
class Table:
    """Rows of measured figures against their bars, printed as they come."""

    lines: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._say("| figure | measured | bar | met |")
        self._say("|---|---|---|---|")

    def below(self, name: str, value: float, bar: float, unit: str = "× floor") -> None:
        """Write a figure that must stay under its bar."""
        self._row(name, f"{value:.2f} {unit}", f"< {bar:g}", value < bar)

    def above(self, name: str, value: float, bar: float, unit: str = "× floor") -> None:
        """Write a figure that must stay over its bar."""
        self._row(name, f"{value:.2f} {unit}", f"> {bar:g}", value > bar)

    def none(self, name: str, count: int) -> None:
        """Write a count that must be nought."""
        self._row(name, str(count), "0", count == 0)

    def keep(self, heading: str) -> None:
        """Put the table into the README, between its marks."""
        text = README.read_text(encoding="utf-8")
        before, _, rest = text.partition(BEGIN)
        _, _, after = rest.partition(END)
        table = "\n".join(self.lines)
        README.write_text(f"{before}{BEGIN}\n{heading}\n\n{table}\n{END}{after}", encoding="utf-8")

    def _row(self, name: str, value: str, bar: str, met: bool) -> None:
        self._say(f"| {name} | {value} | {bar} | {'yes' if met else '**no**'} |")

    def _say(self, line: str) -> None:
        self.lines.append(line)
        print(line, flush=True)
