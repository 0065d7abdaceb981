"""Words as the reader sees them, and n-grams as 64-bit numbers: no text of any contract is needed to use a model."""

from __future__ import annotations

import re
import zlib

import numpy as np
from numpy.typing import NDArray

Hashes = NDArray[np.uint64]

_WORD = re.compile(r"[a-z]+(?:'[a-z]+)?|\d+(?:[.,]\d+)*|[$%§€£]|\[\*+\]|_{3,}")
_MASK = 0xFFFFFFFFFFFFFFFF
_GOLD = 0x9E3779B97F4A7C15
_PAIR = np.uint64(0xC2B2AE3D27D4EB4F)
_TRIPLE = np.uint64(0x165667B19E3779F9)
_MIX = np.uint64(0xD6E8FEB86659FD93)


def words(text: str) -> list[str]:
    """Words in lower case. Numbers lose their value: short, long, or a year."""
    return [_shape(word) if word[0].isdigit() else word for word in _WORD.findall(text.lower())]


def _shape(number: str) -> str:
    if len(number) < 3:
        return "0n"
    return "0y" if len(number) == 4 and number[:2] in ("19", "20") else "0b"


def hashed(tokens: list[str], known: dict[str, int]) -> Hashes:
    """The words as numbers. `known` keeps the words met before, for speed."""
    out = np.empty(len(tokens), dtype=np.uint64)
    for index, token in enumerate(tokens):
        value = known.get(token)
        if value is None:
            data = token.encode()
            value = known[token] = (zlib.crc32(data) * _GOLD + zlib.adler32(data)) & _MASK
        out[index] = value
    return out


def grams(row: Hashes, longest: int, seed: int) -> Hashes:
    """All runs of one to `longest` (at most three) words. The seed tells kinds of features apart."""
    runs = [row]
    if longest > 1 and len(row) > 1:
        runs.append((row[:-1] * _PAIR) ^ (row[1:] + np.uint64(77)))
    if longest > 2 and len(row) > 2:
        runs.append((((row[:-2] * _TRIPLE) ^ row[1:-1]) * _PAIR) ^ (row[2:] + np.uint64(991)))
    return (np.concatenate(runs) ^ np.uint64(seed * _GOLD & _MASK)) * _MIX
