"""`completions`: what a shell needs to complete this program's words."""

import click
from click.shell_completion import get_completion_class


@click.command(
    epilog="""\b
Examples:
  corpus-tui completions bash > ~/.local/share/bash-completion/completions/corpus-tui
  corpus-tui completions zsh > ~/.zfunc/_corpus-tui
  corpus-tui completions fish > ~/.config/fish/completions/corpus-tui.fish
"""
)
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def completions(shell: str) -> None:
    """Print the completions for a SHELL, to be put where it looks for them."""
    from tui.cli.commands import NAME
    from tui.cli.program import program

    kind = get_completion_class(shell)
    if kind is not None:
        source = kind(program, {}, NAME, f"_{NAME.upper().replace('-', '_')}_COMPLETE")
        click.echo(source.source_template % source.source_vars())
