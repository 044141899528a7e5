"""What every register shares: dated facts, the descriptor, import and export."""
