"""The redundancy rules, by code."""

from collections.abc import Mapping

from customs_app.analysis.rules.base import Context, Rule
from customs_app.analysis.rules.r01 import R01
from customs_app.analysis.rules.r02 import R02
from customs_app.analysis.rules.r03 import R03, along
from customs_app.analysis.rules.r04 import R04
from customs_app.analysis.rules.r05 import R05
from customs_app.analysis.rules.r06 import R06
from customs_app.analysis.rules.r07 import R07
from customs_app.analysis.rules.r08 import R08
from customs_app.analysis.rules.r09 import R09
from customs_app.analysis.rules.r10 import R10
from customs_app.analysis.rules.r11 import R11
from customs_app.analysis.rules.r12 import R12
from customs_app.analysis.rules.r13 import R13
from customs_app.analysis.rules.r14 import R14
from customs_app.analysis.rules.r15 import R15
from customs_app.analysis.rules.r16 import R16
from customs_app.analysis.rules.r17 import R17
from customs_app.analysis.rules.rekeyed import Rekeyed, rekeyed

_ALL = (R01, R02, R03, R04, R05, R06, R07, R08, R09, R10, R11, R12, R13, R14, R15, R16, R17)

RULES: Mapping[str, Rule] = {rule.code: rule for rule in _ALL}
"""Every rule, by code, in order."""

__all__ = ["RULES", "Context", "Rekeyed", "Rule", "along", "rekeyed"]
