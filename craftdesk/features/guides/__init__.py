"""What tells an artisan how to register for tax."""
