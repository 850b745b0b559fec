"""Check every table and seal it: ``python -m data``."""

import data
from data.contract import read_package
from data.seal import write_seal

data.load()
write_seal(data.FOLDER, read_package(data.FOLDER))
