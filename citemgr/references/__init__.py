"""Where a document describes its sources, and what entries those descriptions make."""
