"""Sentences without a meaning."""

import random

VOCABULARY = {
    "en": (
        "strengthen regional cooperation protection of migrant workers and their families through shared registers "
        "consular assistance regular pathways portable social security recognition of skills and safe return"
    ).split(),
    "es": (
        "fortalecer la cooperación regional protección de las personas migrantes y sus familias mediante registros "
        "compartidos asistencia consular vías regulares seguridad social portátil y retorno digno según niñez"
    ).split(),
}


def sentence(rng: random.Random, language: str, low: int, high: int) -> str:
    """From `low` to `high` words."""
    text = " ".join(rng.choices(VOCABULARY[language], k=rng.randint(low, high)))
    return text[0].upper() + text[1:]
