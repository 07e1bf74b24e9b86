"""Runs the built program on real terminals and in pipes: long work shows itself, Ctrl-C stops it, watching follows edits.

Usage: terminal.py PROGRAM
"""

import fcntl
import json
import os
import pty
import select
import shutil
import signal
import struct
import subprocess
import sys
import tempfile
import termios
import time
import unittest

from screen import screen

PROGRAM = os.path.abspath(sys.argv.pop(1))
PATIENCE = 30
MARK = "waiting for changes, Ctrl-C ends\x1b[0m\x1b[K\n\x1b[J"

FILES = {
    "workspace.yaml": """workspace: made-up
name: {en: Made up}
framework: framework.yaml
countries: countries.yaml
languages: [en]
region: made-up
progress:
  - {level: begun, name: {en: Begun}, letter: B, sign: "-"}
  - {level: done, name: {en: Done}, letter: D, sign: "+"}
contrary: {name: {en: Back}, letter: X, sign: "x"}
consolidation: {rule: weakest}
""",
    "framework.yaml": """framework: made-up
name: {en: Made-up framework}
chapters: [{id: A, title: {en: One}, measures: {from: 1, to: 1}, coverage: full}]
measures: [{id: "1", code: A.1, chapter: A, title: {en: Do it}, coverage: full}]
""",
    "countries.yaml": """regions: [{id: "001", name: {en: World}}]
countries:
  - {code: AAA, alpha2: AA, m49: "901", name: {en: Aland}, group: made-up, region: "001", sovereign: true}
""",
    "a/forum.yaml": """forum: a
module: declarative
name: {en: Forum A}
kind: conference
languages: [en]
members: [{country: AAA}]
statuses: {underway: begun, finished: done}
""",
    "a/commitments.yaml": """commitments:
  - {id: a1, title: {en: Do it}, legal-force: political, crosswalk: [{to: "1", relation: exact}]}
""",
    "a/reports/one.csv": "commitment,party,status,date\na1,AAA,finished,2020-05\n",
}

# A forum whose program takes its time makes work long on every machine.
SLOW = {
    "slow/forum.yaml": """forum: slow
module: external
options: {command: [./read.sh]}
name: {en: Slow forum}
kind: conference
languages: [en]
members: [{country: AAA}]
statuses: {finished: done}
""",
    "slow/commitments.yaml": FILES["a/commitments.yaml"],
    "slow/reports/one.csv": FILES["a/reports/one.csv"],
}
READ = '#!/bin/sh\necho $$ > "{notes}"\nsleep {seconds}\n'


def until(condition, what):
    """Waits until a condition holds and gives its value."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        value = condition()
        if value:
            return value
        time.sleep(0.01)
    raise AssertionError(f"{what} did not happen in {PATIENCE} s")


class Session:
    """The program on a terminal of its own, 80 by 40, with the person's keys."""

    def __init__(self, arguments, folder, **variables):
        self.text = ""
        environment = {"PATH": os.environ["PATH"], "TERM": "xterm", "LANG": "C.UTF-8", "TMPDIR": folder, **variables}
        self.id, self.terminal = pty.fork()
        if self.id == 0:
            signal.signal(signal.SIGINT, signal.SIG_DFL)
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 80, 0, 0))
            os.chdir(folder)
            os.execve(PROGRAM, [PROGRAM, *arguments], environment)

    def read(self, seconds=0.1):
        """Takes what has been written; false at the end."""
        if select.select([self.terminal], [], [], seconds)[0]:
            try:
                self.text += os.read(self.terminal, 1 << 16).decode("utf-8", "replace")
            except OSError:
                return False
        return True

    def see(self, words, after=0):
        """Waits until words have been written and gives the place behind them."""
        end = time.monotonic() + PATIENCE
        while words not in self.text[after:].replace("\r\n", "\n"):
            if time.monotonic() > end or not self.read():
                raise AssertionError(f"{words!r} was not written; the screen shows:\n" + "\n".join(self.screen))
        return len(self.text)

    def press(self, key):
        os.write(self.terminal, key.encode())

    def end(self):
        """Waits for the end and gives the status."""
        end = time.monotonic() + PATIENCE
        while self.read():
            if time.monotonic() > end:
                os.kill(self.id, signal.SIGKILL)
        os.close(self.terminal)
        return os.waitstatus_to_exitcode(os.waitpid(self.id, 0)[1])

    @property
    def screen(self):
        # The terminal's driver has made two characters of each line break.
        return screen(self.text)


