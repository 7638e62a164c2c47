"""``briefreader completion``: what a shell needs to complete commands, options, articles and names."""

from __future__ import annotations

import click
from click.shell_completion import BashComplete, FishComplete, ShellComplete, ZshComplete

from briefreader.cli.printing import out
from briefreader.cli.shell_scripts import BASH, FISH

_VARIABLE = "_BRIEFREADER_COMPLETE"


class _Bash(BashComplete):
    source_template = BASH


class _Fish(FishComplete):
    source_template = FISH


_SHELLS: dict[str, type[ShellComplete]] = {"bash": _Bash, "zsh": ZshComplete, "fish": _Fish}


@click.command(short_help="Print what completes commands in bash, zsh, fish.")
@click.argument("shell", type=click.Choice(list(_SHELLS)))
@click.pass_context
def command(ctx: click.Context, shell: str) -> int:
    """Print what makes a shell complete commands, options, articles and names.

    \b
    Put one of these lines into your shell's start file:
      eval "$(briefreader completion bash)"
      eval "$(briefreader completion zsh)"
      briefreader completion fish | source
    """
    out(_SHELLS[shell](ctx.find_root().command, {}, "briefreader", _VARIABLE).source())
    return 0
