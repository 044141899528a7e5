"""Plan, clause, order and target: what was promised, by whom, until when."""