class TerminalTests(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.mkdtemp()
        self.addCleanup(shutil.rmtree, self.folder)
        self.notes = os.path.join(self.folder, "notes")
        self.write(FILES)

    def write(self, files):
        for name, text in files.items():
            path = os.path.join(self.folder, "forums", name)
            os.makedirs(os.path.dirname(path), exist_ok=True)
            with open(path, "w", encoding="utf-8") as file:
                file.write(text)

    def slow(self, seconds):
        """Adds a forum whose reading takes so long."""
        self.write({**SLOW, "slow/read.sh": READ.format(notes=self.notes, seconds=seconds)})
        os.chmod(os.path.join(self.folder, "forums/slow/read.sh"), 0o755)

    def start(self, *arguments, **variables):
        """Starts the program in a pipe."""
        environment = {"PATH": os.environ["PATH"], "TERM": "xterm", "LANG": "C.UTF-8", "TMPDIR": self.folder}
        return subprocess.Popen(
            [PROGRAM, *arguments], cwd=self.folder, env={**environment, **variables}, stdout=subprocess.PIPE,
            stderr=subprocess.PIPE, text=True, preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL))

    def assertNothingIsLeft(self):
        """Neither drafts nor the forum's program."""
        with open(self.notes, encoding="utf-8") as file:
            number = int(file.read())
        until(lambda: not os.path.exists(f"/proc/{number}") or self.is_dead(number), "the end of the forum's program")
        self.assertEqual(sorted(name for name in os.listdir(self.folder) if ".profraw" not in name), ["forums", "notes"])

    @staticmethod
    def is_dead(number):
        try:
            with open(f"/proc/{number}/stat", encoding="utf-8") as file:
                return file.read().rsplit(")", 1)[1].split()[0] == "Z"
        except FileNotFoundError:
            return True

    def test_long_work_shows_itself_and_leaves_nothing(self):
        self.slow(1.5)
        session = Session(["status", "--trust-external"], self.folder)
        session.see("Assessing forums ▕")
        session.see("50%  1/2")
        self.assertEqual(session.end(), 0)
        self.assertIn("What the forums say", session.screen)
        self.assertNotIn("Assessing forums", "\n".join(session.screen))

    def test_short_work_shows_nothing(self):
        session = Session(["status"], self.folder)
        self.assertEqual(session.end(), 0)
        self.assertNotIn("▕", session.text)
        self.assertEqual(session.screen[0], "What the forums say")

    def test_only_terminals_that_can_are_shown_a_bar(self):
        self.slow(1)
        session = Session(["check", "--trust-external"], self.folder, TERM="dumb")
        self.assertEqual(session.end(), 1)
        self.assertNotIn("\x1b", session.text)
        self.assertNotIn("Assessing", session.text)
        run = self.start("check", "--trust-external")
        output, complaint = run.communicate(timeout=PATIENCE)
        self.assertEqual((run.returncode, complaint), (1, ""))
        self.assertNotIn("\x1b", output)

    def test_without_colour_there_is_a_bar_all_the_same(self):
        self.slow(1)
        session = Session(["check", "--trust-external", "--lang", "fr"], self.folder, NO_COLOR="1")
        session.see("Évaluation des forums ▕")
        session.end()
        self.assertNotIn("\x1b[3", session.text)

    def test_control_c_stops_work(self):
        self.slow(30)
        session = Session(["status", "--trust-external", "--lang", "es"], self.folder)
        session.see("Evaluación de foros ▕")
        start = time.monotonic()
        session.press("\x03")
        self.assertEqual(session.end(), 130)
        self.assertLess(time.monotonic() - start, 5)
        self.assertEqual(session.screen, ["followup: detenido"])
        self.assertNothingIsLeft()

    def test_signals_stop_work_in_a_pipe(self):
        self.slow(30)
        for number, status in [(signal.SIGINT, 130), (signal.SIGTERM, 143)]:
            run = self.start("status", "--trust-external", LANG="pt_BR.UTF-8")
            until(lambda: os.path.exists(self.notes), "the start of the forum's program")
            run.send_signal(number)
            output, complaint = run.communicate(timeout=PATIENCE)
            self.assertEqual((run.returncode, output, complaint), (status, "", "followup: interrompido\n"))
            self.assertNothingIsLeft()
            os.remove(self.notes)

    def test_a_reader_that_does_not_read_holds_nothing_up(self):
        rows = "".join(f"  - {{id: c{n}, title: {{en: Do it}}, legal-force: political}}\n" for n in range(2000))
        self.write({"a/commitments.yaml": FILES["a/commitments.yaml"] + rows})
        run = self.start("forum", "a", "--format", "json")
        self.assertEqual(run.stdout.read(1), "{")
        start = time.monotonic()
        run.send_signal(signal.SIGINT)
        self.assertEqual(run.wait(timeout=PATIENCE), 130)
        self.assertLess(time.monotonic() - start, 5)
        self.assertEqual(run.communicate()[1], "followup: stopped\n")

    def test_output_that_fails_fails_the_command(self):
        def status(command, **streams):
            run = subprocess.run([PROGRAM, *command.split()], cwd=self.folder, stderr=subprocess.PIPE, text=True, **streams)
            return run.returncode, run.stderr
        commands = ["status", "status --format json", "matrix --format csv", "check", "forums --format markdown",
                    "publish site", "--help", "man", "explain-code not-read"]
        for command in commands:
            with self.subTest(command), open("/dev/full", "w", encoding="utf-8") as full:
                code, complaint = status(command, stdout=full)
                self.assertEqual((code, complaint), (1, "followup: the output can't be written: No space left on device\n"))
                code, complaint = status(command, preexec_fn=lambda: os.close(1))
                self.assertEqual((code, complaint), (1, "followup: the output can't be written: Bad file descriptor\n"))
        # A reader that has seen enough is no fault to complain of.
        read, write = os.pipe()
        os.close(read)
        self.assertEqual(status("status", stdout=write), (-signal.SIGPIPE, ""))
        ignored = status("status", stdout=write, preexec_fn=lambda: signal.signal(signal.SIGPIPE, signal.SIG_IGN))
        self.assertEqual(ignored, (141, ""))
        os.close(write)

    def test_control_c_ends_a_question(self):
        session = Session(["new", "forum"], self.folder)
        session.see(": ")
        session.press("\x03")
        self.assertEqual(session.end(), 130)
        self.assertEqual(session.screen[-1], "followup: stopped")
        self.assertEqual(os.listdir(self.folder + "/forums/a/reports"), ["one.csv"])

    def test_watching_follows_edits(self):
        session = Session(["check", "--watch"], self.folder)
        place = session.see(MARK)
        self.assertIn("No problem found", session.screen)
        self.write({"a/reports/one.csv": "commitment,party,status,date\na1,AAB,finished,2020-05\n"})
        place = session.see(MARK, place)
        self.assertTrue(session.screen[0].startswith("forums/a/reports/one.csv:2:4: error: 'AAB'"), session.screen)
        self.assertTrue(session.screen[-1].startswith("a/reports/one.csv · "), session.screen)
        draft = self.folder + "/forums/a/reports/.one.csv.swp"
        with open(draft, "w", encoding="utf-8") as file:
            file.write(FILES["a/reports/one.csv"])
        os.rename(draft, self.folder + "/forums/a/reports/one.csv")
        session.see(MARK, place)
        self.assertIn("No problem found", session.screen)
        self.assertNotIn("AAB", "\n".join(session.screen))
        session.press("\x03")
        self.assertEqual(session.end(), 130)
        self.assertEqual(session.screen[-1], "followup: stopped")

    def test_a_picture_keeps_what_can_be_read(self):
        session = Session(["status", "--watch", "--as-of", "2025"], self.folder)
        place = session.see(MARK)
        self.write({"b/forum.yaml": "forum: [\n"})
        place = session.see(MARK, place)
        self.assertTrue(any("b/forum.yaml:2:1: error" in line for line in session.screen), session.screen)
        self.assertTrue(any(line.startswith("Forum A") for line in session.screen), session.screen)
        os.rename(self.folder + "/forums", self.folder + "/away")
        place = session.see(MARK, place)
        self.assertTrue(session.screen[-1].startswith("the whole folder · "), session.screen)
        os.rename(self.folder + "/away", self.folder + "/forums")
        session.see(MARK, place)
        self.assertTrue(any(line.startswith("Forum A") for line in session.screen), session.screen)
        session.press("\x03")
        self.assertEqual(session.end(), 130)

    def test_programs_read_one_document_a_line(self):
        for command, member in [("check", "diagnostics"), ("status", "coverage")]:
            run = self.start(command, "--watch", "--format", "json")
            self.assertIn(member, json.loads(run.stdout.readline()))
            self.write({"a/reports/two.csv": f"commitment,party,status,date\na1,AAA,finished,{command == 'check'}\n"})
            self.assertIn(member, json.loads(run.stdout.readline()))
            run.send_signal(signal.SIGTERM)
            output, complaint = run.communicate(timeout=PATIENCE)
            self.assertEqual((run.returncode, output), (143, ""))
            self.assertTrue(complaint.endswith("followup: stopped\n"), complaint)


if __name__ == "__main__":
    unittest.main(verbosity=1)
