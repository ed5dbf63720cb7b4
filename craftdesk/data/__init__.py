"""The one database: its tables, its sessions, its upgrades, its journal, its search."""
