"""Changes to workspaces and requests that people, spreadsheets, editors and attackers make; each is drawn from a seed."""

import csv
import io
import os
import pathlib
import shutil

NASTY = [
    "", " ", "~", "null", "true", "NO", "[]", "{}", "[a", "*a", "&a x", "!!binary x", "|", "- - -", "0x1F", "1e999", "-1",
    "9" * 40, "140.10", "2019-02-30", "0000", "9999-12-31", "Jun-14", "42401", "2016-02-01 00:00:00", "=1+1", "@SUM(A1)",
    "\u202eabc", "a\u00a0b", "a\u200bb", "АRG", "é" * 300, "a" * 70_000, "\x1b[31mred", "\x00", "\ufeff", "\ud7ff",
    "<script>alert(1)</script>", "javascript:alert(1)", "../../etc/passwd", "a | b ; c", "line\nbreak", 'quo"te', "'", "#", " #x",
    "<<<<<<< HEAD", "%s%n", "{{x}}", "[[matrix]]",
]


def mutate_table(random, path):
    """Changes cells and rows of a CSV file, and gives the number of rows that hold anything below the header."""
    rows = list(csv.reader(io.StringIO(path.read_text(encoding="utf-8"))))
    for _ in range(random.randint(1, 3)):
        place = random.randrange(len(rows))
        row = rows[place]
        kind = random.randrange(7)
        if kind < 3 and row:
            row[random.randrange(len(row))] = random.choice(NASTY).replace("\x00", "")
        elif kind == 3:
            rows.insert(random.randint(1, len(rows)), list(row))
        elif kind == 4 and row and place:
            row.pop()
        elif kind == 5 and place:
            row.append(random.choice(NASTY[1:]).replace("\x00", ""))
        elif place:
            other = random.randint(1, len(rows) - 1)
            rows[place], rows[other] = rows[other], rows[place]
    out = io.StringIO()
    delimiter = random.choice(",,,;")
    csv.writer(out, delimiter=delimiter, quoting=random.choice([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]),
               lineterminator=random.choice(["\n", "\r\n"])).writerows(rows)
    path.write_text(out.getvalue(), encoding="utf-8", newline="")
    return count_rows(rows)


def count_rows(table):
    """The rows of a table that hold anything, without the header and rows that name the columns once more; of a table without
    the needed columns all count."""
    header, *rest = table
    naming = [header.index(name) for name in ("commitment", "party", "date", "status") if name in header]

    def names_columns(row):
        return len(naming) == 4 and len(row) > max(naming) and all(row[at] == header[at] for at in naming[:3])

    return sum(any(cell.strip() for cell in row) and not names_columns(row) for row in rest)


def mutate_lines(random, path):
    """Changes lines of a text file by its structure: keys, values, depth, order."""
    lines = path.read_text(encoding="utf-8").split("\n")
    for _ in range(random.randint(1, 4)):
        place = random.randrange(len(lines))
        line = lines[place]
        kind = random.randrange(9)
        if kind == 0:
            del lines[place]
            lines = lines or [""]
        elif kind == 1:
            lines.insert(random.randint(0, len(lines)), line)
        elif kind == 2:
            lines[place] = " " * random.randint(0, 8) + line.lstrip()
        elif kind in (3, 4) and ":" in line:
            lines[place] = line[:line.index(":") + 1] + " " + random.choice(NASTY)
        elif kind == 5 and ":" in line:
            lines[place] = random.choice(NASTY) + line[line.index(":"):]
        elif kind == 6:
            lines.insert(place, random.choice(["---", "...", "<<<<<<< HEAD", "=======", ">>>>>>> x", "\t", "? x", "%YAML 3"]))
        elif kind == 7:
            other = random.randrange(len(lines))
            lines[place], lines[other] = lines[other], lines[place]
        else:
            lines[place] = line + random.choice([" #", " # x", ":", ",", "]", "}", '"', "\u2028"])
    path.write_bytes("\n".join(lines).encode("utf-8", "surrogatepass"))


def mutate_bytes(random, path):
    """Changes bytes of a file, whatever they mean."""
    content = bytearray(path.read_bytes())
    kind = random.randrange(6)
    place = random.randint(0, len(content))
    if kind == 0:
        content = content[:place]
    elif kind == 1:
        content[place:place] = random.randbytes(random.randint(1, 50))
    elif kind == 2:
        content = bytearray(content.decode("utf-8", "replace").encode(random.choice(["utf-16", "utf-16-le", "utf-32", "cp1252"]), "replace"))
    elif kind == 3:
        content = bytearray(b"\xef\xbb\xbf") + content
    elif kind == 4:
        content = content.replace(b"\n", random.choice([b"\r\n", b"\r", b"\n\n", b""]))
    else:
        content *= random.randint(2, 30)
    path.write_bytes(content)


def mutate_folder(random, path):
    """Does to a file what happens to files: it goes, gets another name, another kind, another right."""
    kind = random.randrange(9)
    if kind == 0:
        path.unlink()
    elif kind == 1:
        path.rename(path.with_name(path.name + random.choice(["~", ".bak", ".txt", ".gz"])))
    elif kind == 2:
        path.rename(path.with_name(random.choice([path.name.upper(), path.stem + ".yml", path.stem + ".tsv"])))
    elif kind == 3:
        path.unlink()
        path.mkdir()
    elif kind == 4:
        path.unlink()
        path.symlink_to(random.choice([path.name, "/etc/passwd", "nowhere", ".."]))
    elif kind == 5:
        path.unlink()
        os.mkfifo(path)
    elif kind == 6:
        shutil.copytree(path.parent, path.parent / "copy", symlinks=True)
    elif kind == 7:
        path.with_name(random.choice(["Forum.yaml", "x.xlsx", "r.csv", ".~lock.x#", "a b.csv"])).write_bytes(random.randbytes(20))
    else:
        path.write_bytes(b"")


def request(random, paths):
    """A request as a client may send it, from paths that the service has."""
    path = random.choice(paths)
    for _ in range(random.randint(0, 3)):
        place = random.randint(0, len(path))
        path = path[:place] + random.choice([
            "/", "//", "..", "%", "%00", "%2f", "%2e%2e/", "?", "&", "=", "é", "\x7f", "as-of=2019", "?as-of=9999",
            "?limit=0", "?limit=-1&offset=99999999999999999999", "?q=" + "a" * 3000, ".json", ".csv", ".ics", "#", " ",
        ]) + path[place + random.randint(0, 5):]
    method = random.choice(["GET"] * 8 + ["HEAD", "OPTIONS", "POST", "PUT", "TRACE", "get", "X" * 50, ""])
    headers = [random.choice([
        "Accept: text/csv", "Accept: */*;q=0", "Accept: ,,,;;;", "Accept-Language: xx-" + "a" * 500, "If-None-Match: *",
        'If-None-Match: "' + "a" * 300, "If-Modified-Since: now", "Range: bytes=0-,-1", "Accept-Encoding: gzip;q=x",
        "X-Forwarded-For: ::::", "Content-Length: -1", "Content-Length: 5", "Transfer-Encoding: chunked", "Expect: 100-continue",
        "Upgrade: h2c", "Connection: x", "X: " + "y" * 9000, "no colon", ": nothing",
    ]) for _ in range(random.randint(0, 3))]
    return "\r\n".join([f"{method} {path} HTTP/1.1", "Host: x", *headers, "", ""]).encode("utf-8", "replace")
