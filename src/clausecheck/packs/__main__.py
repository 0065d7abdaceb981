"""`python -m clausecheck.packs compile` compiles the built-in packs, `… schema [FOLDER]` writes the JSON Schemas."""

from __future__ import annotations

import sys
from pathlib import Path


def main(arguments: list[str]) -> int:
    """Returns the exit code."""
    from clausecheck.errors import PackError

    try:
        if arguments[:1] == ["compile"]:
            from clausecheck.packs.builtin import builtin_folder, builtin_names
            from clausecheck.packs.compiled import write as compile_pack

            for name in builtin_names():
                print(compile_pack(builtin_folder(name)))
            return 0
        if arguments[:1] == ["schema"]:
            from clausecheck.packs.json_schema import write

            print(*write(Path(arguments[1] if len(arguments) > 1 else "schemas")), sep="\n")
            return 0
    except PackError as error:
        print(error, file=sys.stderr)
        return error.exit_code
    print(__doc__, file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
