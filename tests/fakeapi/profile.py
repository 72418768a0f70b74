"""What people see of the bot before they write to it."""

import json
import re

from fakeapi.errors import bad
from fakeapi.records import Profile

LIMITS = {"name": 64, "description": 512, "short_description": 120}
SCOPES = {
    "default",
    "all_private_chats",
    "all_group_chats",
    "all_chat_administrators",
    "chat",
    "chat_administrators",
    "chat_member",
}
DEFAULT_SCOPE = json.dumps({"type": "default"})
MAX_COMMANDS = 100


class Profiles:
    """Texts by language and commands by scope and language."""

    def __init__(self, first_name):
        self._texts = {"name": {"": first_name}, "description": {}, "short_description": {}}
        self._first_name = first_name
        self._commands = {}

    def methods(self):
        """The methods of the Bot API by their names."""
        found = {
            "setMyCommands": self.set_commands,
            "getMyCommands": self.get_commands,
            "deleteMyCommands": self.delete_commands,
        }
        for method, field in (
            ("MyName", "name"),
            ("MyDescription", "description"),
            ("MyShortDescription", "short_description"),
        ):
            found[f"set{method}"] = lambda sent, field=field: self.set_text(field, sent)
            found[f"get{method}"] = lambda sent, field=field: self.get_text(field, sent)
        return found

    @property
    def name(self):
        return self._texts["name"].get("", self._first_name)

    def set_text(self, field, sent):
        language, text = _language(sent), str(sent.get(field) or "").strip()
        if len(text) > LIMITS[field]:
            raise bad(f"bot {field.replace('_', ' ')} is too long")
        self._texts[field][language] = text
        if not text:
            del self._texts[field][language]
        return True

    def get_text(self, field, sent):
        text = self._texts[field].get(_language(sent))
        if text is None:
            text = self.name if field == "name" else ""
        return {field: text}

    def set_commands(self, sent):
        key = _key(sent)
        commands = sent.get("commands")
        if not isinstance(commands, list):
            raise bad("can't parse commands JSON array")
        if len(commands) > MAX_COMMANDS:
            raise bad("BOT_COMMANDS_TOO_MUCH")
        self._commands[key] = [_checked(command) for command in commands]
        return True

    def get_commands(self, sent):
        return self._commands.get(_key(sent), [])

    def delete_commands(self, sent):
        self._commands.pop(_key(sent), None)
        return True

    def record(self):
        """All of it as it stands."""
        pairs = {
            key: [(each["command"], each["description"]) for each in commands]
            for key, commands in self._commands.items()
        }
        return Profile(
            dict(self._texts["name"]),
            dict(self._texts["description"]),
            dict(self._texts["short_description"]),
            {language: each for (scope, language), each in pairs.items() if scope == DEFAULT_SCOPE},
            {
                (json.loads(scope)["type"], language): each
                for (scope, language), each in pairs.items()
            },
        )


def _language(sent):
    language = sent.get("language_code") or ""
    if language and not re.fullmatch(r"[a-z]{2}", language):
        raise bad("invalid language code specified")
    return language


def _key(sent):
    scope = sent.get("scope") or {"type": "default"}
    if not isinstance(scope, dict) or scope.get("type") not in SCOPES:
        raise bad("can't parse BotCommandScope: Unsupported type specified")
    return json.dumps(scope, sort_keys=True), _language(sent)


def _checked(command):
    if not isinstance(command, dict):
        raise bad("can't parse commands: Expected an object")
    name = str(command.get("command", "")).strip().removeprefix("/")
    description = str(command.get("description", "")).strip()
    for fault, text in (
        (not name, "command must be non-empty"),
        (len(name) > 32, "command length must not exceed 32"),
        (not description, "command description must be non-empty"),
        (len(description) > 256, "command description length must not exceed 256"),
        (not re.fullmatch(r"[a-z0-9_]+", name), "BOT_COMMAND_INVALID"),
    ):
        if fault:
            raise bad(text)
    return {"command": name, "description": description}
