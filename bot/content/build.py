"""From the shapes of files to the records that the program uses."""

from collections.abc import Mapping
from datetime import date
from pathlib import PurePosixPath

from bot.content.card import Card, CardText, Danger, DangerText, Elsewhere, Intent, IntentText, Show
from bot.content.fact import Citation, Fact
from bot.content.ids import CardId, DangerKind, FactId, IntentName, LanguageCode, PlaceId, TopicId
from bot.content.markup import parse
from bot.content.partner import Partner
from bot.content.place import Place
from bot.content.shapes import (
    CardShape,
    CardTextShape,
    DangerShape,
    ElsewhereShape,
    FactShape,
    IntentShape,
    PartnerShape,
    PlaceShape,
    SourceShape,
    ValueShape,
    WordsShape,
)
from bot.content.state import field_hash, state
from bot.content.words import WordLists
from bot.language import Count, Day, Duration, Money, Percent, Phone, Value


def fact(path: PurePosixPath, shape: FactShape) -> Fact:
    """A fact of a seeds file."""
    return Fact(
        id=FactId(shape.id),
        path=path,
        says=shape.says,
        as_of=shape.as_of,
        checked_on=shape.checked_on,
        volatility=shape.volatility,
        confidence=shape.confidence,
        harm=shape.harm_if_wrong,
        grants=shape.grants,
        publish=shape.publish,
        values={name: value(each) for name, each in shape.values.items()},
        sources=tuple(map(_citation, shape.sources)),
        caution=shape.caution,
    )


def value(shape: ValueShape) -> Value:
    """The typed value that a volunteer wrote; the shape has made sure that it is exactly one."""
    if shape.money is not None and shape.currency:
        return Money(shape.money, shape.currency, shape.per)
    if shape.phone is not None and shape.country:
        return Phone(shape.phone, shape.country)
    if shape.duration is not None and shape.unit:
        return Duration(shape.duration, shape.unit)
    if shape.date is not None:
        return Day(shape.date)
    if shape.percent is not None:
        return Percent(shape.percent)
    assert shape.count is not None  # noqa: S101  # ValueShape accepts nothing else
    return Count(shape.count)


def partner(shape: PartnerShape) -> Partner:
    """The partner organisation."""
    return Partner(
        name=shape.name,
        contact=shape.contact,
        hours=shape.hours,
        languages=tuple(shape.languages),
        provinces=tuple(shape.provinces),
        spoken_on=shape.spoken_to.on or date.min,
        spoken_by=shape.spoken_to.by,
    )


def place(path: PurePosixPath, shape: PlaceShape) -> Place:
    """A place, named after its file."""
    return Place(
        id=PlaceId(path.stem),
        path=path,
        name=shape.name,
        kind=shape.kind,
        helps_with=tuple(shape.helps_with),
        languages=tuple(shape.languages),
        languages_confirmed=shape.languages_confirmed,
        phones=tuple(Phone(each.number, each.country) for each in shape.phones),
        papers=shape.papers,
        tells_authorities=shape.tells_authorities,
        fears=tuple(shape.fears),
        province=shape.province,
        as_of=shape.as_of,
        sources=tuple(map(_citation, shape.sources)),
    )


def card(
    path: PurePosixPath,
    shape: CardShape,
    texts: Mapping[LanguageCode, tuple[PurePosixPath, CardTextShape]],
    source_language: LanguageCode,
) -> Card:
    """A card, named after its folders."""
    topic, name = path.parts[-3], path.parts[-2]
    source = texts.get(source_language)
    now = _card_hashes(source[1]) if source else {}
    return Card(
        id=CardId(f"{topic}/{name}"),
        path=path,
        topic=TopicId(topic),
        urgent=shape.urgent,
        quiet=shape.quiet,
        dangers=tuple(map(DangerKind, shape.danger)),
        split=shape.split,
        facts=tuple(map(FactId, shape.facts)),
        facts_in_part=tuple(map(FactId, shape.facts_in_part)),
        places=tuple(map(PlaceId, shape.places)),
        related=tuple(map(CardId, shape.related)),
        texts={
            language: CardText(
                path=file,
                title=text.title,
                quiet_title=text.quiet_title or text.title,
                summary=text.summary,
                split=text.split,
                blocks=parse(text.text),
                ask=tuple(text.ask),
                state=state(text.translation, text.of, now, is_source=language == source_language),
            )
            for language, (file, text) in texts.items()
        },
    )


def danger(path: PurePosixPath, shape: DangerShape, source_language: LanguageCode) -> Danger:
    """A kind of danger, named after its file."""
    source = shape.texts.get(source_language)
    now = {"label": field_hash(source.label), "lines": field_hash(source.lines)} if source else {}
    return Danger(
        kind=DangerKind(path.stem),
        path=path,
        quiet=shape.quiet,
        urgent=shape.urgent,
        card=CardId(shape.card) if shape.card else None,
        beats=tuple(map(DangerKind, shape.beats)),
        facts=tuple(map(FactId, shape.facts)),
        places=tuple(map(PlaceId, shape.places)),
        show=tuple(Show(each.thai, each.sound, each.meaning) for each in shape.show),
        texts={
            language: DangerText(
                label=text.label,
                lines=tuple(map(parse, text.lines)),
                say=tuple(text.say),
                signs=tuple(text.signs),
                state=state(text.translation, text.of, now, is_source=language == source_language),
            )
            for language, text in shape.texts.items()
        },
    )


def intent(path: PurePosixPath, shape: IntentShape, source_language: LanguageCode) -> Intent:
    """A built-in intent, named after its file."""
    source = shape.texts.get(source_language)
    now = {"text": field_hash(source.text)} if source else {}
    return Intent(
        name=IntentName(path.stem),
        path=path,
        cards=tuple(map(CardId, shape.cards)),
        danger_menu=shape.danger_menu,
        texts={
            language: IntentText(
                blocks=parse(text.text),
                ask=tuple(text.ask),
                state=state(text.translation, text.of, now, is_source=language == source_language),
            )
            for language, text in shape.texts.items()
        },
    )


def elsewhere(path: PurePosixPath, shape: ElsewhereShape) -> Elsewhere:
    """The lines of one language that nothing answers."""
    calm = {DangerKind(kind): tuple(lines) for kind, lines in shape.calm.items()}
    return Elsewhere(path, tuple(shape.lines), calm, tuple(shape.not_now))


def words(shape: WordsShape) -> WordLists:
    """The word lists of the check."""
    return WordLists(
        never={language: tuple(each) for language, each in shape.never.items()},
        private={language: tuple(each) for language, each in shape.private.items()},
    )


def _card_hashes(source: CardTextShape) -> dict[str, str]:
    fields = {"title": source.title, "summary": source.summary, "text": source.text}
    if source.quiet_title:
        fields["quiet_title"] = source.quiet_title
    return {name: field_hash(text) for name, text in fields.items()}


def _citation(shape: SourceShape) -> Citation:
    return Citation(shape.publisher, shape.date, shape.url, shape.says)
