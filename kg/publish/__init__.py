"""The graph on a server: any store that speaks the SPARQL 1.1 Graph Store HTTP Protocol. Nothing else of this program
uses the network."""

from __future__ import annotations

from kg.publish.http import Server
from kg.publish.plan import Part, Plan, plan
from kg.publish.send import delete_stale, send_parts
from kg.publish.state import Confirmed, state_path

__all__ = ["Confirmed", "Part", "Plan", "Server", "delete_stale", "plan", "send_parts", "state_path"]
