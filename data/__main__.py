"""Check every table and seal it: ``python -m data``."""

import sys
from datetime import date

import data
from data.files import read_files
from data.seal import rows_lost, write_seal

try:
    files = read_files(data.FOLDER)
    reviewed_on = data.from_files(files).reviewed_on
except data.DataError as error:
    sys.exit(str(error))
if reviewed_on.date() > date.today():
    sys.exit(f"datapackage.json: reviewed_on {reviewed_on:%Y-%m-%d} has not come yet")
# Said, not refused: whoever runs this may have taken rows out.
for lost in rows_lost(files):
    sys.stderr.write(f"Sealed as it is: {lost}\n")
write_seal(data.FOLDER, files)
