"""What an interrupt (ctrl+c) does: while the program starts, it ends it at once, without a word."""

import _signal as signal  # type: ignore[import-not-found]  # `signal` itself, without the enumerations that it brings


def end_quietly() -> None:
    """Have an interrupt end the process, as the shell expects it, without a traceback; ignored ones stay ignored."""
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, signal.SIG_DFL)


def raise_interrupts() -> None:
    """Have an interrupt raise KeyboardInterrupt again, for what has something to put in order before it ends."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_DFL:
        signal.signal(signal.SIGINT, signal.default_int_handler)
