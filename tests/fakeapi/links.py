"""Which addresses Telegram takes for links."""

import re

from fakeapi.errors import bad

OWN = {"tg", "ton", "tonsite"}


def fault_of_link(link):
    """Why an address is none, in Telegram's words; None where it is one."""
    scheme, _, rest = link.strip().rpartition("://")
    if scheme.lower() in OWN:
        return None
    if scheme.lower() not in {"", "http", "https"}:
        return "Unsupported URL protocol"
    if not scheme and re.match(r"(tel|mailto|sms|geo|javascript|data):", rest, re.IGNORECASE):
        return "Unsupported URL protocol"
    host = re.split(r"[/?#:]", rest.rpartition("@")[2] if "@" in rest else rest)[0]
    if "." not in host.strip(".") or re.search(r"\s", host):
        return "Wrong HTTP URL"
    return None


def checked_link(link):
    """The address with its protocol; None where Telegram makes no link of it."""
    link = link.strip()
    if fault_of_link(link):
        return None
    return link if "://" in link else f"http://{link}"


def check_button_link(link):
    fault = fault_of_link(link)
    if fault:
        raise bad(f"inline keyboard button URL '{link}' is invalid: {fault}")
