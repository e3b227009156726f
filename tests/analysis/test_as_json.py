"""A comparison for programs."""

import json

from customs_app.analysis.as_json import comparison_json
from customs_app.analysis.case import BASE
from customs_app.analysis.compare import compare
from customs_app.domain.codes import Channel, Mode, Regime, Role
from customs_app.domain.text import Language
from customs_app.language.words import words

from .made import fee, hours, procedure, reference, step


def test_shape_is_that_of_the_design_and_unknown_is_null() -> None:
    kz = procedure(
        step("1", time=hours(0.02, most=1), cost=fee(5), channel=Channel.ONLINE),
        step("2", "1", time=hours(0.07)),
        step("3", activity="DCL-02", condition="x"),
        uses={"1": [("invoice", Role.INPUT)]},
    )
    uz = procedure(step("4", time=hours(2)), country="UZ")
    comparison = compare(
        {"KZ": kz, "UZ": uz}, reference("DCL-01", "DCL-02"), BASE, regime=Regime.IMPORT, mode=Mode.ROAD
    )
    said = json.loads(json.dumps(comparison_json(comparison, words(Language.EN))))
    assert list(said) == ["regime", "mode", "countries", "rows", "totals", "like_for_like", "differences"]
    assert (said["regime"], said["mode"], said["countries"]) == ("import", "road", ["KZ", "UZ"])
    assert said["rows"] == [
        {
            "activity": "DCL-01",
            "stage": "Declare",
            "cells": {
                "KZ": {
                    "steps": ["1", "2"],
                    "time_min_h": 0.09,
                    "time_typ_h": 0.09,
                    "time_max_h": 1.07,
                    "cost": [{"amount": 5, "currency": "USD"}],
                    "channel": "online",
                },
                "UZ": {
                    "steps": ["4"],
                    "time_min_h": 2,
                    "time_typ_h": 2,
                    "time_max_h": 2,
                    "cost": None,
                    "channel": None,
                },
            },
        },
        {
            "activity": "DCL-02",
            "stage": "Declare",
            "cells": {
                "KZ": {
                    "steps": ["3"],
                    "time_min_h": None,
                    "time_typ_h": None,
                    "time_max_h": None,
                    "cost": None,
                    "channel": None,
                }
            },
        },
    ]
    assert said["totals"] == {
        "KZ": {
            "procedure": "KZ-P",
            "case": "base",
            "steps": 2,
            "elapsed_h": {"min": 0.09, "typ": 0.09, "max": 1.07},
            "effort_h": {"min": 0.09, "typ": 0.09, "max": 1.07},
            "cost": [{"amount": 5, "currency": "USD"}],
            "documents": 1,
            "handovers": 1,
            "visits": None,
            "covered": {"time": [2, 2], "cost": [1, 2]},
        },
        "UZ": {
            "procedure": "UZ-P",
            "case": "base",
            "steps": 1,
            "elapsed_h": {"min": 2, "typ": 2, "max": 2},
            "effort_h": {"min": 2, "typ": 2, "max": 2},
            "cost": None,
            "documents": None,
            "handovers": None,
            "visits": None,
            "covered": {"time": [1, 1], "cost": [0, 1]},
        },
    }
    assert said["like_for_like"] == {
        "time": {
            "activities": ["DCL-01"],
            "elapsed_h": {
                "KZ": {"min": 0.09, "typ": 0.09, "max": 1.07},
                "UZ": {"min": 2, "typ": 2, "max": 2},
            },
        },
        "cost": {"activities": [], "cost": {}},
    }
    assert "Do DCL-02 – only here, and only under a condition: Kazakhstan." in said["differences"]


def test_with_a_reference_differences_are_ranked_and_distances_told() -> None:
    known = reference("DCL-01", "DCL-02")
    procedures = {
        "KZ": procedure(step("1", time=hours(5), channel=Channel.PAPER), step("2", activity="DCL-02")),
        "UZ": procedure(step("3", time=hours(2), channel=Channel.ONLINE), country="UZ"),
        "CN": procedure(step("4", time=hours(2), channel=Channel.ONLINE), country="CN"),
    }
    comparison = compare(procedures, known, BASE, regime=Regime.IMPORT, mode=Mode.ROAD)
    said = json.loads(json.dumps(comparison_json(comparison, words(Language.EN), known)))
    assert {one["sentence"] for one in said["ranked_differences"]} == set(said["differences"])
    assert said["ranked_differences"][0]["hours"] == {"min": 3, "typ": 3, "max": 3}
    far = said["distance"]
    assert (far["like"], far["least"], far["most"]) == (None, ["CN", "UZ"], ["KZ"])
    assert far["activities"] == [{"activity": "DCL-01", "have": 3, "of": 3, "channel": "online"}]
    assert far["countries"][2]["by_kind"] == {
        "add": 0, "drop": 1, "channel": 1, "document_add": 0, "document_drop": 0, "order": 0,
    }  # fmt: skip
    assert far["countries"][2]["list"][0] == {
        "kind": "drop", "activity": "DCL-02", "sentence": "Drop: Do DCL-02 (in 1 of 3 countries).",
    }  # fmt: skip
