/// The files of a program that reads a forum over `followup-module/1`.
///
/// It is in Python with the standard library alone; the test beside it says what to do next.
struct ExternalTemplate {
    let names: ModuleNames

    /// The program's file name.
    var program: String { "\(names.module).py" }

    /// The program, its test and its README; they belong in the forum's folder.
    var files: [NewFiles.File] {
        [
            NewFiles.File(name: program, text: source, isExecutable: true),
            NewFiles.File(name: "test_\(names.module).py", text: test, isExecutable: true),
            NewFiles.File(name: "README.md", text: readme),
        ]
    }

    private var source: String {
        """
        #!/usr/bin/env python3
        \"\"\"Reads a forum by … (say here by which mechanism), over followup-module/1.\"\"\"

        import json
        import sys

        PROTOCOL = "followup-module/1"
        # Each rule of your own: {"id": "own-rule", "text": {"en": "…", "es": "…"}, "source": "article 7"}
        RULES = []


        def assess(request, words):
            \"\"\"One assessment for each party that was asked about.\"\"\"
            return [read(party, words) for party in request["parties"]]


        def read(party, words):
            \"\"\"The newest report on the whole commitment speaks.\"\"\"
            # How the party stands by membership and exceptions is worked out already.
            reading = {key: party[key] for key in ("party", "standing", "standingRule")}
            reports = [report for report in party["reports"] if not report["partial"]]
            if party["standing"] not in ("bound", "pending", "invited"):
                return reading | {"nothing": "not-addressed", "progressRule": "does-not-count"}
            if not reports:
                return reading | {"nothing": "no-report", "progressRule": "no-report"}
            word, reading["report"] = words[reports[-1]["word"]], reports[-1]["id"]
            if word["progress"] is None:
                nothing = word["nothing"] or "reported-without-status"
                return reading | {"nothing": nothing, "progressRule": "word-without-level"}
            return reading | {"progress": word["progress"], "progressRule": "newest-report"}


        def main():
            words = {}
            for line in sys.stdin:
                request = json.loads(line)
                if request["type"] == "hello":
                    if request["protocol"] != PROTOCOL:
                        answer({"type": "error", "message": "I speak " + PROTOCOL})
                        return
                    answer({"type": "hello", "protocol": PROTOCOL, "rules": RULES})
                elif request["type"] == "forum":
                    words = {word["word"]: word for word in request["words"]}
                elif request["type"] == "assess":
                    commitment = request["commitment"]["id"]
                    answer({"type": "assessments", "commitment": commitment, "assessments": assess(request, words)})


        def answer(document):
            print(json.dumps(document, ensure_ascii=False), flush=True)


        if __name__ == "__main__":
            main()

        """
    }

    private var test: String {
        """
        #!/usr/bin/env python3
        \"\"\"Asks the program as followup does and looks at its answers. Run it: ./test_\(names.module).py\"\"\"

        import json
        import pathlib
        import subprocess
        import unittest

        PROGRAM = pathlib.Path(__file__).with_name("\(program)")
        WORDS = [
            {"word": "begun", "progress": "limited", "nothing": None},
            {"word": "done", "progress": "complete", "nothing": None},
            {"word": "unclear", "progress": None, "nothing": "reported-without-status"},
        ]


        def party(code, *reports, standing="bound"):
            reports = [
                {"id": str(place), "word": word, "date": date, "partial": False}
                for place, (word, date) in enumerate(reports)
            ]
            return {"party": code, "standing": standing, "standingRule": "addressed", "reports": reports}


        def ask(*parties):
            \"\"\"What the program says of one commitment, by party.\"\"\"
            requests = [
                {"type": "hello", "protocol": "followup-module/1"},
                {"type": "forum", "id": "made-up", "words": WORDS},
                {"type": "assess", "commitment": {"id": "A1"}, "parties": parties},
                {"type": "end"},
            ]
            lines = "".join(json.dumps(request) + "\\n" for request in requests)
            run = subprocess.run([PROGRAM], input=lines, capture_output=True, text=True, timeout=10, check=True)
            hello, answer = map(json.loads, run.stdout.splitlines())
            assert (hello["type"], answer["type"], answer["commitment"]) == ("hello", "assessments", "A1")
            return {assessment["party"]: assessment for assessment in answer["assessments"]}


        class Answers(unittest.TestCase):
            def test_the_newest_report_speaks(self):
                answers = ask(party("AAA", ("begun", "2020"), ("done", "2021-03")), party("BBB", ("unclear", "2020")))
                self.assertEqual(answers["AAA"]["progress"], "complete")
                self.assertEqual(answers["BBB"]["nothing"], "reported-without-status")

            def test_silence_is_no_progress(self):
                answers = ask(party("AAA"), party("BBB", ("done", "2020"), standing="exempt"))
                self.assertEqual(answers["AAA"]["nothing"], "no-report")
                self.assertEqual(answers["BBB"]["nothing"], "not-addressed")

            def test_the_forums_own_rule(self):
                answers = ask(party("AAA", ("done", "2021-03")), party("BBB"))
                self.fail(
                    "next: write here what your forum's rule says of these reports in place of this "
                    f"(now it is {answers}); change assess() in \(program) until it holds; add the rule to RULES, "
                    "with its article as source; tell it in README.md"
                )


        if __name__ == "__main__":
            unittest.main()

        """
    }

    private var readme: String {
        """
        # \(names.module)
        Which mechanism this program computes, and by which articles. Tests: `./test_\(names.module).py`

        ## Rules
        Each rule with its article and the test that holds it; also those that are not computed, and why.

        """
    }
}
