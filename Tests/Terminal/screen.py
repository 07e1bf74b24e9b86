"""As much of a terminal as the program needs: what a person sees after some bytes were written."""

import re

PART = re.compile(r"\x1b\[([0-9;?]*)([A-Za-z])|(\r)|(\n)|([^\x1b\r\n]+)|(.)", re.DOTALL)


def screen(text):
    """The lines that stand on the screen, without the empty ones at its end; nothing scrolls away."""
    lines, row, column = [""], 0, 0
    for number, command, back, down, words, other in PART.findall(text):
        if command == "H":
            row = column = 0
        elif command == "J":
            lines = [""] if number == "2" else [*lines[:row], lines[row][:column]]
            lines += [""] * (row + 1 - len(lines))
        elif command == "K":
            lines[row] = lines[row][:column]
        elif command == "m":
            pass
        elif back:
            column = 0
        elif down:
            row += 1
            lines += [""] * (row + 1 - len(lines))
        elif words:
            line = lines[row].ljust(column)
            lines[row] = line[:column] + words + line[column + len(words):]
            column += len(words)
        else:
            raise ValueError(f"the terminal does not know {command or other!r}")
    while lines and not lines[-1].strip():
        lines.pop()
    return [line.rstrip() for line in lines]
