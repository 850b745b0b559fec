"""JSON read strictly: what Python takes and other programs do not is refused in words."""

import json
from typing import Any, NoReturn

from data.offender import DataError, Offender


def read_json(name: str, raw: bytes) -> Any:
    """Read the JSON of a file.

    Raises
    ------
    DataError
        Saying at which line the file is no text, or no JSON.
    """
    try:
        return json.loads(raw.decode("utf-8"), parse_constant=_no_number)
    except UnicodeDecodeError as error:
        raise DataError([not_utf8(name, raw, error)]) from error
    except json.JSONDecodeError as error:
        rule = f"is not JSON: {error}: the file may be cut off"
        raise DataError([Offender(name, error.lineno, "", "", rule)]) from error
    except RecursionError as error:
        raise DataError([Offender(name, 0, "", "", "is not JSON: nested too deeply")]) from error
    except _NoNumberError as error:
        raise DataError([Offender(name, 0, "", str(error), "is no number in JSON")]) from error
    except ValueError as error:
        # What else json raises: Python reads no whole number of more than some 4,300 digits.
        rule = "is not JSON that can be read: a number has too many digits"
        raise DataError([Offender(name, 0, "", "", rule)]) from error


def not_utf8(name: str, raw: bytes, error: UnicodeDecodeError) -> Offender:
    """Say at which line a file is no text."""
    line = raw[: error.start].count(b"\n") + 1
    value = raw[error.start : error.start + 8].decode("latin-1")
    return Offender(name, line, "", value, "is not UTF-8 text")


class _NoNumberError(ValueError):
    """A word that Python reads as a number: NaN, Infinity."""


def _no_number(word: str) -> NoReturn:
    raise _NoNumberError(word)
