"""Names of the measures of countries, to be worded by `Words.say`."""

from collections.abc import Mapping

from customs_app.domain.text import Message
from customs_app.language.words import N_

_NAMES: Mapping[str, str] = {
    "DB_TAB_SCORE": N_("Score for trading across borders"),
    "DB_TAB_RANK": N_("Rank for trading across borders"),
    "DB_EXP_TIME_DOC": N_("Export: time for documents"),
    "DB_EXP_TIME_BORDER": N_("Export: time at the border"),
    "DB_EXP_COST_DOC": N_("Export: cost of documents"),
    "DB_EXP_COST_BORDER": N_("Export: cost at the border"),
    "DB_IMP_TIME_DOC": N_("Import: time for documents"),
    "DB_IMP_TIME_BORDER": N_("Import: time at the border"),
    "DB_IMP_COST_DOC": N_("Import: cost of documents"),
    "DB_IMP_COST_BORDER": N_("Import: cost at the border"),
    "LPI_OVERALL": N_("Overall score"),
    "LPI_RANK": N_("Overall rank"),
    "LPI_TIMELINESS": N_("Timeliness"),
    "LPI_TRACKING": N_("Tracking and tracing"),
    "LPI_INFRASTRUCTURE_RANK": N_("Rank for infrastructure"),
    "LPI_SHIPMENTS_RANK": N_("Rank for international shipments"),
    "LPI_COMPETENCE_RANK": N_("Rank for the competence of services"),
    "LPI_CUSTOMS_RANK": N_("Rank for customs"),
    "DE_MINIMIS_PARCEL": N_("Free of duty: parcels for private persons, up to"),
    "DE_MINIMIS_COMMERCIAL": N_("Free of duty: commercial consignments, up to"),
    "ES_EXP_CUSTOMS_DAYS": N_("Firms asked: time for exports to clear customs"),
    "UNTF_SCORE": N_("United Nations survey on trade facilitation: score"),
    "UNTF_TRANSPARENCY": N_("United Nations survey: transparency"),
    "UNTF_FORMALITIES": N_("United Nations survey: formalities"),
    "UNTF_INSTITUTIONAL": N_("United Nations survey: institutions"),
    "UNTF_PAPERLESS": N_("United Nations survey: paperless trade"),
    "UNTF_CROSSBORDER_PAPERLESS": N_("United Nations survey: paperless trade across borders"),
    "OECD_TFI_CHANGE_2019_2022": N_("OECD indicators of trade facilitation: change from 2019 to 2022"),
    "NAT_IMPORT_RELEASE_HOURS": N_("National statement: time to release imports"),
    "NAT_EXPORT_RELEASE_HOURS": N_("National statement: time to release exports"),
    "NAT_IMPORT_FORMALITIES_DAYS": N_("National statement: time for formalities on import"),
    "NAT_EXPORT_FORMALITIES_DAYS": N_("National statement: time for formalities on export"),
    "NAT_YELLOW_CHANNEL_MAX_HOURS": N_("National statement: documents check, at most"),
}

_UNITS: Mapping[str, str] = {
    "hours": N_("hours"),
    "days": N_("days"),
    "percent": N_("per cent"),
    "rank": N_("rank"),
    "rank of 139": N_("rank of 139"),
    "score": N_("score"),
    "score 0-100": N_("score 0 to 100"),
    "score 1-5": N_("score 1 to 5"),
    "points (scale 0-2)": N_("points, scale 0 to 2"),
}


def indicator_name(code: str) -> Message:
    """The name of a measure; a code that is none of ours stands as it is."""
    return Message(_NAMES[code]) if code in _NAMES else Message("{name}", {"name": code})


def unit_name(unit: str) -> Message:
    """The name of a unit; a currency and a unit that is none of ours stand as they are."""
    return Message(_UNITS[unit]) if unit in _UNITS else Message("{name}", {"name": unit})
