"""Papers on a printer: the panel, the job, and where each printer puts them."""
