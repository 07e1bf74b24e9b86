"""The question of `followup matrix`, asked to pandas over the same CSV files.

    pandas_matrix.py WORKSPACE TABLES AS_OF THREADS clean|checked ANSWER

The arguments, the answer and what is printed are those of duckdb_matrix.py. pandas reads through pyarrow, its fastest
reader, which uses all threads; each file is cut down to the newest word of each pair before the files are joined, which
was faster and smaller than one large table (tried: pandas' own reader, texts, categories, Arrow's dictionaries).
"""

import csv
import datetime
import glob
import sys
import time

import pandas as pd
import pyarrow

COLUMNS = ["commitment", "party", "status", "date"]
PAIR = ["commitment", "party"]


def newest(reports: pd.DataFrame) -> pd.DataFrame:
    """The newest row of each pair."""
    return reports.sort_values("date").drop_duplicates(PAIR, keep="last")


def read(path: str, as_of: str, words: set[str], commitments: set[str], countries: set[str], care: str) -> pd.DataFrame:
    reports = pd.read_csv(path, engine="pyarrow", dtype_backend="pyarrow", usecols=COLUMNS)
    if care == "checked":
        # One impossible date is enough for the column to be read as texts.
        reports["date"] = pd.to_datetime(reports["date"], format="%Y-%m-%d", errors="coerce")
        sound = (reports["commitment"].isin(commitments) & reports["party"].isin(countries)
                 & reports["status"].isin(words) & reports["date"].notna())
        return newest(reports[sound & (reports["date"] <= pd.Timestamp(as_of))])
    return newest(reports[reports["date"] <= datetime.date.fromisoformat(as_of)])


def main(workspace: str, tables: str, as_of: str, threads: str, care: str, answer: str) -> None:
    pyarrow.set_cpu_count(int(threads))
    start = time.perf_counter()

    def table(name: str) -> pd.DataFrame:
        return pd.read_csv(f"{tables}/{name}.csv", dtype="string[pyarrow]", keep_default_na=False)

    crosswalk, words, levels = table("crosswalk"), table("words"), table("levels").astype({"rank": "int8"})
    known = set(words["word"]), set(crosswalk["commitment"]), set(table("countries")["country"])
    readings = (crosswalk.merge(words, on="forum").merge(levels, on="level")[["commitment", "word", "rank"]]
                .drop_duplicates())

    files = sorted(glob.glob(f"{workspace}/*/reports/*.csv"))
    reports = newest(pd.concat([read(path, as_of, *known, care) for path in files], ignore_index=True))
    ranks = (reports.merge(readings, left_on=["commitment", "status"], right_on=["commitment", "word"])
             .merge(crosswalk[["commitment", "line"]], on="commitment"))
    groups = ranks.groupby(["line", "party"])["rank"]
    # The lower median: of an even number of levels, the lower of the two in the middle.
    cells = pd.DataFrame(
        {"rank": groups.quantile(0.5, interpolation="lower").astype("int8"), "contributions": groups.size()})
    cells = cells.reset_index().merge(levels, on="rank")[["line", "party", "level", "contributions"]]
    rows = list(cells.itertuples(index=False, name=None))
    seconds = time.perf_counter() - start
    with open(answer, "w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(rows)
    print(f"cells {len(rows)}\nseconds {seconds:.6f}")


if __name__ == "__main__":
    main(*sys.argv[1:])
