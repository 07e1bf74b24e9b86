"""The question of `followup matrix`, asked to polars over the same CSV files.

    polars_matrix.py WORKSPACE TABLES AS_OF THREADS clean|checked ANSWER

The arguments, the answer and what is printed are those of duckdb_matrix.py. One lazy query on the streaming engine; the
columns are read as Enum and Date, which was the fastest of the ways we tried (texts, Categorical and Enum; dates as
texts and as dates; max_by and arg_max; both engines). Columns that the question doesn't need are not read.
"""

import csv
import datetime
import os
import sys
import time


def main(workspace: str, tables: str, as_of: str, threads: str, care: str, answer: str) -> None:
    os.environ["POLARS_MAX_THREADS"] = threads  # is read once, at import
    import polars as pl

    start = time.perf_counter()

    def table(name: str) -> pl.DataFrame:
        return pl.read_csv(f"{tables}/{name}.csv", infer_schema=False)

    crosswalk, words, countries = table("crosswalk"), table("words"), table("countries")
    levels = table("levels").with_columns(pl.col("rank").cast(pl.Int8))
    commitment = pl.Enum(crosswalk["commitment"].unique(maintain_order=True))
    word = pl.Enum(words["word"].unique(maintain_order=True))
    party = pl.Enum(countries["country"])
    crosswalk = crosswalk.with_columns(pl.col("commitment").cast(commitment))
    words = words.with_columns(pl.col("word").cast(word)).join(levels, on="level")
    readings = crosswalk.join(words, on="forum").select("commitment", "word", "rank").unique()

    names = {"commitment": commitment, "party": party, "status": word}
    columns = dict.fromkeys(["id", *names, "date", "voice", "confidence", "sources", "note"], pl.String)
    columns["date"] = pl.Date
    if care == "clean":
        reports = pl.scan_csv(f"{workspace}/*/reports/*.csv", schema=columns | names)
    else:
        # A commitment, country, word or date that isn't one becomes a null; such rows are left out.
        reports = pl.scan_csv(f"{workspace}/*/reports/*.csv", schema=columns, ignore_errors=True)
        reports = reports.with_columns(pl.col(name).cast(kind, strict=False) for name, kind in names.items())
        reports = reports.drop_nulls([*names, "date"])
    cells = (
        reports.filter(pl.col("date") <= datetime.date.fromisoformat(as_of))
        .group_by("commitment", "party").agg(word=pl.col("status").max_by("date"))
        .join(readings.lazy(), on=["commitment", "word"])
        .join(crosswalk.lazy().select("commitment", "line"), on="commitment")
        # The lower median: of an even number of levels, the lower of the two in the middle.
        .group_by("line", "party")
        .agg(rank=pl.col("rank").sort().get((pl.len() - 1) // 2), contributions=pl.len())
        .join(levels.lazy(), on="rank")
        .select("line", "party", "level", "contributions").sort("line", "party")
        .collect(engine="streaming").rows())
    seconds = time.perf_counter() - start
    with open(answer, "w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(cells)
    print(f"cells {len(cells)}\nseconds {seconds:.6f}")


if __name__ == "__main__":
    main(*sys.argv[1:])
