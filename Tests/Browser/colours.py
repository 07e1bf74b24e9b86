"""Checks the style sheet's colours: letters on their grounds, and levels for the colour-blind.

The numbers are those of WCAG 2.2 (contrast) and of CIE L*a*b* (difference); how the colour-blind see a colour is the
model of Viénot, Brettel and Mollon (1999) for people without red or green cones.
"""

import itertools
import re

LEAST_CONTRAST = 4.5
LEAST_CONTRAST_OF_FOCUS = 3.0
# Below about 10 two patches side by side are hard to tell apart.
LEAST_DIFFERENCE = 10.0

LEVELS = ["l0", "l1", "l2", "l3", "lx"]
RAMP = ["k0", "k1", "k2", "k3", "k4"]
ON_PAPER = [
    (letter, ground) for letter in ["ink", "soft", "link", "warn"] for ground in ["ground", "sheet", "warn-ground"]]
ON_OTHERS = [("on-accent", "accent"), ("ground", "link"), ("ink", "none"), ("soft", "none"), ("on-none", "none")]
PAIRS = ON_PAPER + ON_OTHERS + [(f"on-{look}", look) for look in LEVELS + RAMP]


def modes(style_sheet):
    """The colours by name in each mode: light, dark, and both with more contrast."""
    found = {}
    # A rule for a mode is a media query that holds nothing but rules for the root.
    for media, body in re.findall(r"@media ([^{]*)\{\s*:root\s*\{([^}]*)\}", style_sheet) + re.findall(
            r"^()(?::root)\s*\{([^}]*)\}", style_sheet, re.MULTILINE):
        key = ("dark" if "scheme: dark" in media else "light", "contrast: more" in media)
        found[key] = dict(re.findall(r"--([\w-]+):\s*(#[0-9a-fA-F]{3,6})\b", body))
    light = found["light", False]
    dark = light | found["dark", False]
    more = found["light", True]
    return {
        "light": light, "dark": dark, "light with more contrast": light | more,
        "dark with more contrast": dark | more | found["dark", True]}


def channels(colour):
    """The linear red, green and blue of a colour such as #14616b."""
    digits = colour.lstrip("#")
    if len(digits) == 3:
        digits = "".join(2 * digit for digit in digits)
    parts = [int(digits[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    return [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]


def contrast(one, other):
    """The contrast of two colours, 1 to 21."""
    low, high = sorted(
        0.2126 * red + 0.7152 * green + 0.0722 * blue for red, green, blue in map(channels, (one, other)))
    return (high + 0.05) / (low + 0.05)


def seen_without_red(colour):
    """The linear channels as somebody without red cones sees them."""
    red, green, blue = channels(colour)
    mixed = 0.11238 * red + 0.88762 * green
    return [mixed, mixed, 0.00401 * red - 0.00401 * green + blue]


def seen_without_green(colour):
    """The linear channels as somebody without green cones sees them."""
    red, green, blue = channels(colour)
    mixed = 0.29275 * red + 0.70725 * green
    return [mixed, mixed, -0.02234 * red + 0.02234 * green + blue]


SIGHTS = {"all cones": channels, "no red cones": seen_without_red, "no green cones": seen_without_green}


def lab(rgb):
    """The place of linear channels in CIE L*a*b* under daylight D65."""
    red, green, blue = (min(1, max(0, part)) for part in rgb)
    white = (0.95047, 1.0, 1.08883)
    tristimulus = (
        0.4124 * red + 0.3576 * green + 0.1805 * blue, 0.2126 * red + 0.7152 * green + 0.0722 * blue,
        0.0193 * red + 0.1192 * green + 0.9505 * blue)
    x, y, z = (
        part ** (1 / 3) if part > 0.008856 else 7.787 * part + 16 / 116
        for part in (value / full for value, full in zip(tristimulus, white)))
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def difference(one, other, sight):
    """How far apart two colours look."""
    return sum((a - b) ** 2 for a, b in zip(lab(sight(one)), lab(sight(other)))) ** 0.5


def check(style_sheet):
    """The faults of the colours in every mode, a line for each."""
    faults = []
    for mode, colours in modes(style_sheet).items():
        for letter, ground in PAIRS:
            found = contrast(colours[letter], colours[ground])
            if found < LEAST_CONTRAST:
                faults.append(f"{mode}: --{letter} on --{ground} has a contrast of {found:.2f}")
        # On the page's head, letters' own colour frames what has the focus.
        for ground in ["ground", "sheet"]:
            found = contrast(colours["focus"], colours[ground])
            if found < LEAST_CONTRAST_OF_FOCUS:
                faults.append(f"{mode}: --focus on --{ground} has a contrast of {found:.2f}")
        for (sight, seen), (one, other) in itertools.product(SIGHTS.items(), itertools.combinations(LEVELS, 2)):
            found = difference(colours[one], colours[other], seen)
            if found < LEAST_DIFFERENCE:
                faults.append(f"{mode}: --{one} and --{other} look alike to people with {sight} ({found:.1f})")
        brightness = [lab(channels(colours[step]))[0] for step in RAMP]
        if brightness not in (sorted(brightness), sorted(brightness, reverse=True)):
            faults.append(f"{mode}: the steps of the ramp don't grow evenly darker or lighter")
    return faults
