"""The roster in figures: how many, by what, on a day or in a period."""
