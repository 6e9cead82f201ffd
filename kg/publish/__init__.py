"""The graph on a server: any store that speaks the SPARQL 1.1 Graph Store HTTP Protocol. Nothing else of this program
uses the network."""

from __future__ import annotations

from kg.publish.http import Server
from kg.publish.plan import Part, Plan, plan
from kg.publish.state import Confirmed

__all__ = ["Confirmed", "Part", "Plan", "Server", "plan"]
