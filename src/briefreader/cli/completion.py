"""``briefreader completion``: what a shell needs to complete commands, options, articles and names."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

from briefreader.cli.printing import out

_VARIABLE = "_BRIEFREADER_COMPLETE"


@click.command()
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def command(ctx: click.Context, shell: str) -> int:
    """Print what makes SHELL complete commands, options, articles and names.

    \b
    Put one of these lines into your shell's start file:
      eval "$(briefreader completion bash)"
      eval "$(briefreader completion zsh)"
      briefreader completion fish | source
    """
    kind = get_completion_class(shell)
    assert kind is not None  # noqa: S101
    out(kind(ctx.find_root().command, {}, "briefreader", _VARIABLE).source())
    return 0
