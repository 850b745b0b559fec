"""Check every table and seal it: ``python -m data``."""

import sys

import data
from data.files import read_files
from data.seal import write_seal

try:
    files = read_files(data.FOLDER)
    data.from_files(files)
except data.DataError as error:
    sys.exit(str(error))
write_seal(data.FOLDER, files)
