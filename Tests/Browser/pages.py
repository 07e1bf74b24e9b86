"""The pages of a published site, and which of them are looked at one by one."""

import pathlib

LANGUAGES = ["en", "es", "pt", "fr"]

# One page of every kind, by the name under which checks and pictures speak of it.
KINDS = {
    "overview": "index",
    "matrix": "matrix",
    "matrix-measure": "matrix/67",
    "matrix-forum": "matrix/forum/mercosur",
    "measures": "measures",
    "measure": "measures/67",
    "countries": "countries",
    "country": "countries/CRI",
    "forums": "forums",
    "forum": "forums/un-treaties",
    "forum-many": "forums/mercosur",
    "cell": "cells/CRI/67.2",
    "cell-measure": "cells/BLZ/67",
    "divergences": "divergences",
    "gaps": "gaps",
    "due": "due",
    "changes": "changes/5",
    "method": "method",
    "search": "search",
}

# Pages of cells are alike and many: every so many are checked, unless all are asked for.
CELLS_APART = 47


class Site:
    """A folder that `followup publish` has written."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder).resolve()
        if not (self.folder / "manifest.json").is_file():
            raise SystemExit(f"{folder} holds no published site; make it with: make site")

    @property
    def pages(self):
        """The paths of all pages below the folder, sorted."""
        return sorted(path.relative_to(self.folder).as_posix() for path in self.folder.rglob("*.html"))

    def chosen(self, all_cells):
        """The pages to check one by one: all that are no cells, the cells of every kind, and a spread of the rest."""
        pages = self.pages
        cells = [page for page in pages if "/cells/" in page]
        named = {f"{language}/{path}.html" for language in LANGUAGES for path in KINDS.values()}
        keep = set(cells if all_cells else cells[::CELLS_APART]) | named
        return [page for page in pages if "/cells/" not in page or page in keep]

    def kinds(self):
        """A page of every kind in every language, as pairs of a name and a path; the entrance first."""
        yield "entrance", "index.html"
        for language in LANGUAGES:
            for name, path in KINDS.items():
                yield f"{name}-{language}", f"{language}/{path}.html"

    def address(self, page):
        """The address at which a browser opens a page from the folder."""
        return (self.folder / page).as_uri()
