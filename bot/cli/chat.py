"""`sala chat`: the conversation in the terminal, no token, no network."""

import sys
from datetime import date

import click

from bot.app import LearningWorld
from bot.cli import options
from bot.dialogue import Action, Event, Message, Start, Tap, Turn, turn
from bot.people import STRANGER, Hide, Person, applied
from bot.render import render

_CLEAR = "\033[2J\033[3J\033[H"


@click.command("chat")
@options.lang
@options.today
def command(lang: str | None, today: date) -> None:
    """Talk with Sala here. Type a question or the number of a button; /quit ends it."""
    learning = LearningWorld()
    languages = learning.now.library.languages
    if lang and lang not in languages.complete:
        raise click.BadParameter(
            f"{lang} is not complete yet; there are: {', '.join(languages.complete)}."
        )
    talk = _Talk(learning, Person(lang), today)
    talk.show(turn(Start(), talk.person, learning.now, today))
    learning.learn()
    for line in iter(talk.ask, None):
        talk.take(line)


class _Talk:
    def __init__(self, learning: LearningWorld, person: Person, today: date) -> None:
        self.learning = learning
        self.person = person
        self.today = today
        self.actions: tuple[Action, ...] = ()
        self.about: str | None = None
        self.colour = sys.stdout.isatty()

    def ask(self) -> str | None:
        """The next line; None at its end or at /quit."""
        if sys.stdin.isatty():
            click.echo("> ", nl=False)
        line = sys.stdin.readline()
        text = line.strip("\r\n")
        return None if not line or text.strip() == "/quit" else text

    def take(self, text: str) -> None:
        """One line of the person: a number of a button, or a message."""
        event = self._event(text)
        self.show(turn(event, self.person, self.learning.now, self.today))

    def show(self, result: Turn) -> None:
        """Print the replies and apply the changes."""
        for change in result.changes:
            self.person = STRANGER if not change else applied(self.person, change)
            if isinstance(change, Hide) and self.colour:
                click.echo(_CLEAR, nl=False)
        for reply in result.replies:
            screen = render(reply, colour=self.colour)
            self.actions = screen.actions
            click.echo(f"\n{screen.text}\n")
        self._tell_state()

    def _event(self, text: str) -> Event:
        number = text.strip()
        if number.isdecimal() and 1 <= int(number) <= len(self.actions):
            return Tap(self.actions[int(number) - 1], self.about)
        self.about = text
        return Message(text)

    def _tell_state(self) -> None:
        world = self.learning.now
        if world.learning:
            code = world.library.languages.supported(self.person.language)
            said = world.catalogues[code].say("Still learning: answers get better in a minute.")
            click.echo(f"({said})", err=not sys.stdout.isatty())
        elif self.learning.note:
            click.echo(f"({self.learning.note})", err=True)
            self.learning.note = ""
