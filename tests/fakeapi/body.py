"""A request's parameters, however they were sent."""

import contextlib
import json
from email.parser import BytesParser
from urllib.parse import parse_qsl

INTEGERS = {
    "chat_id",
    "message_id",
    "message_thread_id",
    "reply_to_message_id",
    "offset",
    "limit",
    "timeout",
    "cache_time",
    "max_connections",
}
FLAGS = {
    "disable_notification",
    "protect_content",
    "allow_sending_without_reply",
    "show_alert",
    "drop_pending_updates",
    "disable_web_page_preview",
    "allow_paid_broadcast",
}
NESTED = {
    "reply_markup",
    "reply_parameters",
    "link_preview_options",
    "entities",
    "message_ids",
    "allowed_updates",
    "commands",
    "scope",
}


def parameters(query, content_type, body):
    """All parameters by name; numbers, flags and nested values as such, all else as text."""
    sent = dict(parse_qsl(query, keep_blank_values=True))
    kind = content_type.partition(";")[0].strip().lower()
    if kind == "application/json":
        sent |= json.loads(body or b"{}")
    elif kind == "multipart/form-data":
        sent |= _multipart(content_type, body)
    elif body:
        sent |= parse_qsl(body.decode(), keep_blank_values=True)
    return {name: _typed(name, value) for name, value in sent.items()}


def _multipart(content_type, body):
    parsed = BytesParser().parsebytes(
        b"Content-Type: " + content_type.encode() + b"\r\n\r\n" + body
    )
    fields = {}
    for part in parsed.get_payload():
        content = part.get_payload(decode=True)
        name = part.get_param("name", header="content-disposition")
        fields[name] = content if part.get_filename() else content.decode()
    return fields


def _typed(name, value):
    if not isinstance(value, str):
        return value
    with contextlib.suppress(ValueError):
        if name in INTEGERS:
            return int(value)
        if name in NESTED:
            return json.loads(value)
    if name in FLAGS:
        return value.lower() in {"true", "1", "yes"}
    return value
