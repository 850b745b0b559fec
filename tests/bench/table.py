"""The tables that the benchmark prints and the README keeps."""

from dataclasses import dataclass, field
from pathlib import Path

README = Path(__file__).parents[2] / "README.md"
BEGIN, END = "<!-- benchmark -->", "<!-- /benchmark -->"
FLOOR = "× floor"


@dataclass(frozen=True)
class Figure:
    """One measured figure against its bar."""

    value: float
    unit: str
    bar: str
    met: bool

    @property
    def cell(self) -> str:
        """Write the value; one that misses its bar is bold."""
        number = f"{self.value:.2f}" if self.unit else f"{self.value:.0f}"
        return number if self.met else f"**{number}**"


@dataclass
class Table:
    """Figures by view, and of the whole; each is printed as it comes."""

    by_view: dict[str, dict[str, Figure]] = field(default_factory=dict)
    whole: dict[str, Figure] = field(default_factory=dict)

    def below(
        self, name: str, value: float, bar: float, unit: str = FLOOR, view: str | None = None
    ) -> None:
        """Hold a figure that must stay under its bar."""
        self._hold(name, Figure(value, unit, f"< {bar:g}", value < bar), view)

    def above(self, name: str, value: float, bar: float, unit: str = FLOOR) -> None:
        """Hold a figure that must stay over its bar."""
        self._hold(name, Figure(value, unit, f"> {bar:g}", value > bar), None)

    def beside(self, name: str, value: float, unit: str = FLOOR) -> None:
        """Hold a figure of another page, which has no bar: the reader sets ours beside it."""
        self._hold(name, Figure(value, unit, "to compare", met=True), None)

    def none(self, name: str, count: int) -> None:
        """Hold a count that must be nought."""
        self._hold(name, Figure(count, "", "0", count == 0), None)

    def text(self) -> str:
        """Write both tables as Markdown."""
        lines = []
        if self.by_view:
            names = list(dict.fromkeys(name for row in self.by_view.values() for name in row))
            bars = {n: f for row in self.by_view.values() for n, f in row.items()}
            heads = [f"{name}, {bars[name].unit}" for name in names]
            lines += [f"| view | {' | '.join(heads)} |", "|---" * (len(names) + 1) + "|"]
            lines.append(f"| *bar* | {' | '.join(f'*{bars[n].bar}*' for n in names)} |")
            for view, row in self.by_view.items():
                cells = [row[name].cell if name in row else "" for name in names]
                lines.append(f"| `/{view}` | {' | '.join(cells)} |")
            lines.append("")
        if self.whole:
            lines += ["| figure | measured | bar |", "|---|---|---|"]
            for name, figure in self.whole.items():
                lines.append(f"| {name} | {figure.cell} {figure.unit} | {figure.bar} |")
        return "\n".join(lines).rstrip()

    def keep(self, heading: str) -> None:
        """Put the tables into the README, between its marks."""
        text = README.read_text(encoding="utf-8")
        before, _, rest = text.partition(BEGIN)
        _, _, after = rest.partition(END)
        kept = f"{before}{BEGIN}\n{heading}\n\n{self.text()}\n{END}{after}"
        README.write_text(kept, encoding="utf-8")

    def _hold(self, name: str, figure: Figure, view: str | None) -> None:
        (self.whole if view is None else self.by_view.setdefault(view, {}))[name] = figure
        place = "" if view is None else f"/{view}: "
        verdict = "" if figure.met else "  NOT MET"
        print(f"{place}{name}: {figure.cell} {figure.unit} ({figure.bar}){verdict}", flush=True)
