"""A real server on the loopback: one that answers, dawdles, streams, lies, breaks off, sends rubbish, refuses and redirects."""

from __future__ import annotations

import json
import socket
from typing import Any

import pytest

from compare.progress import Cancelled
from compare.second_reader.server import LARGEST
from tests.second_reader.server import Handler, Model, asked, dawdling, kinds, lines
from tests.second_reader.story import COUNT, HERALD, LIE, POST, STAGE, WIRE, content, story


def test_a_model_that_answers(model: Model) -> None:
    found = asked(model)
    assert lines(found) == []
    assert kinds(found.points) == ["number", "modality"]
    assert next(point for point in found.points if point.by != "newsdiff").sides[0].text == "Fewer than 400,000 people"
    assert found.second_reading is not None
    assert (found.second_reading.name, found.second_reading.answered, found.second_reading.dropped) == ("lighthouse:7b", 1, 0)
    ((path, headers, body),) = model.asked
    assert path == "/v1/chat/completions"
    assert "Authorization" not in headers
    assert body["model"] == "lighthouse:7b"
    assert body["response_format"]["type"] == "json_schema"
    assert HERALD.strip() in body["messages"][1]["content"]


def test_nothing_but_points_changes_in_the_comparison(model: Model) -> None:
    before = story()
    after = asked(model, before)
    assert (after.differences, after.standings, after.links) == (before.differences, before.standings, before.links)


def test_an_answer_that_is_streamed_unasked(model: Model) -> None:
    whole = content(COUNT, STAGE)
    pieces = [whole[at : at + 7] for at in range(0, len(whole), 7)]
    events = [f"data: {json.dumps({'choices': [{'delta': {'content': piece}}]})}\n\n" for piece in pieces]
    model.behaviour = lambda handler, _: handler.send("".join([": hello\n\n", *events, "data: [DONE]\n\n"]), kind="text/event-stream")
    assert kinds(asked(model).points) == ["number", "modality"]


def test_a_lie_is_dropped_and_counted_and_the_truth_stays(model: Model) -> None:
    model.behaviour = lambda handler, _: handler.say(content(LIE, COUNT))
    found = asked(model)
    assert kinds(found.points) == ["number"]
    assert lines(found) == ["1 of lighthouse:7b's rows was dropped: 1 with words that aren't in the report"]


def test_an_answer_that_breaks_off_counts_as_far_as_it_goes(model: Model) -> None:
    model.behaviour = lambda handler, _: handler.say(content(COUNT, STAGE)[:-30], finish="length")
    found = asked(model)
    assert kinds(found.points) == ["number"]
    assert lines(found) == [
        "lighthouse:7b's answer breaks off; what came before is used",
        "the answer was cut at the server's limit of tokens",
    ]


def test_a_connection_that_breaks_off_is_one_line(model: Model) -> None:
    def behaviour(handler: Handler, _: object) -> None:
        handler.send_response(200)
        handler.send_header("Content-Length", "1000")
        handler.end_headers()
        handler.wfile.write(b'{"choices": [')
        handler.close_connection = True

    model.behaviour = behaviour
    (line,) = lines(asked(model))
    assert "broke off" in line


@pytest.mark.parametrize(
    ("reply", "fragment"),
    [
        ("I am a web page.", "not as a model does"),
        ("{}", "not as a model does"),
        ('{"choices": []}', "not as a model does"),
        ('{"choices": [{"message": "no"}]}', "not as a model does"),
        ("[" * 100_000, "not as a model does"),
        (b"\xff\xfe\x00", "not as a model does"),
        ('{"choices": [{"message": {"content": ""}}]}', "empty answer"),
        ('{"choices": [{"message": {"content": null, "refusal": "I would \\u001b[31mrather not."}}]}', "rather not."),
        ('{"choices": [{"message": {"content": "As a poet I can only sing."}}]}', "not with the JSON"),
    ],
)
def test_rubbish_is_one_line_and_the_comparison_stands(model: Model, reply: str | bytes, fragment: str) -> None:
    model.behaviour = lambda handler, _: handler.send(reply)
    found = asked(model)
    (line,) = lines(found)
    assert fragment in line
    assert "\x1b" not in line
    assert found.points == story().points


