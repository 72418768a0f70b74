"""The settings of a running Sala: one file, and the environment above it."""

import re
from pathlib import Path
from typing import Annotated, Final

import platformdirs
from pydantic import AfterValidator, Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from bot.errors import SalaError

FILE: Final = "sala.env"


class SettingsError(SalaError):
    """The settings cannot be used; the text names each fault without its value."""


def _token(secret: SecretStr) -> SecretStr:
    bare = secret.get_secret_value().strip()
    if not re.fullmatch(r"\d+:[A-Za-z0-9_-]{30,}", bare):
        raise ValueError("no token")
    return SecretStr(bare)


class Settings(BaseSettings):
    """What an administrator may set; only the token has no default."""

    model_config = SettingsConfigDict(env_prefix="SALA_", extra="ignore", env_ignore_empty=True)

    token: Annotated[SecretStr, AfterValidator(_token)]
    data: Path = Path(platformdirs.user_data_dir("sala"))
    key: Path = Path(platformdirs.user_config_dir("sala")) / "key"
    api: str = Field("https://api.telegram.org", pattern=r"^https?://[^\s/]+$")


def read_settings(file: Path) -> Settings:
    """The settings. Raises SettingsError, which tells every fault at once."""
    try:
        return Settings(_env_file=file, _env_file_encoding="utf-8")  # type: ignore[call-arg]
    except ValidationError as error:
        faults = "\n".join(sorted({_fault(str(each["loc"][0])) for each in error.errors()}))
        raise SettingsError(
            f"{faults}\nThe settings stand in {file}."
        ) from None  # whose text is the value
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"{file} cannot be read ({type(error).__name__}).") from error


def _fault(name: str) -> str:
    """One sentence; never the value, for it may be the token."""
    return {
        "token": "SALA_TOKEN is missing or is no token of a bot. Write to @BotFather in Telegram, "
        "/newbot, and copy the whole line: numbers, a colon and 35 letters.",
        "api": "SALA_API is no address: it looks like https://api.telegram.org, without a path.",
    }.get(name, f"SALA_{name.upper()} cannot be used.")
