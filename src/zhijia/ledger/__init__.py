"""The ledger: what decisions produced, standings that somebody holds and money that was paid; written once, chained."""
