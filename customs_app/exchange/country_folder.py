"""Country folders in and out; the parts stand in modules of their own."""

from customs_app.exchange.export_folder import export_country
from customs_app.exchange.import_folder import Imported, import_folders
from customs_app.exchange.import_plan import Plan, plan_import
from customs_app.exchange.row_changes import FieldChange, RowChange, TableChanges

__all__ = [
    "FieldChange",
    "Imported",
    "Plan",
    "RowChange",
    "TableChanges",
    "export_country",
    "import_folders",
    "plan_import",
]
