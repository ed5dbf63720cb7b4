"""What an artisan hands in for a procedure of the register: the checklist of papers, receipts, and scans."""
