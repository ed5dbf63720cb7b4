"""The screens of files, of their checklists and of scans."""
