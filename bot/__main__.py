"""`python -m bot` is the same program as `sala`."""

from bot.cli.main import main

main()
