"""What artisans owe the chamber and what they paid: fees with their dated amounts, receipts numbered by year."""
