"""Country folders in and out; the parts stand in modules of their own."""

from customs_app.exchange.export_folder import export_country

__all__ = ["export_country"]
