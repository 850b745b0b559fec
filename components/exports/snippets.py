"""Lines to copy that fetch the data: Python, R, Excel, a shell."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Snippet:
    """A few lines to copy, and the tool they are for."""

    name: str
    code: str


def snippets(base_url: str, address: str) -> list[Snippet]:
    """Write how to read a CSV address of this dashboard into each tool.

    Parameters
    ----------
    address
        Path and query of the file: ``/data/claims.csv?whose=UKR``.
    """
    url = f"{base_url}{address}"
    return [
        Snippet(
            "Python",
            "import pandas as pd\n\n"
            "# keep_default_na: a blank cell is blank, and the word “none_reported” stays a word\n"
            f'rows = pd.read_csv("{url}", keep_default_na=False)\n',
        ),
        Snippet(
            "R",
            f'rows <- read.csv("{url}", na.strings = "", encoding = "UTF-8")\n',
        ),
        Snippet(
            "Excel",
            "Data › Get Data › From Web, and paste the address:\n"
            f"{url}\n\n"
            "or, as a query (Power Query M):\n"
            f'Csv.Document(Web.Contents("{url}"), [Delimiter=",", Encoding=65001])\n',
        ),
        Snippet("curl", f'curl -sS -o rows.csv "{url}"\n'),
    ]
