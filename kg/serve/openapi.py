"""The interface in the words of OpenAPI."""

from __future__ import annotations

from typing import Any

from kg import __version__
from kg.graph.questions import ShippedQuery
from kg.serve.forms import GRAPH_FORMS, RESULT_FORMS
from kg.serve.jobs import HOPS
from kg.serve.protocol import FORM, QUERY

__all__ = ["openapi"]

_REFUSALS = {
    "400": "看不懂或不允许的问题 / a question that cannot be read or is not allowed",
    "406": "没有这种格式 / no such form of answer",
    "413": "太长 / too long",
    "503": "超过时限或太忙 / stopped at the time limit, or too busy",
}
_TEXT = {"schema": {"type": "string"}}


def openapi(questions: tuple[ShippedQuery, ...]) -> dict[str, Any]:
    """The document at `/openapi.json`: OpenAPI 3.1, with the shipped questions and their parameters."""
    answers = _answers([*RESULT_FORMS, *GRAPH_FORMS])
    query = {"name": "query", "in": "query", "required": False, "schema": {"type": "string"}}
    unsupported = {"415": _text("要用表单或 application/sparql-query / neither a form nor application/sparql-query")}
    form = {"type": "object", "required": ["query"], "properties": {"query": {"type": "string"}}}
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "中国教育工作报告知识图谱 / Knowledge graph of China's education work reports",
            "version": __version__,
        },
        "paths": {
            "/sparql": {
                "get": {
                    "operationId": "ask",
                    "summary": "SPARQL 1.1 协议；没有 query 时是服务描述 / without query: the service description",
                    "parameters": [query],
                    "responses": answers,
                },
                "post": {
                    "operationId": "askByPost",
                    "summary": "SPARQL 1.1 协议 / SPARQL 1.1 Protocol",
                    "requestBody": {"required": True, "content": {FORM: {"schema": form}, QUERY: _TEXT}},
                    "responses": answers | unsupported,
                },
            },
            "/id/{key}": {
                "get": {
                    "operationId": "thing",
                    "summary": "图谱里的一个事物；也可加后缀 / a thing of the graph; also .html .ttl .jsonld .nt",
                    "parameters": [{"name": "key", "in": "path", "required": True, "schema": {"type": "string"}}],
                    "responses": _answers(["text/html", *GRAPH_FORMS]) | {"404": _text("没有 / unknown")},
                }
            },
            "/explore": {
                "get": {
                    "operationId": "explore",
                    "summary": "图谱浏览页 / the explorer, a page for people",
                    "responses": {"200": _body("text/html"), "503": _text(_REFUSALS["503"])},
                }
            },
            "/explore/around": {
                "get": {
                    "operationId": "around",
                    "summary": "一个事物或事实周围的内容 / what stands around a thing or a fact, for the explorer",
                    "parameters": [
                        {"name": "key", "in": "query", "required": True, "schema": {"type": "string"}},
                        {"name": "hops", "in": "query", "schema": {"type": "integer", "enum": [*HOPS], "default": 1}},
                    ],
                    "responses": {
                        "200": _body("application/json"),
                        "404": _text("没有 / unknown"),
                        **{status: _text(_REFUSALS[status]) for status in ("400", "503")},
                    },
                }
            },
            "/explore/find": {
                "get": {
                    "operationId": "find",
                    "summary": "按名称、拼音、首字母找事物 / things by name, pinyin or initials",
                    "parameters": [{"name": "q", "in": "query", "required": True, "schema": {"type": "string"}}],
                    "responses": {"200": _body("application/json"), "503": _text(_REFUSALS["503"])},
                }
            },
            **{f"/questions/{asked.name}.csv": {"get": _shipped(asked)} for asked in questions},
            "/health": {
                "get": {
                    "operationId": "health",
                    "summary": "服务是否正常 / whether the service is well",
                    "responses": {"200": {"description": "正常 / well", "content": {"application/json": {}}}},
                }
            },
        },
    }


def _shipped(asked: ShippedQuery) -> dict[str, Any]:
    return {
        "operationId": asked.name,
        "summary": f"{asked.question_zh} / {asked.question_en}",
        "parameters": [
            {
                "name": slot.name,
                "in": "query",
                "required": False,
                "description": f"{slot.chinese} / {slot.english}",
                "schema": {"type": "integer" if slot.whole else "string"},
                "example": int(slot.example) if slot.whole else slot.example,
            }
            for slot in asked.parameters
        ],
        "responses": _answers(["text/csv"]),
    }


def _answers(forms: list[str]) -> dict[str, Any]:
    found = {"200": {"description": "答案 / the answer", "content": dict.fromkeys(forms, _TEXT)}}
    return found | {status: _text(words) for status, words in _REFUSALS.items()}


def _body(media: str) -> dict[str, Any]:
    return {"description": "答案 / the answer", "content": {media: {}}}


def _text(words: str) -> dict[str, Any]:
    return {"description": words, "content": {"text/plain": _TEXT}}
