"""What kind of file each suffix names: said by routes, buttons and the description of both."""

MEDIA_TYPES = {
    ".csv": "text/csv; charset=utf-8",
    ".json": "application/json",
    ".geojson": "application/geo+json",
    ".md": "text/markdown; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".woff2": "font/woff2",
    ".parquet": "application/vnd.apache.parquet",
    ".zip": "application/zip",
    ".pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    ".html": "text/html; charset=utf-8",
    ".atom": "application/atom+xml; charset=utf-8",
    ".png": "image/png",
}


def bare_type(suffix: str) -> str:
    """Give the media type of a suffix without its encoding."""
    return MEDIA_TYPES[suffix].partition(";")[0]
