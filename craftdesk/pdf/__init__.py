"""The kit of papers: fonts, Arabic text, frames, blocks."""
