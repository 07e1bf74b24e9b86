"""The question of `followup matrix`, asked to DuckDB over the same CSV files.

    duckdb_matrix.py WORKSPACE TABLES AS_OF THREADS clean|checked ANSWER

WORKSPACE holds <forum>/reports/*.csv. TABLES holds as CSV what the workspace says in YAML (which DuckDB can't read):
levels.csv, words.csv, crosswalk.csv, countries.csv. Writes the answer to ANSWER, one `line,country,level,contributions`
a cell, and prints its own time from opening the database to the last row fetched, in seconds.

`clean` takes every row at its word: the fastest query we found. `checked` leaves out rows with an unknown commitment,
country, word or date before it looks for the newest, as `followup` always does.
"""

import csv
import sys
import time

import duckdb

REPORTS = """
read_csv($reports, header = true, auto_detect = false, delim = ',', quote = '"', escape = '"', ignore_errors = %s,
    columns = {
        'id': 'VARCHAR', 'commitment': 'VARCHAR', 'party': 'VARCHAR', 'status': 'VARCHAR', 'date': 'DATE',
        'voice': 'VARCHAR', 'confidence': 'VARCHAR', 'sources': 'VARCHAR', 'note': 'VARCHAR'})
"""

# First the newest word of each pair, then its level: a seventh of the rows is left to join.
CLEAN = f"""
SELECT commitment, party, rank
FROM (
    SELECT commitment, party, arg_max(status, date) AS word
    FROM {REPORTS % 'false'}
    WHERE date <= $as_of::DATE
    GROUP BY ALL
) JOIN readings USING (commitment, word)
WHERE party IN (SELECT country FROM countries)
"""

CHECKED = f"""
SELECT report.commitment AS commitment, party, arg_max(rank, date) AS rank
FROM {REPORTS % 'true'} AS report
JOIN readings ON readings.commitment = report.commitment AND readings.word = report.status
WHERE date <= $as_of::DATE AND party IN (SELECT country FROM countries)
GROUP BY ALL
"""

QUESTION = """
WITH levels AS (
    SELECT * FROM read_csv($levels, header = true, columns = {'level': 'VARCHAR', 'rank': 'TINYINT'})
),
words AS (
    SELECT forum, word, rank
    FROM read_csv($words, header = true, columns = {'forum': 'VARCHAR', 'word': 'VARCHAR', 'level': 'VARCHAR'})
    JOIN levels USING (level)
),
crosswalk AS (
    SELECT *
    FROM read_csv($crosswalk, header = true,
        columns = {'forum': 'VARCHAR', 'commitment': 'VARCHAR', 'line': 'VARCHAR'})
),
countries AS (SELECT country FROM read_csv($countries, header = true, columns = {'country': 'VARCHAR'})),
readings AS MATERIALIZED (SELECT DISTINCT commitment, word, rank FROM crosswalk JOIN words USING (forum)),
newest AS (%s),
cells AS (
    -- The lower median: of an even number of levels, the lower of the two in the middle.
    SELECT line, party, quantile_disc(rank, 0.5) AS rank, count(*) AS contributions
    FROM newest JOIN crosswalk USING (commitment)
    GROUP BY line, party
)
SELECT line, party, level, contributions FROM cells JOIN levels USING (rank) ORDER BY line, party
"""


def main(workspace: str, tables: str, as_of: str, threads: str, care: str, answer: str) -> None:
    start = time.perf_counter()
    parameters = {name: f"{tables}/{name}.csv" for name in ("words", "levels", "crosswalk", "countries")}
    parameters |= {"reports": f"{workspace}/*/reports/*.csv", "as_of": as_of}
    database = duckdb.connect(":memory:", config={"threads": int(threads)})
    query = QUESTION % {"clean": CLEAN, "checked": CHECKED}[care]
    cells = database.execute(query, parameters).fetchall()
    seconds = time.perf_counter() - start
    with open(answer, "w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(cells)
    print(f"cells {len(cells)}\nseconds {seconds:.6f}")


if __name__ == "__main__":
    main(*sys.argv[1:])
