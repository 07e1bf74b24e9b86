"""The generator: the same seed gives the same bytes; as many rows as asked for; one newest report of each pair."""

import csv
import hashlib
import tempfile
import unittest
from pathlib import Path

from generating.countries import first_countries
from generating.shape import ImpossibleShape, WorkspaceShape
from generating.workspace import generate_workspace


def files_of(folder: Path) -> dict[str, str]:
    return {str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
            for path in sorted(folder.rglob("*")) if path.is_file()}


class Generating(unittest.TestCase):
    def generate(self, shape: WorkspaceShape):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        return generate_workspace(shape, Path(folder.name))

    def test_the_same_seed_gives_the_same_bytes(self) -> None:
        shape = WorkspaceShape(reports=500, forums=3, commitments=5, skew=("bad-rows", "long-texts"))
        one, again = self.generate(shape), self.generate(shape)
        self.assertEqual(files_of(one.folder), files_of(again.folder))
        other = self.generate(WorkspaceShape(reports=500, forums=3, commitments=5, seed=68, skew=shape.skew))
        self.assertNotEqual(files_of(one.folder), files_of(other.folder))

    def test_rows_are_as_many_as_asked_for_and_never_two_of_a_day(self) -> None:
        shape = WorkspaceShape(reports=3001, forums=4, countries=3, commitments=2, skew=("long-texts",))
        workspace = self.generate(shape)
        found = set()
        for path in workspace.folder.glob("*/reports/*.csv"):
            with path.open(encoding="utf-8", newline="") as file:
                found |= {(row["commitment"], row["party"], row["date"]) for row in csv.DictReader(file)}
        self.assertEqual(len(found), 3001)

    def test_sizes_of_forums(self) -> None:
        sizes = WorkspaceShape(reports=1000, forums=4, skew=("huge-forum",)).reports_of_each_forum
        self.assertEqual((sizes[0], sum(sizes)), (500, 1000))
        sizes = WorkspaceShape(reports=1001, forums=4, skew=("uneven",)).reports_of_each_forum
        self.assertEqual(sum(sizes), 1001)
        self.assertAlmostEqual(sizes[0] / sizes[1], 2, places=1)

    def test_impossible_shapes(self) -> None:
        for shape in ({"forums": 101}, {"countries": 194}, {"reports": 0}, {"commitments": 1, "countries": 2}):
            with self.subTest(shape), self.assertRaises(ImpossibleShape):
                WorkspaceShape(**shape)

    def test_countries(self) -> None:
        countries = first_countries(193)
        self.assertEqual(len({country.alpha3 for country in countries}), 193)
        self.assertTrue(all(country.subregion for country in countries[:33]))
        self.assertFalse(any(country.subregion for country in countries[33:]))
