"""What a yearly volume counts."""

import re
from enum import StrEnum


class Counts(StrEnum):
    """CONSIGNMENTS: units to each of which a consignment or vehicle answers; GOODS: their amount."""

    CONSIGNMENTS = "consignments"
    GOODS = "goods"
    UNKNOWN = "unknown"


_GOODS = re.compile(
    r"\b(?:tonn?es?|tons?|teus?|containers?|kg|m3|usd|dollars?)\b|\bтонн|\bт\b|\bдфэ\b|\bконтейнер|吨|标箱|集装箱",
    re.IGNORECASE,
)
_CONSIGNMENTS = re.compile(
    r"\b(?:lorr(?:y|ies)|trucks?|vehicles?|trains?|declarations?|carnets?|certificates?|parcels?"
    r"|consignments?|shipments?)\b"
    r"|\bгрузовик|\bгрузовых (?:автомобил|машин)|\bавтомобил|\bмашин|\bтранспортных средств|\bпоезд"
    r"|\bдекларац|\bкниж(?:ек|ка|ки) мдп|\bкарнет|\bсертификат|\bпосыл|\bпарти[йия]"
    r"|卡车|货车|车辆|辆|列车|报关单|证书|包裹|邮包|批次",
    re.IGNORECASE,
)


def what_is_counted(unit: str | None) -> Counts:
    """What a unit counts, by its words in English, Russian or Chinese.

    Where it names an amount of goods besides, such as tonnes carried by trains, it counts goods.
    """
    if not unit:
        return Counts.UNKNOWN
    if _GOODS.search(unit):
        return Counts.GOODS
    return Counts.CONSIGNMENTS if _CONSIGNMENTS.search(unit) else Counts.UNKNOWN