def test_an_answer_without_end_is_cut_off(model: Model) -> None:
    def behaviour(handler: Handler, _: object) -> None:
        handler.send_response(200)
        handler.send_header("Transfer-Encoding", "chunked")
        handler.end_headers()
        piece = b"x" * 65536
        try:
            for _number in range(2 * LARGEST // len(piece)):
                handler.wfile.write(b"%x\r\n%b\r\n" % (len(piece), piece))
        except OSError:
            handler.close_connection = True

    model.behaviour = behaviour
    (line,) = lines(asked(model))
    assert "more than 2 MiB" in line


def test_a_compressed_answer_is_not_unpacked(model: Model) -> None:
    model.behaviour = lambda handler, _: handler.send(b"\x1f\x8b", headers={"Content-Encoding": "gzip"})
    assert "compressed" in lines(asked(model))[0]


@pytest.mark.parametrize(
    ("status", "reply", "fragment"),
    [
        (401, '{"error": {"message": "bad key"}}', "refuses access with status 401 (bad key); check a key: name the variable"),
        (403, "no", "status 403"),
        (404, '{"error": "model not found, try pulling it"}', "status 404 (model not found, try pulling it)"),
        (429, '{"error": {"message": "slow down"}}', "status 429 (slow down)"),
        (500, "<html>\x1b]0;boom</html>", "status 500"),
        (503, '{"detail": [{"msg": "x"}]}', "status 503"),
    ],
)
def test_an_error_is_one_line(model: Model, status: int, reply: str, fragment: str) -> None:
    model.behaviour = lambda handler, _: handler.send(reply, status)
    (line,) = lines(asked(model))
    assert fragment in line
    assert len(model.asked) == 1


def test_after_an_error_that_stays_no_more_is_asked(model: Model) -> None:
    filler = " ".join(f"The clerk read paper {number} of the long list to those who had stayed." for number in range(200))
    comparison = story(herald=HERALD + filler, post=POST + filler, wire=WIRE + filler)
    model.behaviour = lambda handler, _: handler.send("no", 401)
    found = asked(model, comparison)
    assert len(model.asked) == 1
    assert lines(found)[-1] == "2 more requests were not made"
    model.asked.clear()
    model.behaviour = lambda handler, _: handler.send("oh", 500)
    assert len(lines(asked(model, comparison))) == len(model.asked) == 3
    model.asked.clear()
    assert lines(asked(model, comparison, most=1))[0].startswith("only the first request is sent")


def test_a_redirect_is_not_followed(model: Model) -> None:
    model.behaviour = lambda handler, _: handler.send("", 307, headers={"Location": f"{model.url}/elsewhere"})
    (line,) = lines(asked(model))
    assert "redirect" in line
    assert len(model.asked) == 1


@pytest.mark.parametrize(
    ("refused", "status", "taken"),
    [
        ({"json_schema"}, 400, "json_object"),
        ({"json_schema", "json_object"}, 422, None),
        ({"json_schema"}, 500, "json_object"),
    ],
)
def test_a_server_that_refuses_the_schema_is_asked_more_simply(model: Model, refused: set[str], status: int, taken: str | None) -> None:
    def behaviour(handler: Handler, body: dict[str, Any]) -> None:
        if body.get("response_format", {}).get("type") in refused:
            handler.send('{"error": {"message": "unknown response_format"}}', status)
        else:
            handler.say(content(COUNT))

    model.behaviour = behaviour
    assert kinds(asked(model).points) == ["number"]
    last = model.asked[-1][2]
    assert last.get("response_format", {}).get("type") == taken
    assert '"enum": ["A", "B"]' in last["messages"][-1]["content"]


def test_a_server_that_refuses_the_temperature_keeps_the_schema(model: Model) -> None:
    def behaviour(handler: Handler, body: dict[str, Any]) -> None:
        if "temperature" in body:
            handler.send('{"error": {"message": "temperature is not supported"}}', 400)
        else:
            handler.say(content(COUNT))

    model.behaviour = behaviour
    assert kinds(asked(model).points) == ["number"]
    assert model.asked[-1][2]["response_format"]["type"] == "json_schema"


def test_a_server_that_refuses_everything_is_asked_no_more_than_thrice(model: Model) -> None:
    model.behaviour = lambda handler, _: handler.send('{"error": {"message": "no such model"}}', 400)
    (line,) = lines(asked(model))
    assert "no such model" in line
    assert len(model.asked) == 3


def test_a_server_that_read_only_a_part_of_the_prompt_is_told_of(model: Model) -> None:
    model.behaviour = lambda handler, _: handler.say(content(COUNT), usage={"prompt_tokens": 100})
    found = asked(model)
    assert kinds(found.points) == ["number"]
    assert "read 100 tokens" in lines(found)[0]


def test_a_server_that_dawdles_gets_its_time_and_no_more(model: Model) -> None:
    hung_up = dawdling(model)
    (line,) = lines(asked(model, timeout=1))
    assert "within 1 seconds" in line
    assert hung_up.wait(30), "the connection is cut, so that the model stops, too"


def test_whoever_cancels_does_not_wait_for_the_server(model: Model) -> None:
    hung_up = dawdling(model)
    heard: list[tuple[str, int, int]] = []
    with pytest.raises(Cancelled):
        asked(model, cancelled=lambda: bool(model.asked), tell=lambda *given: heard.append(given))
    assert heard[0] == ("answers", 0, 1)
    assert hung_up.wait(30)


def test_where_nobody_listens_one_line_says_so(model: Model) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    (line,) = lines(asked(model, url=f"http://127.0.0.1:{port}/v1"))
    assert line.startswith(f"nothing answers at 127.0.0.1:{port} (")
