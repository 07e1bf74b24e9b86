"""Checks what pages point to: links, anchors, requests, languages, and the manifest of the site's files."""

import hashlib
import html.parser
import json
import multiprocessing
import posixpath
import urllib.parse

from pages import LANGUAGES

MANIFEST = "manifest.json"
# Elements whose address the browser fetches by itself.
FETCHED = {"img", "script", "iframe", "source", "audio", "video", "embed", "object", "track", "image", "use"}


class Page(html.parser.HTMLParser):
    """What one page says of itself and points to."""

    def __init__(self, path):
        super().__init__()
        self.path = path
        self.language = None
        self.title = ""
        self.ids = set()
        self.links = []
        self.versions = {}
        self.headings = 0
        self.faults = []
        self.inside = None

    def handle_starttag(self, tag, attributes):
        values = dict(attributes)
        self.inside = tag
        if "id" in values:
            self.ids.add(values["id"])
        if tag == "html":
            self.language = values.get("lang")
        elif tag == "h1":
            self.headings += 1
        for name, value in attributes:
            if name == "style" or name.startswith("on"):
                self.fault(f"<{tag}> has the attribute {name}")
            if name in {"href", "src", "action", "data", "poster", "srcset", "xlink:href"}:
                self.point(tag, values, value or "")
        if tag == "style":
            self.fault("holds a style sheet of its own")
        if tag == "script" and "src" not in values:
            self.fault("holds a script of its own")
        if tag == "meta" and values.get("http-equiv", "").lower() == "refresh":
            self.fault("sends its reader elsewhere")

    def handle_endtag(self, tag):
        self.inside = None

    def handle_data(self, data):
        if self.inside == "title" and not self.title:
            self.title = data.strip()

    def fault(self, text):
        self.faults.append(f"{self.path}: {text}")

    def point(self, tag, values, address):
        """Notes an address; one that leaves the site may only be a link to a source."""
        parts = urllib.parse.urlsplit(address)
        if parts.scheme or parts.netloc:
            if tag != "a" or parts.scheme not in {"http", "https"}:
                self.fault(f"<{tag}> leaves the site for {address}")
            elif "external" not in values.get("rel", "") or "noopener" not in values.get("rel", ""):
                self.fault(f"the link to {address} doesn't say that it leaves the site")
            return
        if tag == "link" and values.get("rel") == "alternate" and "hreflang" in values:
            self.versions[values["hreflang"]] = self.resolve(parts.path)
        if tag in FETCHED and tag != "script":
            self.fault(f"<{tag}> fetches {address}; pages fetch a style sheet, a script and an icon only")
        self.links.append((self.resolve(parts.path), urllib.parse.unquote(parts.fragment), address))

    def resolve(self, path):
        path = urllib.parse.unquote(path)
        return posixpath.normpath(posixpath.join(posixpath.dirname(self.path), path)) if path else self.path


def read(task):
    """What a page says, as plain values."""
    folder, path = task
    page = Page(path)
    page.feed((folder / path).read_text(encoding="utf-8"))
    page.close()
    return page.path, page.language, page.title, page.ids, page.links, page.versions, page.headings, page.faults


def check(folder, pages):
    """The faults of the pages and of the whole site's files, a line for each."""
    with multiprocessing.Pool(2) as pool:
        read_pages = pool.map(read, [(folder, path) for path in pages], chunksize=50)
    ids = {path: page_ids for path, _, _, page_ids, *_ in read_pages}
    versions = {path: page_versions for path, *_, page_versions, _, _ in read_pages}
    files = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    faults, titles, targets = [], {}, {}
    for path, language, title, _, links, own, headings, own_faults in read_pages:
        faults += own_faults
        targets[path] = {target for target, _, _ in links}
        top = path.split("/")[0]
        if top in LANGUAGES and language != top:
            faults.append(f"{path}: says that its language is {language}")
        if headings != 1:
            faults.append(f"{path}: has {headings} first headings")
        if not title or (language, title) in titles:
            faults.append(f"{path}: has the title of {titles.get((language, title), 'none')}")
        titles[language, title] = path
        for target, fragment, address in links:
            if target not in files:
                faults.append(f"{path}: {address} leads nowhere")
            elif fragment and target in ids and fragment not in ids[target]:
                faults.append(f"{path}: {address} names no place of its page")
        faults += check_versions(path, own, versions)
    return faults + unreachable(targets) + check_manifest(folder, files)


def check_versions(path, own, versions):
    """The page has itself and the other three languages, and each of them names this page too."""
    if sorted(own) != sorted(LANGUAGES):
        return [f"{path}: names the languages {sorted(own)}"]
    if path == "index.html":
        return []
    faults = [] if path in own.values() else [f"{path}: doesn't name itself among its languages"]
    return faults + [
        f"{path}: its version {other} doesn't name it" for other in own.values()
        if path not in versions.get(other, {}).values()]


def unreachable(targets):
    """Pages to which no way leads from the entrance."""
    seen, ahead = set(), ["index.html"]
    while ahead:
        path = ahead.pop()
        if path in targets and path not in seen:
            seen.add(path)
            ahead += targets[path]
    return [f"{path}: no way leads there from the entrance" for path in sorted(set(targets) - seen)]


def check_manifest(folder, files):
    """Every file stands in the manifest with its true size and hash, and nothing else does."""
    entries = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))["files"]
    faults = [f"{path}: doesn't stand in the manifest" for path in
              sorted(files - {entry["path"] for entry in entries} - {MANIFEST})]
    for entry in entries:
        if entry["path"] not in files:
            faults.append(f"{entry['path']}: stands in the manifest and is missing")
            continue
        content = (folder / entry["path"]).read_bytes()
        if len(content) != entry["bytes"] or hashlib.sha256(content).hexdigest() != entry["sha256"]:
            faults.append(f"{entry['path']}: is not what the manifest says")
    return faults
