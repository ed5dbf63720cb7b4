"""From letters to lines: direction, fonts, shaping, breaking, drawing out, and the order that readers need."""
