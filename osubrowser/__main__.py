"""Entry point of `python -m osubrowser` and of the `osubrowser` command."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program until its window is closed.

    Args:
        arguments: command line arguments without the program's name; None reads `sys.argv`.

    Returns:
        The exit status: 0 for a normal exit, 1 when a self-test failed.
    """
    from osubrowser.services.images import decoder_process

    if (sys.argv[1:] if arguments is None else list(arguments)) == [decoder_process.SWITCH]:
        return decoder_process.serve()
    # Objects created before the first frame are long-lived: collections would only delay it.
    gc.disable()
    from osubrowser import cli

    options = cli.parse(arguments)
    from osubrowser import app

    return app.run(options)


if __name__ == "__main__":
    sys.exit(main())
