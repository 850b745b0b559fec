"""A copy of every view as plain files, for a CDN or a disk: no server, no live filters."""
