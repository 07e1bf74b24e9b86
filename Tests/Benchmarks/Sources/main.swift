// followup-bench: measures one inner step of the program, for Tests/Benchmarks/bench.py.
//
// Each command prints `name value` lines; `seconds` is its own time. Exit codes: 1 the input is not sound, 2 a usage error.

let usage = """
    usage: followup-bench yaml FILE [--decode | --commitments]
           followup-bench split FILE...
           followup-bench read WORKSPACE
           followup-bench group|assess|consolidate|snapshot|change WORKSPACE AS-OF
    """

let arguments = Array(CommandLine.arguments.dropFirst())
switch (arguments.first, arguments.count) {
case ("yaml", 2): measureNodes(arguments[1])
case ("yaml", 3) where arguments[2] == "--decode": measureDecoding(arguments[1])
case ("yaml", 3) where arguments[2] == "--commitments": measureCommitments(arguments[1])
case ("split", 2...): measureSplitting(arguments.dropFirst())
case ("read", 2): measureReading(arguments[1])
case ("group", 3): measureGrouping(arguments[1], asOf: date(arguments[2]))
case ("assess", 3): measureAssessing(arguments[1], asOf: date(arguments[2]))
case ("consolidate", 3): measureConsolidating(arguments[1], asOf: date(arguments[2]))
case ("snapshot", 3): measureSnapshot(arguments[1], asOf: date(arguments[2]))
case ("change", 3): measureChange(arguments[1], asOf: date(arguments[2]))
default: fail(usage, code: 2)
}
