"""The commands by which a user changes the catalogue; each becomes one entry of the journal."""

from customs_app.catalogue.commands.command import Command
from customs_app.catalogue.commands.imports import ImportedRows, ImportRows
from customs_app.catalogue.commands.marks import ConfirmMark, RemoveMark, SetMark
from customs_app.catalogue.commands.procedures import AddProcedure
from customs_app.catalogue.commands.proposals import DeleteProposal, SaveProposal
from customs_app.catalogue.commands.rates import SetRate
from customs_app.catalogue.commands.steps import AddStep, DeleteStep, EditStep, MoveStep
from customs_app.catalogue.commands.uses import RemoveUse, SetUse

__all__ = [
    "AddProcedure",
    "AddStep",
    "Command",
    "ConfirmMark",
    "DeleteProposal",
    "DeleteStep",
    "EditStep",
    "ImportRows",
    "ImportedRows",
    "MoveStep",
    "RemoveMark",
    "RemoveUse",
    "SaveProposal",
    "SetMark",
    "SetRate",
    "SetUse",
]
