"""The commands by which a user changes the catalogue; each becomes one entry of the journal.

A command is read when it is first asked for: a window that is only looked at needs none.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from customs_app.catalogue.commands.command import Command
    from customs_app.catalogue.commands.comments import AddComment, EditComment, RemoveComment
    from customs_app.catalogue.commands.corridors import (
        AddCorridor,
        BindBlock,
        EditCorridor,
        RemoveCorridor,
        SetLegs,
        UnbindBlock,
    )
    from customs_app.catalogue.commands.decisions import Decide, RemoveDecision, RemoveDissent, SetDissent
    from customs_app.catalogue.commands.dismissals import DismissFinding, TakeBackDismissal
    from customs_app.catalogue.commands.imports import ImportedRows, ImportRows
    from customs_app.catalogue.commands.marks import ConfirmMark, RemoveMark, SetMark
    from customs_app.catalogue.commands.measures import (
        ChooseVerdict,
        LeaveOutMeasure,
        OrderMeasures,
        SetTerms,
        TakeInMeasure,
    )
    from customs_app.catalogue.commands.meetings import AddNote, EndMeeting, RemoveNote, StartMeeting
    from customs_app.catalogue.commands.pins import RemovePin, SetPin
    from customs_app.catalogue.commands.procedures import AddProcedure, EditProcedure
    from customs_app.catalogue.commands.proposal_acts import AddAct, EditAct, RemoveAct
    from customs_app.catalogue.commands.proposal_comments import (
        CommentProposal,
        EditProposalComment,
        RemoveProposalComment,
    )
    from customs_app.catalogue.commands.proposal_texts import KeepText, RewriteText, TakeDraft
    from customs_app.catalogue.commands.proposals import CopyProposal, DeleteProposal, SaveProposal
    from customs_app.catalogue.commands.rates import SetRate
    from customs_app.catalogue.commands.rounds import OpenRound, StartRound
    from customs_app.catalogue.commands.standpoints import RemoveStandpoint, SetStandpoint
    from customs_app.catalogue.commands.steps import AddStep, DeleteStep, EditStep, MoveStep
    from customs_app.catalogue.commands.uses import RemoveUse, SetUse

__all__ = [
    "AddAct",
    "AddComment",
    "AddCorridor",
    "AddNote",
    "AddProcedure",
    "AddStep",
    "BindBlock",
    "ChooseVerdict",
    "Command",
    "CommentProposal",
    "ConfirmMark",
    "CopyProposal",
    "Decide",
    "DeleteProposal",
    "DeleteStep",
    "DismissFinding",
    "EditAct",
    "EditComment",
    "EditCorridor",
    "EditProcedure",
    "EditProposalComment",
    "EditStep",
    "EndMeeting",
    "ImportRows",
    "ImportedRows",
    "KeepText",
    "LeaveOutMeasure",
    "MoveStep",
    "OpenRound",
    "OrderMeasures",
    "RemoveAct",
    "RemoveComment",
    "RemoveCorridor",
    "RemoveDecision",
    "RemoveDissent",
    "RemoveMark",
    "RemoveNote",
    "RemovePin",
    "RemoveProposalComment",
    "RemoveStandpoint",
    "RemoveUse",
    "RewriteText",
    "SaveProposal",
    "SetDissent",
    "SetLegs",
    "SetMark",
    "SetPin",
    "SetRate",
    "SetStandpoint",
    "SetTerms",
    "SetUse",
    "StartMeeting",
    "StartRound",
    "TakeBackDismissal",
    "TakeDraft",
    "TakeInMeasure",
    "UnbindBlock",
]

_MODULES = {
    "Command": "command",
    "AddComment": "comments",
    "EditComment": "comments",
    "RemoveComment": "comments",
    "AddCorridor": "corridors",
    "BindBlock": "corridors",
    "EditCorridor": "corridors",
    "RemoveCorridor": "corridors",
    "SetLegs": "corridors",
    "UnbindBlock": "corridors",
    "Decide": "decisions",
    "RemoveDecision": "decisions",
    "RemoveDissent": "decisions",
    "SetDissent": "decisions",
    "DismissFinding": "dismissals",
    "TakeBackDismissal": "dismissals",
    "ImportedRows": "imports",
    "ImportRows": "imports",
    "ConfirmMark": "marks",
    "RemoveMark": "marks",
    "SetMark": "marks",
    "AddNote": "meetings",
    "EndMeeting": "meetings",
    "RemoveNote": "meetings",
    "StartMeeting": "meetings",
    "RemovePin": "pins",
    "SetPin": "pins",
    "AddProcedure": "procedures",
    "EditProcedure": "procedures",
    "DeleteProposal": "proposals",
    "SaveProposal": "proposals",
    "SetRate": "rates",
    "OpenRound": "rounds",
    "StartRound": "rounds",
    "AddStep": "steps",
    "DeleteStep": "steps",
    "EditStep": "steps",
    "MoveStep": "steps",
    "RemoveUse": "uses",
    "SetUse": "uses",
    "CopyProposal": "proposals",
    "ChooseVerdict": "measures",
    "LeaveOutMeasure": "measures",
    "TakeInMeasure": "measures",
    "OrderMeasures": "measures",
    "SetTerms": "measures",
    "RewriteText": "proposal_texts",
    "TakeDraft": "proposal_texts",
    "KeepText": "proposal_texts",
    "AddAct": "proposal_acts",
    "EditAct": "proposal_acts",
    "RemoveAct": "proposal_acts",
    "SetStandpoint": "standpoints",
    "RemoveStandpoint": "standpoints",
    "CommentProposal": "proposal_comments",
    "EditProposalComment": "proposal_comments",
    "RemoveProposalComment": "proposal_comments",
}


def __getattr__(name: str) -> object:
    module = _MODULES.get(name)
    if module is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{module}"), name)
